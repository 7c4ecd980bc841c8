"""Text of other programs and of pipes: how values leave as JSON and how strangers' files come in."""
