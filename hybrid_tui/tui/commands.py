"""What the palette finds: every key's verb, and whatever the app was given to find things with."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from inspect import isawaitable

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Matcher, Provider
from textual.content import Content
from textual.css.styles import RenderStyles
from textual.style import Style
from textual.widgets import Input

from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.context import Found
from hybrid_tui.tui.keys import KeyWord, key_words
from hybrid_tui.tui.widgets.dialog import on_top
from hybrid_tui.tui.words import words

QUERY_LIMIT = 100
"""Characters that can be looked for."""


def _lit(matcher: Matcher, text: str) -> Content:
    """The text with its matching letters marked. Textual's own `highlight` reads it as markup."""
    content = words(text)
    score, offsets = matcher.fuzzy_search.match(matcher.query, content.plain)
    if score:
        for offset in offsets:
            content = content.stylize(Style.parse("$accent"), offset, offset + 1)
    return content


class Palette(CommandPalette):
    """Textual's palette in house style."""

    DEFAULT_CSS = """
    Palette { background: $background 70%; }
    Palette SearchIcon { display: none; }
    Palette > Vertical { margin: 2 0; max-width: 80; background: $surface; }
    Palette #--input { height: 3; border: none; padding: 1 2; background: $surface; }
    Palette CommandInput, Palette CommandInput:focus { border: none; background: $surface; height: 1; }
    Palette CommandList { border: none; background: $surface; padding-bottom: 1; }
    Palette CommandList > .option-list--option { text-style: none; color: $text-2; padding: 0 2; }
    Palette CommandList > .option-list--option-highlighted { background: $raised; color: $text; }
    Palette CommandList { scrollbar-size-vertical: 1; }
    Palette > .command-palette--help-text { color: $text-3; text-style: none; }
    """

    def on_mount(self) -> None:
        """What is looked for is short; a long paste would be compared with every word, letter by letter."""
        self.query_one(Input).max_length = QUERY_LIMIT

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close once: a click beside it may come when it is gone already."""
        return super().dismiss(result) if on_top(self) else AwaitComplete()

    def _action_command_list(self, action: str) -> None:
        """Move in what was found; where there is no room for it, no page can be turned."""
        with suppress(KeyError):
            super()._action_command_list(action)

    def get_component_styles(self, *names: str) -> RenderStyles:
        """The styles of a part; its own once it is closed, for a search may still be under way then."""
        try:
            return super().get_component_styles(*names)
        except KeyError:
            if self.is_attached:
                raise
            return self.styles


class KeyCommands(Provider):
    """The verbs of the screen in view and those of the whole app, declared once by their bindings."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for word in self._words():
            yield DiscoveryHit(
                words(word.sentence), partial(self._run, word), text=word.sentence, help=word.keys
            )

    async def search(self, query: str) -> Hits:
        """Those whose words fit."""
        matcher = self.matcher(query)
        for word in self._words():
            score = max(matcher.match(word.sentence), matcher.match(word.word))
            if score > 0:
                yield Hit(
                    score,
                    _lit(matcher, word.sentence),
                    partial(self._run, word),
                    text=word.sentence,
                    help=word.keys,
                )

    def _words(self) -> list[KeyWord]:
        app = self.app
        if not isinstance(app, HybridApp):
            return []
        return [
            word
            for word in key_words(self.screen.active_bindings.values(), app.glyphs, hidden=True)
            if word.active.binding.action not in {"command_palette", "back"}
        ]

    async def _run(self, word: KeyWord) -> None:
        await self.app.run_action(word.active.binding.action, word.active.node)


class FoundCommands(Provider):
    """Exercises, past sessions and dates, looked up as one types."""

    async def search(self, query: str) -> Hits:
        """What the app's `find` verb gives for the query, in its order."""
        app = self.app
        if not isinstance(app, HybridApp) or app.session.verbs.find is None:
            return
        matcher = self.matcher(query)
        for place, found in enumerate(await app.session.verbs.find(query)):
            score = max(matcher.match(found.title), 0.5 / (place + 1))
            shown = words(found.hint).plain
            yield Hit(score, _lit(matcher, found.title), partial(_open, found), text=found.title, help=shown)


async def _open(found: Found) -> None:
    went = found.open()
    if isawaitable(went):
        await went
