"""What the keys of Recovery ask and store: the check-in, food, weight, soreness."""

from __future__ import annotations

from hybrid_tui.clock import training_day
from hybrid_tui.coach import recovering
from hybrid_tui.domain.record import CheckIn
from hybrid_tui.tui.screens.recovery_deeds import RecoveryDeeds
from hybrid_tui.tui.widgets.check_in import CheckInDialog
from hybrid_tui.tui.widgets.check_in_draft import Draft
from hybrid_tui.tui.widgets.recovery_food import FoodAnswer, FoodDialog
from hybrid_tui.tui.widgets.recovery_sore import SoreDialog


class RecoveryVerbs(RecoveryDeeds):
    """Verbs that ask something first."""

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self._weight_asked = False

    def action_check_in(self) -> None:
        """Ask the morning's questions; what was typed before a close is still there."""
        view = self.view
        if view is None:
            return
        kept = self._draft if self._draft is not None and self._draft.check.day == view.day else None
        dialog = CheckInDialog(view, kept)

        def answered(check: CheckIn | None) -> None:
            if check is None:
                self._draft = dialog.draft if dialog.draft.check != view.check else None
                if self._draft is not None:
                    self.notify("Not saved; c goes on where you were.")
                return
            self._draft = None
            self.do(lambda: self.tell(recovering.save_checkin, view.day, check))

        self.app.push_screen(dialog, answered)

    def action_food(self) -> None:
        """Ask what was eaten."""
        if self.view is not None:
            self.app.push_screen(FoodDialog(self.view, self.hour_of), self._eaten)

    def _eaten(self, answer: FoodAnswer | None) -> None:
        view = self.view
        if answer is None or view is None:
            return
        if answer.new:
            self._ask_own_food()
        elif answer.remove:
            self.do(lambda: self.tell(recovering.remove_food, answer.remove))
        elif answer.forget:
            self.do(lambda: self.tell(recovering.remove_own_food, answer.forget))
        else:
            self.do(lambda: self.tell(recovering.eat, view.day, answer.grams, answer.words))
            if view.asks_weight and not self._weight_asked:
                self._weight_asked = True
                self.action_weigh()

    def _ask_own_food(self) -> None:
        async def keep(text: str) -> None:
            food = await self.tell(recovering.add_own_food, text)
            self.notify(f"a {food.letter} logs {food.name}, {food.grams:g} g")

        self.open_line("Own food", self.taking(keep), example="letter, name, grams: w whey shake 25g")

    def action_weigh(self) -> None:
        """One line for the day's body weight."""
        view = self.view
        if view is None:
            return
        day = view.day

        async def weigh(text: str) -> None:
            await self.tell(recovering.weigh, day, text)

        example = "163.5lb   74.2kg" if view.lb else "74.2kg   163.5lb"
        why = "it sets the protein target" if view.asks_weight else "the day's last weight counts"
        self.open_line(f"Weight {self.day_name()}", self.taking(weigh), example=f"{example}   {why}")

    def action_sore(self) -> None:
        """Ask where it is sore; each answer is stored at once."""
        view = self.view
        if view is None:
            return
        day = view.day

        def save(group: str, value: int | None) -> None:
            self.do(lambda: self.tell(recovering.set_sore, day, group, value))

        self.app.push_screen(SoreDialog(view, save))

    def action_drinking(self) -> None:
        """Work out what to drink."""
        if (view := self.view) is not None:
            from hybrid_tui.tui.widgets.drinking import DrinkingDialog  # late: seldom asked

            self.app.push_screen(DrinkingDialog(kg=view.kg, lb=view.lb))

    def action_take_deload(self) -> None:
        """Take the deload week that is suggested."""
        self._answer_deload(takes=True)

    def action_refuse_deload(self) -> None:
        """Keep the plan as it is."""
        self._answer_deload(takes=False)

    def _answer_deload(self, *, takes: bool) -> None:
        from hybrid_tui.coach import deloading  # late: seldom suggested

        session = self.shell.session
        verb = deloading.accept if takes else deloading.refuse

        async def answer() -> None:
            outcome = await session.store.call(verb, session.library, self.moment())
            self.notify(outcome.words)
            self.shell.facts_changed()
            await self.reread()

        self.do(answer)

    def action_own_item(self) -> None:
        """One line for an item of one's own."""
        from hybrid_tui.coach import own_list  # late: seldom asked

        async def keep(text: str) -> None:
            item = await self.tell(own_list.add, text)
            if not item.days:
                return
            if self.view is not None and all(each.id != item.id for each in self.view.items):
                self.notify(f"{item.title} comes on its days: {', '.join(item.days)}")

        self.open_line(
            "Own item",
            self.taking(keep),
            example="foam roll   stretch: mon thu   creatine: lift   (rest, training, easy, run, hard, lift)",
        )

    def action_exclusions(self) -> None:
        """Ask what rules a protein target out."""
        self.do(self._ask_exclusions)

    async def _ask_exclusions(self) -> None:
        from hybrid_tui.coach import exclusions  # late: asked once
        from hybrid_tui.domain.nutrition import ASKED_EXCLUSIONS
        from hybrid_tui.store import reads_plan
        from hybrid_tui.tui.widgets.ask_ticks import AskTicks

        settings = await self.shell.session.store.call(reads_plan.settings)
        said = exclusions.said(settings) or ()

        def answered(places: tuple[int, ...] | None) -> None:
            if places is not None:
                chosen = [ASKED_EXCLUSIONS[place] for place in places]
                self.do(lambda: self.tell(exclusions.exclude, chosen))

        self.app.push_screen(
            AskTicks(
                "Does one of these apply to you?",
                [each.value.capitalize() for each in ASKED_EXCLUSIONS],
                ticked=[ASKED_EXCLUSIONS.index(each) for each in said],
                text="Then a doctor or dietitian says how much protein, and no target is shown here.",
            ),
            answered,
        )

    def hour_of(self, at_us: int) -> str:
        """The hour of an instant where it lies on the day shown, else that it was later."""
        session = self.shell.session
        zone = session.clock.zone()
        hour = session.settings.get("day_start_hour")
        then = training_day(at_us, zone, hour) if isinstance(hour, int) else training_day(at_us, zone)
        return f"{session.clock.local(at_us, zone):%H:%M}" if then == self.day else "later"
