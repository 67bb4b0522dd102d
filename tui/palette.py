"""The command palette: every action that works now, by name and key."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.actions import Action, keys_of


class ActionProvider(Provider):
    """The actions of the explorer for Textual's palette."""

    async def discover(self) -> Hits:
        for action in self._works():
            yield DiscoveryHit(_display(action, None), self._run(action), text=action.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for action in self._works():
            if (score := matcher.match(action.help)) > 0:
                lit = matcher.highlight(action.help)
                yield Hit(score, _display(action, lit), self._run(action), text=action.help)

    def _works(self) -> Iterator[Action]:
        works = getattr(self.screen, "works", None)
        actions = getattr(self.screen, "actions", ())
        return (a for a in actions if works is not None and a.id != "palette" and works(a))

    def _run(self, action: Action) -> Any:
        return partial(self.screen.run_action, action.command)


def _display(action: Action, lit: Content | None) -> Content:
    return Content.assemble(lit or Content(action.help), Content.styled(f"  {keys_of(action)}", "$keys"))
