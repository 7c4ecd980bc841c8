"""How people write what the notation writes otherwise: `5 sets of 5`, `@ 60 kg`, `w/ 2 min rest`, `7.5h`."""

from __future__ import annotations

import re
from collections.abc import Callable

_NUMBER = r"\d+(?:\.\d+)?"
_UNITS = {
    "s": ("seconds", "second", "secs", "sec", "s"),
    "m": ("minutes", "minute", "mins", "min", "m"),
    "h": ("hours", "hour", "hrs", "hr", "h"),
    "km": ("kilometres", "kilometers", "kms", "km", "k"),
    "mtr": ("metres", "meters", "metre", "meter", "mtrs", "mtr"),
    "mi": ("miles", "mile", "mi"),
    "kg": ("kilos", "kilo", "kgs", "kg"),
    "lb": ("pounds", "pound", "lbs", "lb"),
    "g": ("grams", "gram", "gr", "g"),
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words}
_ANY_UNIT = "|".join(sorted(_UNIT_OF, key=len, reverse=True))
_LOAD = r"\d+(?:\.\d+)?(?:kg|lb|%)"
_LENGTH = r"(?:\d+(?:\.\d+)?(?:s|m|mtr|km|mi|h)\d*|\d+:\d\d(?::\d\d)?)"
_NAME = r"[a-z][a-z'.-]*(?: [a-z][a-z'.-]*)*"


def _unit(match: re.Match[str]) -> str:
    number, unit = match[1], _UNIT_OF[match[2].lower()]
    if unit == "m" and float(number) >= 100:
        unit = "mtr"
    if unit == "h" and "." in number:
        minutes = round(float(number) * 60)
        return f"{minutes // 60}h{minutes % 60:02}" if minutes >= 60 else f"{minutes}m"
    return f"{number}{unit}"


_Put = str | Callable[[re.Match[str]], str]
_SPELLINGS: tuple[tuple[re.Pattern[str], _Put], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), put)
    for pattern, put in (
        (r"(?<=\d),(?=\d+(?:\.\d+)? ?(?:h|hours?|km|kg)\b(?!,))", "."),
        (rf"({_NUMBER})\s*({_ANY_UNIT})(?![\w.])", _unit),
        (r"\b(\d+)h (\d{1,2})m\b", lambda match: f"{match[1]}h{int(match[2]):02}"),
        (r"\b(\d+)m (\d{1,2})s\b", lambda match: f"{match[1]}m{int(match[2]):02}"),
        (r"(?<=\d(?:m|s|h)),(?=\d)|(?<=\dkm),(?=\d)|(?<=\dmi),(?=\d)|(?<=\dmtr),(?=\d)", " "),
        (r"\b(\d+) sets? (?:of|x) (\d+)", r"\1x\2"),
        (r"(?<=\d)\s*[x×*·]\s*(?=[\d\[(])|(?<=\])\s*[x×*·]\s*(?=[\d\[(])", "x"),
        (r"(?<=\d)\s+reps?\b", ""),
        (r"(?<!\S)(\d{1,3})\s*\((?=.*\))", r"\1x("),
        (r"\b(?:for|about|around|approx\.?) (?=\d)", ""),
        (r"(?<=\d) %(?!\S)", "%"),
        (r"@\s+(?=\S)", "@"),
        (rf"(?<=[\s\d])@({_LOAD})", r" \1"),
        (rf"({_LOAD})\s*x\s*(\d+)x(\d+)\b", r"\3x\2 \1"),
        (rf"({_LOAD})\s*x\s*(\d+)\b", r"\2 \1"),
        (r"\bbw ([+-]) ?(?=\d)", r"bw\1"),
        (r"\bbw (?=[+-]\d)", "bw"),
        (rf"(?<=\s)(?<!bw)\+(?={_LOAD})", "bw+"),
        (r"\bbody ?weight$|\bbody ?weight(?= [+-])", "bw"),
        (
            rf"[,;]?\s*(?:\bw/|\bwith\b|\bw\b|/)?\s*({_LENGTH}) (?:rests?|recovery|breaks?|pause)\b",
            r" rest \1",
        ),
        (r"\s{2,}", " "),
    )
)


def respelled(text: str) -> str:
    """The same words with units joined to their numbers, sets with `x`, loads without `@`, and so on."""
    for pattern, put in _SPELLINGS:
        text = pattern.sub(put, text)
    return text.strip()


def _changes(*pairs: tuple[str, _Put]) -> tuple[Callable[[str], str], ...]:
    def change(pattern: re.Pattern[str], put: _Put) -> Callable[[str], str]:
        return lambda text: " ".join(pattern.sub(put, text).split())

    return tuple(change(re.compile(pattern, re.IGNORECASE), put) for pattern, put in pairs)


UNASKED = _changes(
    (r"^(?:i )?(?:did|lifted|logged)\b", ""),
    (r"\bin (?=\d)", ""),
    (r"(\b\d+x)([1-9]\d{2,3})(?=\s|$)", r"\1\2mtr"),
    (r"^(?:went )?(?:an? )?(?:ran|run|running|jog|jogging|jogged)\b:?", "easy run:"),
    (rf"^({_LENGTH}(?: {_LENGTH})*) (?:run|running|jog|jogging)$", r"easy run: \1"),
    (r"(?:\bwith )?\b(?:an? )?vest \+?(\d+(?:\.\d+)?(?:kg|lb))\b", r"bw+\1"),
    (r"@?\brpe ?(\d+(?:\.\d)?)\b", r"@\1"),
    (r"@?\brir ?(\d)\b|@?\b(\d) ?rir\b", lambda match: f"@{match[1] or match[2]}rir"),
    (
        r"^(\D+ )((?:[2-9]\d|\d{3})(?:\.\d+)?)((?: 1?\d)+)$",
        lambda match: f"{match[1]}{match[2]}{_usual_unit(match[2])}{match[3]}",
    ),
    (r"(?<=\s)@?(\d+(?:\.\d+)?)$", lambda match: f"{match[1]}{_usual_unit(match[1])}"),
    (
        r"^(\D+ )(\d{2,3}(?:\.\d+)?)x(\d{1,2})$",
        lambda match: f"{match[1]}{match[2]}{_usual_unit(match[2])} {match[3]}",
    ),
)
"""Changes beyond spelling, each on top of those before it, tried from the first on."""


