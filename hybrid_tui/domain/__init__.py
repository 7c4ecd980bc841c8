"""Values and rules of training, pure: no files, no SQL, no clock, no Textual.

What stands here is true on paper. Instants and dates are handed in; nothing is read or written. `coach` asks these
rules, `store` keeps these values, `formats` and the screens show them.

- What is known by name: `exercise`, `catalogue`, `muscles`, `name_key`; of one's own: `own_exercise`, `gear`,
  `own_items`; the first answers: `first_start`.
- What is written: `notation` (text and back), `workout`, `rule`, `written_programme`; `flatten` lays it out.
- What comes next, and why: `programme`; what the training rules say of it: `interference`, told by `training*`.
- A session as it is ticked: `sheet*`, `asked`, `entry`, `turns`, `warm_up`, `plates`, `next_load`, `rest_length`,
  `in_session`, `minimum`.
- The interval timer: `presets`, `timeline`, `step_names`, and `timer_*` from the run to its cues and its report.
- What happened: `record`, `set_record`, `logged`, `kept_line`; what of it counts: `counts`, `session_facts`.
- In numbers: `strength`, `load`, `running`, `leg_minutes`, `bests`, `pounds`; numbers of our own choice: `choices`,
  `bounds`.
- The body: `recovery`, `adjustment`, `deload_signs`, `red_flags`, `check_answers`, `checklist`, `sleep`, `nutrition`,
  `meals`, `drinking`, `weight_trend`.
- Looking at a plan and looking back: `plan_view`, `plan_notice`, `shelf_card`, `week*`, `cells`, `trend`,
  `day_numbers`, `consistency`, `kept_plan`, `block_review`, `past_filter`.
- Days, and text that enters: `moment`, `calendar`, `text`.
"""
