"""The form under which names of exercises, muscles and equipment are compared."""

from __future__ import annotations

import re


def name_key(name: str) -> str:
    """The form under which names are compared: case, hyphens, spaces and a plural `s` do not matter."""
    words = re.split(r"[\s\-‐‑_]+", name.casefold().strip())
    return "".join(_singular(word.strip("'’.,\"")) for word in words)


def _singular(word: str) -> str:
    if word.endswith(("sses", "ches")):
        return word[:-2]
    word = word.replace("'", "").replace("’", "")
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word
