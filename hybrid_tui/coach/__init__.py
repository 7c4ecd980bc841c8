"""The verbs: each reads, decides by the domain's rules, then writes, in one breath.

Screens and the shell call these and nothing below them that writes. Their first arguments are the store, the library
and the moment; they give an `outcome` with words to show, or a view. Rules are in `domain`, SQL in `store`.

- What ships, and what is the person's own: `library`, `own_exercises`, `own_list`, `places`, `settings`, `starting`.
- The programme in hand: `following`, `programmes`, `shelf`, `planning`, `plan_*`, `replanning`, `moving*`, `checking`,
  `deloading`, `rest_days`, `noticing`.
- Today: `first_look`, `today`, `sheets`, `opening`, `lifting`, `joining`, `blocks`, `resting`, `maxes`, `less`,
  `offers`, `finishing`, `bests`.
- The timer: `timer_*`, `loaded`, `watched_run`, `timing*`.
- The quick line: `log*`, `line_reading`, `completing`, `finding`.
- Recovery: `mornings`, `recovering`, `recovery_*`, `exclusions`, `deciding`.
- Looking back: `weeks*`, `week_*`, `trends`, `best_list`, `day_list`, `past*`, `reviewing`, `report`.
- Kept for the next look: `kept_values`, `warming`. A log to try on: `demo`.
"""
