"""The timer in the shell, without the full screen: one line a cue, or a few lines drawn anew. No Textual here.

`command` reads the options and `launch` opens what is needed; `running` is the run, with `keys` to steer it,
`faces` and `notices` to read it by and `keeping` to store it. The run itself is the app's: `watched_run` of the
`coach`.
"""
