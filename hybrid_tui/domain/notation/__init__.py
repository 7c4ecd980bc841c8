"""The notation: one small language for what to do and what was done.

Text becomes the values of `hybrid_tui.domain.workout` and back. `source` reads characters and words,
`amounts` numbers and units, `steps` one timed step, `brackets` rows of them, `sets` lines of sets, `rules`
what follows a semicolon, `headings` what stands above the days of a programme.

The entrances are `plan_line`, `timed`, `log_line`, `set_entry` and `programme_file`; `printing` is the way
back, `errors` says what was wrong and where. For every value `parse(print(x)) == x`.
"""
