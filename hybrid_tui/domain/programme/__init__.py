"""What comes next, and why: weeks and days of a programme, its deload, its rules of progression.

Everything here is worked out from the programme's text, the changes a person made to the plan, and the log.
Nothing is remembered beside these, so that every screen can say why it asks what it asks. The text itself is read by
`notation` into `written_programme`; what the training rules say of a week is in `interference`.

- Which session on which day: `plan`, `schedule`, `deload`, `first_month`.
- One line of it: `lifts` (sets, by way of `targets`) and `runs`, a line on its own `single`; the answer is a
  `prescription`.
- What a rule makes of the log: `progression` of each `outcome`; `numbers`, `weights` and `loadable` do the sums.
- The whole session: `session`, a `lighter` one, its `summary` and its `words`.
"""
