"""`python -m hybrid_tui` is the `hybrid` command."""

from hybrid_tui.cli import main

main()
