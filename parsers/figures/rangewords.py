"""The words around two numbers that tell a range from a change and its level."""

from __future__ import annotations

from functools import cache

import regex

from parsers.digits import GAP
from parsers.patterns import compiled
from parsers.worded import worded

_LOOSELY = "(?:an?|about|around|roughly|nearly|just|some|up|down)"
_END = r"\S{0,3}\d[\d.,]*%?"
_FROM = rf"from(?:{GAP}{_LOOSELY}|(?:{GAP}[\w.]{{1,12}}){{1,3}}['\u2019]s)?{GAP}$"
"""Before an old value, or the one of a time ("from last May's")."""
_ENDS = rf"(?:{GAP}\p{{L}}++)?{GAP}?(?:to|-|\u2013|(?(between)and|to)){GAP}?{_END}"
_SEEN = r"\b(?:expects?|expected|forecasts?|sees|foresees|projects|guidance)\b"
_RUNNING = r"(?<=range[^.;]{1,40})running"
_MOVED = "<<moneywords.moved|directions.verb|directions.act|directions.before>>"


_AMOUNT_BY = (
    r"\b<<moneywords.amounts>>"
    rf"(?:{GAP}\w{{1,12}}){{0,2}}{GAP}by{GAP}(?:\w{{1,13}}{GAP})?$"
)
_RANGING = rf"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|{_RUNNING}){GAP}from{GAP}$"
_MOVED_TOO = (
    rf"\b{_MOVED}\b{GAP}(?:by{GAP})?\p{{Sc}}?[\d.,]+(?:{GAP}[\p{{L}}]++)?{GAP}to{GAP}\p{{Sc}}?[\d.,]+"
    rf"(?:{GAP}(?!to{GAP})[\p{{L}}]++){{0,4}}(?:,{GAP}(?:and{GAP}|while{GAP})?|{GAP}(?:and|while){GAP})"
    rf"(?:(?!(?:to|from|between|at|of|in|be|is|are|was|were|will|would|for){GAP})[\w.'\u2019-]{{1,14}}{GAP}){{1,5}}$"
)
"""Before another change and its level, where one with its own has gone before it in the sentence."""


@cache
def old_behind() -> regex.Pattern[str]:
    """Behind two numbers: the old value of what moved by the one to the other."""
    of_one = r"(?![\d.,]++%?(?: to |-|\u2013)[\d.]++%)"  # "growth of 4% to 5%, from 3% to 4%": two ranges
    return compiled(rf",?{GAP}from{GAP}(?:about{GAP})?{of_one}[\p{{Sc}}\d]")


@cache
def before(what: str) -> regex.Pattern[str]:
    """The words before a number that say ``what`` it does there."""
    words = rf"(?:(?:{GAP}(?!(?:for|of|to){GAP})\w{{1,12}}){{0,3}}|{GAP}an?{GAP}average{GAP}of){GAP}$"
    source = {
        "between": rf"\b(?:between(?:{GAP}\w{{1,13}})?|range{GAP}of){GAP}$",
        "percent_or": rf"(?:%|\bper(?:{GAP}|-)?cent|\bpct){GAP}?,?{GAP}or{GAP}$",
        "by_or_gain_of": (
            rf"\bby(?:{GAP}\w{{1,13}}){{0,2}}{GAP}$"
            rf"|\b(?:<<directions.noun>>)(?:{GAP}in(?:{GAP}[\w'\u2019-]{{1,14}}){{1,6}})?{GAP}of{GAP}$"
        ),
        "moved_from": (
            rf"\b(?:(?:{_MOVED}(?!{GAP}hands)|<<moneywords.brought>>(?!{GAP}from))\b"
            rf"|an?{GAP}(?:increase|decrease|decline|drop|fall|gain|jump|reduction|rise){GAP}of{GAP}"
            rf"[\d.,]{{1,8}}{GAP}?(?:%|per{GAP}?cent){GAP}in{GAP})"
            rf"[^;:]{{0,90}}?\b{_FROM}"
        ),
        "from_some": rf"\bfrom(?:{GAP}[\p{{L}}'\u2019-]{{1,14}}){{0,5}}{GAP}$",
        "range_from": (
            rf"\b(?:(?P<between>between{GAP})|(?<![\d%]{GAP})(?:(?P<of>of)|to(?:{GAP}(?:be|down|up))?|at|be){GAP}(?:an?{GAP}range{GAP}of{GAP})?)"
            rf"{_END}(?(of){_ENDS}|(?:{_ENDS})?)"
            rf"(?:{GAP}[^\s\d]+){{0,3}},?{GAP}(?:(?:up|down){GAP})?{_FROM}"
        ),
        "ranging": _RANGING,
        "will_move": (
            rf"\b(?:to|will|would|could|may|might|should|can|must){GAP}(?:\w{{1,12}}{GAP})?{_MOVED}\b{words}"
        ),
        "will_move_by": (
            rf"\b(?:will|would|could|may|might|should|can|must|to){GAP}(?:\w{{1,12}}{GAP})?{_MOVED}\b"
            rf"(?:{GAP}(?!of{GAP})[\w'\u2019]{{1,14}}){{0,4}}{GAP}by{GAP}(?:\w{{1,13}}{GAP})?$"
        ),
        "amount_by": _AMOUNT_BY,
        "by": rf"\bby(?:{GAP}\w{{1,13}})?{GAP}$",
        "moved": rf"\b{_MOVED}\b{words}",
        "moved_too": _MOVED_TOO,
        "seen_up": rf"{_SEEN}[^.;\n]{{0,110}}?\b(?:up|down){GAP}(?:{_LOOSELY}{GAP})?$",
    }[what]
    return worded(source, int(regex.IGNORECASE))
