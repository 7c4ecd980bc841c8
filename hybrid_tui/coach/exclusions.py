"""Where no protein target may be given: asked once after a yes on the health line, changed at any time."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.nutrition import ASKED_EXCLUSIONS, Exclusion
from hybrid_tui.store import writes
from hybrid_tui.store.database import Store

SETTING = "excluded"
"""The setting that lists what applies, in the words of `Exclusion`; an empty list says that none of it does."""


def said(settings: Mapping[str, object]) -> tuple[Exclusion, ...] | None:
    """What the person said applies; None where it was never asked."""
    stored = settings.get(SETTING)
    if not isinstance(stored, list | tuple):
        return None
    return tuple(each for each in ASKED_EXCLUSIONS if each.value in stored)


def exclusion_of(settings: Mapping[str, object]) -> Exclusion | None:
    """Why no protein target is given, out of the settings; None where one may be.

    After a yes on the health line there is none before it is known what the yes was about (DOMAIN 2.14).
    """
    found = said(settings)
    if found is None:
        return Exclusion.NOT_ASKED if settings.get("health") is True else None
    return found[0] if found else None


def exclude(store: Store, moment: Moment, chosen: Collection[Exclusion]) -> None:
    """Keep what applies, nothing where the collection is empty. Raises StoreError."""
    kept = [each.value for each in ASKED_EXCLUSIONS if each in chosen]
    words = f"no protein target with {' and '.join(kept)}" if kept else "a protein target suits you"
    with store.write(words) as writer:
        writes.save_setting(writer, SETTING, kept)
