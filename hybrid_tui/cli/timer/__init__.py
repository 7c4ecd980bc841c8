"""The timer in the shell, without the full screen: one line a cue, or a few lines drawn anew. No Textual here."""
