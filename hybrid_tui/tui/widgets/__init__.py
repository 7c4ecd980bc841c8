"""Small widgets that draw values they are given; none of them knows the store.

Named after what they show: `sheet_*` the session; `timer_*`, `preset_list`, `profile` and `digit*` the timer;
`day_cards*`, `check_in*` and `recovery_*` recovery; `week_*` the week and past sessions; `plan_*` the plan;
`question_*` the first questions. Shared by all: `header`, `keybar`, `keys_panel`, `line_input`, `rest_strip`; dialogs
stand on `dialog`, `ask` and `pick`. `line_widget`, `painted_lines` and `still` keep drawing cheap.
"""
