"""Keys one at a time: what is typed ahead goes where it would have gone at leisure.

Textual hands every key to the widget that has the focus when the key arrives.  Over a slow line many
keys arrive at once, and those typed into a search would reach the table instead, where ``q`` quits.
Here a key waits until the one before it has had its effect.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import cached_property, partial

from textual import events
from textual.app import App
from textual.message import Message
from textual.widget import Widget

from tui.actions import ACTIONS, Action

PATIENCE = 0.25
"""Seconds after which the next key is handled whatever became of the one before."""

ROUNDS = 3
"""A key may be told on by messages that are sent while it is handled: Enter in a line is a key, then
"submitted", then what the screen makes of it."""


class Handled(Message):
    """Goes the way of a key right behind it: when it reaches the app, the key has been there."""

    def __init__(self, number: int, target: Widget, rounds: int = ROUNDS) -> None:
        super().__init__()
        self.number, self.target, self.rounds = number, target, rounds


class OneKeyAtATime(App[int]):
    """An app that holds back a key while another is on its way."""

    actions: Sequence[Action] = ACTIONS
    """What a person can do, with the keys that they want."""
    _number = 0
    _under_way = 0
    _key = ""

    async def on_event(self, event: events.Event) -> None:
        """Textual's own way of an event, with a gate for keys that come from the terminal."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._under_way and (self._keys or event.key != self._key or event.key not in self._moving):
            self._keys.append(event)
            self.set_timer(PATIENCE, partial(self._done, self._under_way))
        else:
            await self._handle(event)

    async def on_handled(self, message: Handled) -> None:
        """The key has done its work once this has gone round often enough: now the next one."""
        rounds = message.rounds - 1
        again = Handled(message.number, message.target, rounds)
        if not (rounds and message.target.post_message(again)):
            await self._done(message.number)

    @cached_property
    def _moving(self) -> frozenset[str]:
        """Keys that are held down to move; a repetition goes where the first went and need not wait."""
        return frozenset(key for action in self.actions if action.group == "Move" for key in action.keys)

    @cached_property
    def _keys(self) -> deque[events.Key]:
        return deque()

    async def _handle(self, key: events.Key) -> None:
        target = self.focused or self.screen
        await super().on_event(key)
        self._number += 1
        self._key = key.key
        if key.is_forwarded and target.post_message(Handled(self._number, target)):
            self._under_way = self._number

    async def _done(self, number: int) -> None:
        if number != self._under_way:
            return
        self._under_way = 0
        while self._keys and not self._under_way:
            await self._handle(self._keys.popleft())
