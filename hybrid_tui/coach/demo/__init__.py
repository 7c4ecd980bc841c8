"""A made-up log of one person's years, for looking around and for trying how the program bears a long log.

`life` decides what happens on which day, `person` how strong the person is on it, `session` how a session went,
`training` what of the plan is done, `diary` what is noted around it, and `log` writes all of it into a new file
through the store.
"""
