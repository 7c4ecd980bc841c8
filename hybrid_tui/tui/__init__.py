"""What a person sees and presses. Screens hold layout, bindings and handlers; they neither decide nor remember.

`screens` has one family of modules a tab, `widgets` what they draw with; what is done is asked of `coach`.

- The app: `app` and `actions` on `careful_app` (what the house does otherwise than Textual), opened by `start` and
  `launch` with what `context` holds; `places` are its tabs.
- Keys: `keys`, `own_keys`, `commands` (the palette), `finding`, `type_ahead`, `word_list` for what `?` explains.
- Colours and signs: `themes` (the timer's phases too), `glyphs`, `words` (safe text), `inert`.
- Time: `pulse`; the rest in `rest` and `rest_cue`; the interval timer in `timer_*`; what is heard in `cue*`, `tones`.
- The terminal and the machine: `signals`, `hang_up`, `patient_input`, `typed_bytes`, `last_bytes`, `editor`, `editing`,
  `picture`, `desktop`, `folders`, `failure`, `warming`.
"""
