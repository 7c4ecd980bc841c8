"""The exercises and runs that are known by name, and what may stand in for one.

`read_catalogue` takes the text of `exercises.toml`. Names are found by a scan of the headings; a table is
parsed by `tomllib` only when first asked for: parsing all of them costs more than a first paint may.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from hybrid_tui.domain.exercise import Exercise, LegClass, Measure, RunType
from hybrid_tui.domain.name_key import name_key


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """One heading of the file and the text below it, not parsed yet."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All that is known by name. Exercises are parsed when first asked for and then kept."""

    tables: dict[str, _Table]
    keys: dict[str, str]
    """Name key to id, for names, ids and aliases."""
    parsed: dict[str, Exercise | RunType] = field(default_factory=dict)
    away: frozenset[str] = frozenset()
    """Ids of what is put away: known by its name still, and offered nowhere."""

    def find(self, name: str) -> str | None:
        """The id of the exercise or run with this name or alias; None when there is none."""
        return self.keys.get(name_key(name))

    def title(self, id: str) -> str:
        """The name as shown. Raises KeyError for an unknown id."""
        return self.tables[id].name

    def is_run(self, id: str) -> bool:
        """Whether this is a kind of run. Raises KeyError for an unknown id."""
        return self.tables[id].kind == "run"

    def prefix(self, text: str) -> tuple[str, ...]:
        """Ids of all whose name or alias begins with these whole words, in the catalogue's order."""
        words = [name_key(word) for word in text.replace("-", " ").split()]
        if not words:
            return ()
        return tuple(
            table.id
            for table in self.tables.values()
            if table.id not in self.away
            and any(
                [name_key(word) for word in name.replace("-", " ").split()][: len(words)] == words
                for name in (table.name, *table.aliases)
            )
        )

    def nearest(self, name: str) -> tuple[str, str, str]:
        """The three names most like this one, as shown, nearest first."""
        from difflib import SequenceMatcher  # late: only a mistyped name needs it

        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(name_key(name))
        best: dict[str, float] = {}
        for key, id in self.keys.items():
            matcher.set_seq1(key)
            best[id] = max(best.get(id, 0.0), matcher.ratio())
        said = [name_key(word) for word in name.replace("-", " ").split()]
        within = {
            id
            for id in best
            if said and set(said) <= {name_key(word) for word in self.title(id).replace("-", " ").split()}
        }
        first, second, third, *_ = sorted(
            best, key=lambda id: (id not in within, 0 if id in within else -best[id])
        )
        return self.title(first), self.title(second), self.title(third)

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """All exercises in the file's order; parses every one."""
        return tuple(
            self.exercise(table.id)
            for table in self.tables.values()
            if table.kind == "exercise" and table.id not in self.away
        )

    def with_own(self, rows: Iterable[tuple[str, str, str]]) -> Catalogue:
        """This catalogue and a person's own rows: id, name, and catalogue text, or for an alias an id.

        A row that cannot be read, or whose name is taken meanwhile, is passed over: the log keeps its name.
        """
        tables, keys, away = dict(self.tables), dict(self.keys), set(self.away)
        aliases: list[tuple[str, str]] = []
        for id, name, text in rows:
            head = _HEAD.match(text)
            if head is None:
                aliases.append((name, text))
                continue
            others = tuple(re.findall(r'"([^"]*)"', head[4] or ""))
            tables[id] = _Table(id=id, kind="exercise", name=name, aliases=others, text=text)
            for known in (id, name, *others):
                keys.setdefault(name_key(known), id)
            if text.endswith("# archived\n"):
                away.add(id)
        for name, id in aliases:
            if id in tables:
                tables[id] = replace(tables[id], aliases=(*tables[id].aliases, name))
                keys.setdefault(name_key(name), id)
        return Catalogue(tables=tables, keys=keys, away=frozenset(away))

    @property
    def runs(self) -> tuple[RunType, ...]:
        """All run types in the file's order."""
        return tuple(self.run(table.id) for table in self.tables.values() if table.kind == "run")

    def get(self, id: str | None) -> Exercise | RunType | None:
        """The exercise or run of this id, None when it is not known."""
        if id is None or id not in self.tables:
            return None
        if id not in self.parsed:
            self.parsed[id] = _parse(self.tables[id])
        return self.parsed[id]

    def exercise(self, id: str) -> Exercise:
        """The exercise of this id. Raises KeyError for an unknown id or a run."""
        found = self.get(id)
        if not isinstance(found, Exercise):
            raise KeyError(id)
        return found

    def run(self, id: str) -> RunType:
        """The run type of this id. Raises KeyError for an unknown id or an exercise."""
        found = self.get(id)
        if not isinstance(found, RunType):
            raise KeyError(id)
        return found

    def swaps(self, id: str, equipment: frozenset[str]) -> tuple[Exercise, ...]:
        """Exercises of the same pattern that `equipment` allows, nearest in muscles, then level, first."""
        wanted = self.exercise(id)
        others = [
            other
            for other in self.exercises
            if other.id != id and other.pattern == wanted.pattern and other.possible_with(equipment)
        ]
        return tuple(sorted(others, key=lambda other: _distance(wanted, other)))