def _usual_unit(number: str) -> str:
    """Loads of more than 300 are pounds for nearly everybody who writes no unit."""
    return "lb" if float(number) > 300 else "kg"


Reading = Callable[[str], str | None]
"""A whole line as the notation has it; None where it is not written that way."""


def _readings(*pairs: tuple[str, str]) -> tuple[Reading, ...]:
    def reading(pattern: re.Pattern[str], put: str) -> Reading:
        def read(text: str) -> str | None:
            match = pattern.fullmatch(text)
            if match is None:
                return None
            # A part that nobody wrote leaves its frame behind.
            said = re.sub(r" / +rest\)", ")", match.expand(put)).removeprefix(": ")
            return " ".join(said.split())

        return read

    return tuple(reading(re.compile(pattern, re.IGNORECASE), put) for pattern, put in pairs)


_CIRCUIT = re.compile(r"((?:emom|amrap) \S+:) ?(.+)", re.IGNORECASE)
_NEXT_NAME = re.compile(r"(?<=[\da-z]),? (?:and|&) |(?<=\d), ?(?=[a-z])|(?<=\d) (?=[a-z])")


def _round(line: str) -> str | None:
    """A circuit with `+` before each further exercise of its round."""
    match = _CIRCUIT.fullmatch(line)
    return None if match is None else f"{match[1]} {_NEXT_NAME.sub(' + ', match[2])}"


_FRAMED = _readings(
    (rf"({_NAME}) ?: ?(.+)", r"\1 \2"),
    (
        rf"(?:({_NAME}) ?:? ?)?(\d+x)({_LENGTH})([^()/]*?)(?: rest ({_LENGTH}))?",
        r"\1: \2(\3\4 / \5 rest)",
    ),
    (rf"(?:({_NAME}) ?:? ?)?(\d+x)({_LENGTH}[^()/]*?) ?/ ?([^()/]+)", r"\1: \2(\3 / \4)"),
    (rf"({_NAME}) (\d+x\(.*|{_LENGTH}.*)", r"\1: \2"),
    (rf"({_NAME}) (?:@?(easy|steady|tempo|hard))?", r"\1 \2"),
    (rf"(\d[^a-z]*(?:{_LOAD})?(?: \d\S*)*) ({_NAME})", r"\2 \1"),
    (rf"(\d+x\d+(?: {_LOAD})?) ({_NAME})((?: {_LOAD})?)", r"\2 \1\3"),
    (r"(emom|amrap) ?(\d+)m? ?:? ?(.+)", r"\1 \2m: \3"),
    (rf"({_NAME}:.*?{_LENGTH}.*?) ({_LENGTH})", r"\1 ~\2"),
    (rf"({_NAME}) ?:? (\d[\dhms]*) (\d+(?:\.\d+)?(?:km|mtr|mi))(.*)", r"\1: \3 ~\2\4"),
    (rf"({_NAME}) ?:? ?(\d+x)({_LENGTH})([^()/]*?) ?/ ?([^()/]+)", r"\2(\3\4 \1 / \5)"),
    (
        r"((?:bike|biking|cycling|cycle|swim|swimming|walk|walking|hike|hiking|rowing|yoga|stretching|stretch"
        rf"|mobility|elliptical|spinning|marathon|half marathon|drills)) ?:? ({_LENGTH}.*)",
        r"\2 \1",
    ),
)

SHAPES = (_round, *_FRAMED)
"""The same words in another order or with the brackets and the colon they need."""

FACTS = _readings(
    (r"(?:body ?)?weight:? (\d+(?:\.\d+)?)", r"weight \1kg"),
    (r"(?:body ?)?weight:? (\d+(?:\.\d+)?(?:kg|lb))", r"weight \1"),
    (r"(?:i )?(?:slept|sleep)(?: for)?:? (\d\S*)", r"slept \1"),
    (r"(?:slept|sleep):? (\d{1,2})", r"slept \1h"),
    (r"(?:slept|sleep):? (\d{1,2})\.5", r"slept \1h30"),
    (r"(?:ate )?protein:? (\d+(?:\.\d+)?)g?((?: [a-z].*)?)", r"protein \1g\2"),
    (r"(\d+(?:\.\d+)?)g (?:of )?protein((?: [a-z].*)?)", r"protein \1g \2"),
    (r"(?:sore:? )?([a-z ]+?)(?: sore(?:ness)?)?:? (\d{1,2})(?:/10)?", r"sore \1 \2"),
    (r"rpe:? ?(\d+(?:\.\d)?)", r"session rpe \1"),
    (r"session:? (\d{1,3})((?: rpe \d.*)?)", r"session \1m\2"),
    (r"(?:session|workout|training):? (\d\S*)((?: rpe \d.*)?)", r"session \1\2"),
    (r"(?:tm|training max(?:imum)?|1rm|max):? ([a-z -]+?) (\d+(?:\.\d+)?)", r"tm \1 \2kg"),
    (r"(?:tm|training max(?:imum)?):? ([a-z -]+?) (\d\S*)", r"tm \1 \2"),
    (r"(?:rested|rest day|day off|off)", "rest"),
)
"""Facts of a day as people note them; tried first, since only the log takes them."""
