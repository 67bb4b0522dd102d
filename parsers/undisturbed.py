"""Reading without looks for rubbish on the way.

Python looks through all that it holds whenever much was made, for things that hold each other in a circle.
A document that grows holds none: each look finds nothing, and takes longer than the last.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """No look until the end; where they are switched off already, they stay so."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
