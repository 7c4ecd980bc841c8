"""The shelf as one chooses from it: each programme with what its fullest week asks."""

from __future__ import annotations

from datetime import date

from hybrid_tui.coach import programmes
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.programme.prescription import Known
from hybrid_tui.domain.programme.summary import Profile, profile
from hybrid_tui.domain.shelf_card import ShelfCard
from hybrid_tui.store import reads_plan
from hybrid_tui.store.database import Store


def cards(store: Store, library: Library, moment: Moment) -> tuple[ShelfCard, ...]:
    """As `shelved`, asked as a verb."""
    return shelved(library)


def shelved(library: Library) -> tuple[ShelfCard, ...]:
    """All programmes of the shelf, the easier and shorter ones first."""
    return tuple(
        ShelfCard(entry=entry, profile=_profile(library, entry.id)) for entry in programmes.shelf(library)
    )


def _profile(library: Library, programme_id: str) -> Profile:
    programme = programmes.read_text(library, library.programme_text(programme_id))
    known = Known(catalogue=library.catalogue)
    return library.remember(f"profile {programme_id}", lambda: profile(programme, known))


def wants_first_month(store: Store) -> bool:
    """Whether sprints begin in first-month doses: the person said that they have not run of late."""
    return reads_plan.settings(store).get("runs") is False


def start(
    store: Store, library: Library, moment: Moment, programme_id: str, day: date, begins_today: bool
) -> Outcome:
    """Follow a programme of the shelf from a day on, sprints in the doses that suit the person's base.

    Raises KeyError for an unknown id, and StoreError.
    """
    gentle = wants_first_month(store)
    return programmes.use(
        store, library, moment, programme_id, day, begins_today=begins_today, first_month=gentle
    )


def start_again(store: Store, library: Library, moment: Moment, day: date, begins_today: bool) -> Outcome:
    """Begin the text of the programme in hand anew. Raises NothingThere, ProgrammeErrors and StoreError."""
    row = reads_plan.programme(store)
    if row is None:
        raise NothingThere("There is no programme in hand. Nothing was changed.")
    return programmes.adopt(store, library, moment, row.text, day, begins_today)
