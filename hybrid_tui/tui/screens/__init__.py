"""The screens, a family of modules each: `today*`, `timer*`, `recovery*`, `history*`, `plan*`, `first_start*`.

The module of the bare name is the screen; beside it `_keys` declares its keys, `_verbs` and the like say what they do.
All stand on `frame` (header, line, key bar) and ask the coach by way of `asking`. What is drawn is in `widgets`.
"""
