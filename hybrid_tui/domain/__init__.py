"""Values and rules of training, pure: no files, no SQL, no clock, no Textual.

What stands here is true on paper. Instants and dates are handed in; nothing is read or written.
"""
