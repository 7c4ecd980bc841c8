"""Own exercises, and what there is to train with at each place: a menu, then one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.tui.screens.today_blocks import BlockVerbs


class OwnVerbs(BlockVerbs):
    """Verbs on what a person adds to the program."""

    def __init__(self) -> None:
        super().__init__()
        self.place = ""
        """Where one trains now, once it is known."""
        self.places: tuple[str, ...] = ()
        """The places among which one goes."""

    def look_at_places(self) -> None:
        """Ask for the place in force, where the person has told of places at all."""
        settings = self.shell.session.settings
        if self.places or any(key == "place" or key.startswith("gear ") for key in settings):
            self.do(self._look_at_places)

    async def _look_at_places(self) -> None:
        from hybrid_tui.coach import places  # late: not needed for the first paint

        self.place, self.places = await self.ask(places.known)
        self.refresh_bindings()

    async def reread(self) -> None:
        """Ask for the sheet, and for the place: an undo may have changed it."""
        await super().reread()
        if self.places:
            await self._look_at_places()

    def action_place(self) -> None:
        """Train at the next place: its bar, plates, dumbbells and equipment."""
        from hybrid_tui.coach import places  # late: not needed for the first paint

        self._told(places.go_on)

    def action_own(self) -> None:
        """The menu of own exercises and places."""

        async def offer() -> None:
            from hybrid_tui.coach import own_exercises, places
            from hybrid_tui.tui.widgets.ask import Choice, Choose

            exercises = await self.ask(own_exercises.listed)
            there = await self.ask(places.listed)
            ways = [
                Choice(key="n", word="New exercise", value="new", hint="like one that is known"),
                Choice(key="b", word="Another name for an exercise", value="name"),
                *(
                    [Choice(key="x", word="Own exercises and names", value="all", hint=f"{len(exercises)}")]
                    if exercises
                    else []
                ),
                *(
                    Choice(
                        key=each.key[0], word=each.title.capitalize(), value=f"at {each.key}", hint=each.hint
                    )
                    for each in there
                ),
            ]
            self._choose(Choose("Own exercises, equipment and plates", ways), self._own_chosen)

        self.do(offer)

    def _own_chosen(self, way: str) -> None:
        from hybrid_tui.coach import own_exercises  # late: seldom asked
        from hybrid_tui.domain.own_exercise import EXAMPLE

        kind, _, key = way.partition(" ")
        if kind == "new":
            self._own_line("New exercise", own_exercises.save, example=EXAMPLE)
        elif kind == "name":
            self._own_line("Another name", own_exercises.alias_line, example="Sunday bench is bench press")
        elif kind == "at":
            self._place(key)
        else:
            self.do(self._own_list)

    async def _own_list(self) -> None:
        from hybrid_tui.coach import own_exercises  # late: seldom asked
        from hybrid_tui.tui.widgets.pick import Pick

        found = await self.ask(own_exercises.listed)
        self.app.push_screen(
            Pick("Own exercises and names", found), lambda key: None if key is None else self._exercise(key)
        )

    def _place(self, place: str) -> None:
        from hybrid_tui.tui.widgets.ask import Choice, Choose  # late: seldom asked

        ways = [
            Choice(key="u", word="Train here from now on", value="use"),
            Choice(key="e", word="Say what is there", value="edit", hint="bar, plates, equipment"),
        ]
        self._choose(Choose(place.capitalize(), ways), lambda way: self._at_place(place, way))

    def _at_place(self, place: str, way: str) -> None:
        from hybrid_tui.coach import places  # late: seldom asked
        from hybrid_tui.domain.gear import EXAMPLE

        if way == "use":
            self._told(places.go_to, place)
            return

        async def edit() -> None:
            known = {each.key: each.hint for each in await self.ask(places.listed)}
            self._own_line(place.capitalize(), places.save, place, text=known.get(place, ""), example=EXAMPLE)

        self.do(edit)

    def _exercise(self, key: str) -> None:
        from hybrid_tui.coach import own_exercises  # late: seldom asked
        from hybrid_tui.tui.widgets.ask import Choice, Choose

        if own_exercises.is_name(key):
            gone = [Choice(key="d", word="Forget this name", value="forget", hint="the exercise stays")]
            self._choose(Choose("Another name", gone), lambda _: self._told(own_exercises.forget_name, key))
            return
        ways = [
            Choice(key="e", word="Edit", value="edit", hint="muscles, pattern, equipment, sides, measure"),
            Choice(key="m", word="Merge with another", value="merge", hint="its history follows"),
            Choice(key="a", word="Put away, or bring back", value="away", hint="its history stays"),
        ]
        self._choose(Choose("Own exercise", ways), lambda way: self._with_exercise(key, way))

    def _with_exercise(self, key: str, way: str) -> None:
        from hybrid_tui.coach import own_exercises  # late: seldom asked

        if way == "away":
            self._told(own_exercises.put_away, key)
        elif way == "merge":
            self.do(lambda: self._merge(key))
        else:
            from hybrid_tui.domain.own_exercise import PARTS  # late: seldom asked

            async def edit() -> None:
                text = await self.ask(own_exercises.line_of, key)
                self._own_line("Exercise", own_exercises.change, key, text=text, example=PARTS)

            self.do(edit)

    async def _merge(self, key: str) -> None:
        from hybrid_tui.coach import own_exercises  # late: seldom asked
        from hybrid_tui.tui.widgets.pick import Pick

        others = await self.ask(own_exercises.all_others, key)
        self.app.push_screen(
            Pick("It is the same as", others),
            lambda into: None if into is None else self._told(own_exercises.merge, key, into),
        )

    def _own_line(
        self, prompt: str, verb: Callable[..., Outcome], *first: Any, text: str = "", example: str = ""
    ) -> None:
        """One line for a verb that takes its text last."""

        async def take(said: str) -> None:
            outcome = await self.ask(verb, *first, said)
            self.notify(outcome.words)
            await self._look_at_places()
            await self.settle(outcome)

        self.open_line(prompt, self.taking(take), text=text, example=example)

    def _told(self, verb: Callable[..., Outcome], *args: Any) -> None:
        async def deed() -> None:
            outcome = await self.ask(verb, *args)
            self.notify(outcome.words)
            await self.settle(outcome)

        self.do(deed)
