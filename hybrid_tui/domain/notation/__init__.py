"""The notation: one small language for what to do and what was done.

Text becomes the values of `hybrid_tui.domain.workout` and back. `source` reads characters and words,
`amounts` numbers and units, `steps` one timed step, `brackets` rows of them, `sets` lines of sets (`holds`
each set), `rules` what follows a semicolon, `headings` what stands above the days of a programme, `section`
what stands below one, `log_entries` what a log says. `names` are looked up where a catalogue is at hand.

The entrances are `plan_line`, `timed`, `log_line`, `set_entry` and `programme_file`; the ways back `printing`,
`log_printing` and `programme_printing`. For every value `parse(print(x)) == x`. `errors` says what was wrong and
where; `mending`, `respelling` and `set_spelling` know what people write instead.
"""
