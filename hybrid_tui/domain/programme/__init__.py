"""What comes next, and why: weeks and days of a programme, its deload, its rules of progression.

Everything here is worked out from the programme's text, the changes a person made to the plan, and the log.
Nothing is remembered beside these, so that every screen can say why it asks what it asks.
"""