def _distance(wanted: Exercise, other: Exercise) -> tuple[float, int, bool]:
    mine, theirs = _weights(wanted), _weights(other)
    apart = sum(abs(mine.get(muscle, 0.0) - theirs.get(muscle, 0.0)) for muscle in mine | theirs)
    return apart, abs(wanted.level - other.level), wanted.unilateral != other.unilateral


def _weights(exercise: Exercise) -> dict[str, float]:
    return dict.fromkeys(exercise.secondary, 0.5) | dict.fromkeys(exercise.primary, 1.0)


_HEAD = re.compile(r'^\[(exercise|run)\.(\w+)\]\nname = "([^"\n]*)"\n(?:aliases = \[([^\]\n]*)\]\n)?', re.M)


def read_catalogue(text: str) -> Catalogue:
    """Read the text of `exercises.toml`. Raises ValueError when two entries share a name."""
    heads = list(_HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    tables: dict[str, _Table] = {}
    keys: dict[str, str] = {}
    for head, end in zip(heads, ends, strict=True):
        kind, id, name, aliases = head.groups()
        table = _Table(
            id=id,
            kind=kind,
            name=name,
            aliases=tuple(re.findall(r'"([^"]*)"', aliases or "")),
            text=text[head.start() : end],
        )
        tables[id] = table
        for known in (id, name, *table.aliases):
            if keys.setdefault(name_key(known), id) != id:
                raise ValueError(f"{known!r} names both {keys[name_key(known)]} and {id}")
    return Catalogue(tables=tables, keys=keys)


def _parse(table: _Table) -> Exercise | RunType:
    import tomllib  # late: not needed for the first paint

    entry: dict[str, Any] = tomllib.loads(table.text)[table.kind][table.id]
    return _run(table, entry) if table.kind == "run" else _exercise(table, entry)


def _exercise(table: _Table, entry: dict[str, Any]) -> Exercise:
    return Exercise(
        id=table.id,
        name=table.name,
        aliases=table.aliases,
        pattern=entry["pattern"],
        measures=tuple(Measure(word) for word in entry["type"].split("/")),
        primary=tuple(entry["primary"]),
        secondary=tuple(entry.get("secondary", ())),
        equipment=tuple(frozenset(way.split(" + ")) for way in entry.get("equipment", ())),
        unilateral=entry.get("unilateral", False),
        rest_seconds=entry["rest"],
        reps=entry["reps"],
        level=entry["level"],
        contacts=entry.get("contacts", 0),
    )


def _run(table: _Table, entry: dict[str, Any]) -> RunType:
    least, most = entry["recover_hours"]
    return RunType(
        id=table.id,
        name=table.name,
        aliases=table.aliases,
        leg_class=LegClass(entry["leg_class"]),
        hard_class=LegClass(entry.get("hard_class", entry["leg_class"])),
        zone=entry["zone"],
        rpe=entry["rpe"],
        stress={**entry["stress"], "abs": 1},
        impact=entry["impact"],
        eccentric=entry["eccentric"],
        recover_hours=(least, most),
    )
