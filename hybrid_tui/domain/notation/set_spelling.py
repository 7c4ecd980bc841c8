"""How people write one set otherwise: `82.5 x 5 @ 8`, `185 lb x 5`, `8/7`, `drop 60x8`, `5x100kg`."""

from __future__ import annotations

import re

from hybrid_tui.domain.notation.amounts import NUMBER
from hybrid_tui.domain.notation.source import Token

EXAMPLES = "82.5x5@8, 5, +2.5, 45s or l8 r7"
"""What may be written for a set."""

_LOAD = rf"(?:bw)?[+-]?{NUMBER}(?:kg|lbs?)?"
_JOINED = tuple(
    (re.compile(first), re.compile(second))
    for first, second in (
        (_LOAD, r"x|x[0-9]{1,5}(?:@.*)?"),  # 82.5 x 5
        (rf"(?:{_LOAD}|bw)x", r"[0-9]{1,5}(?:@.*)?"),
        (rf"(?:bw)?[+-]?{NUMBER}", r"(?:kg|lbs?|mtr)(?:x.*)?"),  # 185 lb
        (NUMBER, r"s|sec"),  # 45 s
        (r"(?:.*[^@])?@", r"[^@]+"),  # 5 @ 8
    )
)
"""Two words that can only be one."""
_ROLES = {
    **dict.fromkeys(("warm-up", "warmup"), "w"),
    **dict.fromkeys(("drop", "drop-set", "dropset"), "d"),
    **dict.fromkeys(("failure", "fail"), "f"),
}
_SIDES = re.compile(r"([0-9]{1,5})/([0-9]{1,5})(@.*)?")
_HINTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), hint)
    for pattern, hint in (
        (r"[0-9]{1,5}\+|amrap|max", "write how many were done, such as 12"),
        (r"back-?off(?:-?set)?", "a back-off set is written like any other: 60x8"),
        (r"vest", "a vest is a load: bw+8kg"),
        (r"rpe([0-9.]*)", r"write @\1"),
        (r"rir([0-9]*)", r"write @\1rir"),
        (r"([0-9]{1,2})rir", r"write @\1rir"),
        (rf"([0-9]{{1,5}})x({NUMBER}(?:kg|lbs?))", r"write \2x\1"),
        (rf"({NUMBER}(?:kg|lbs?))([0-9]{{1,2}})", r"write \1x\2"),
        (rf"({NUMBER})", r"\1kg, or \1x5"),
    )
)


def spelt(words: list[Token]) -> list[Token]:
    """The words of a set with what belongs together in one word, a role by its letter, sides by theirs."""
    found: list[Token] = []
    for token in words:
        if found and not token.quoted and not found[-1].quoted and _belong(found[-1].text, token.text):
            last = found.pop()
            gap = " " * (token.at - last.end)
            token = Token(last.text + token.text, last.at, token.end, f"{last.raw}{gap}{token.raw}")
        found.append(token)
    if found and not found[0].quoted and (letter := _ROLES.get(found[0].text)):
        found[0] = found[0]._replace(text=letter)
    return [each for token in found for each in _sides(token)]


def _belong(first: str, second: str) -> bool:
    return any(one.fullmatch(first) and other.fullmatch(second) for one, other in _JOINED)


def _sides(token: Token) -> list[Token]:
    match = None if token.quoted else _SIDES.fullmatch(token.text)
    if match is None:
        return [token]
    left, right, effort = match.groups(default="")
    return [token._replace(text=f"l{left}"), token._replace(text=f"r{right}{effort}")]


def hint_for(said: str) -> str:
    """What to write instead of a word that says nothing of a set."""
    for known, hint in _HINTS:
        if match := known.fullmatch(said):
            written = match.expand(hint)
            return {"write @": "write @8", "write @rir": "write @2rir"}.get(written, written)
    return EXAMPLES
