"""The process that reads articles for the explorer: articles come on standard input, documents go out."""

from __future__ import annotations

import gc
import os
import pickle
import queue
import signal
import sys
import threading
from itertools import count
from typing import IO

from parsers.article import Article
from parsers.model import Figure
from parsers.pieces import keep_sometimes
from tui.outcome import failed_on
from tui.pieces import Failure, in_pieces, news


def serve() -> None:
    """Read articles until standard input ends; then end at once, whatever is being read."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is a key of the interface
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # nothing else may come between
    asked: queue.SimpleQueue[Article] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(asked,), daemon=True).start()
    gc.disable()  # a document holds no circles, and there are many things to look through
    from parsers import pipeline

    pipeline.engine()
    for done in count(1):
        _answer(asked.get(), out)
        keep_sometimes(done)


def _listen(asked: queue.SimpleQueue[Article]) -> None:
    """Take articles in; when there can be no more, nobody waits for what is being read."""
    try:
        while True:
            asked.put(pickle.load(sys.stdin.buffer))
    finally:
        os._exit(0)


def _answer(article: Article, out: IO[bytes]) -> None:
    from parsers import pipeline

    def told(done: int, figures: tuple[Figure, ...]) -> None:
        for piece in news(done, figures):
            pickle.dump(piece, out, protocol=pickle.HIGHEST_PROTOCOL)
        out.flush()

    try:
        for piece in in_pieces(pipeline.parse_article(article, told=told)):
            pickle.dump(piece, out, protocol=pickle.HIGHEST_PROTOCOL)
    except OSError:
        os._exit(0)  # nobody listens any more
    except Exception as error:  # noqa: BLE001 - one article's misfortune is named, and ends no other
        failure = Failure(failed_on(article.source or "the text", error))
        pickle.dump(failure, out, protocol=pickle.HIGHEST_PROTOCOL)
    out.flush()
    gc.collect()
