"""Which times before a figure are out of its reach: those of a clause that has ended, or of an aside."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind


def is_still_to_come(row: Row, figure: Figure, at: int, place: int) -> bool:
    """Whether a clause of what will be done begins between a time told of the past and a figure.

    So in "fell 4% in the quarter, and it will close nine shops" and in "took a charge in May to close nine".
    """
    between = row.tags[at + 1 : place]
    hit = AND_WILL.search(between) if "A" in between else None
    if hit is not None and AHEAD.search(row.tags[max(0, at - 8) : at + 1 + hit.start()]) is None:
        return True
    if _was_decided(row, at) and TO_DO.match(between) is not None:
        return True
    if row.tags[at - 1 : at] == "S" and SAID_IT_WILL.match(between) is not None:
        return True
    if ("&" in between or "," in between) and _announces(row, at, place):
        return True
    if figure.kind not in (Kind.COUNT, Kind.RATIO) or "t" not in between:
        return False
    return IN_ORDER_TO.search(between) is not None


def _was_decided(row: Row, at: int) -> bool:
    """Whether a time is that of a decision ("decided in 1987 to make")."""
    verb = at - 1 - (row.tags[at - 1 : at] in ("n", "p"))
    return verb >= 0 and row.keys[verb] in known("contextwords.undertakes contextwords.plans")


TO_DO = Pattern(r"td?[VHWmXxB]")


def _announces(row: Row, at: int, place: int) -> bool:
    """Whether a sentence goes on with what was announced ("fell 4% and declared a dividend of $1")."""
    for verb in range(at + 2, place):
        joined = row.tags[verb - 1] in "&,"
        if joined and row.keys[verb].split()[0] in known("contextwords.announces"):
            return True
    return False


AHEAD = Pattern(r"[AX]")
AND_WILL = Pattern(r"(?r)(?:,?&(?:d?S)?|,?c|r)[INDKki]{0,3}Ad?[VBHWmx][^;F]*(?:F[^;]*)?\Z")
SAID_IT_WILL = Pattern(r"[INDKk]{1,3}A")
"""Behind the time of what was said: "said last week it would"."""
IN_ORDER_TO = Pattern(r"(?r)td?[WH](?:[^,;FVBAt]{0,6}&d?[WVHmx])?[Dqi]{0,2}\Z")
UNDER = Pattern(r"(?r)(?:^|[;:\"])d?(?P<c>[cp])[^,;]*[VBHAWXm][^,;]*\Z")
VERB_BEFORE = Pattern(r"(?r)[VBHAWXm][^;,]*\Z")
NEXT_CLAUSE = Pattern(r",?&(?:[DidLxMNZKk']{1,6}[dT]?[VBHAWXm]|d?B?[AX]|d?[BH])")


def ends_clause(row: Row, at: int) -> bool:
    """Whether another clause, or the line that dates an article, ends at a word."""
    if row.tags[at] == "c" and row.words[at].key == "and that":
        return "T" in row.tags[max(0, at - 2) : at]  # "savings of $5 million by 2028, and that 600 jobs go"
    if row.tags[at] == "c":
        return row.words[at].key in ("while", "whereas") and FRONT.match(row.tags, 0, at) is None
    return row.tags[at] == ";" or (row.tags[at] == "-" and DATELINE.match(row.tags[: at + 1]) is not None)


FRONT = Pattern(r"(?:c,?)?[np]D?T,")
"""A time that leads a sentence is of both its clauses ("In 2007, exports rose 5%, while imports fell 3%")."""
DATELINE = Pattern(r"[xLNET]{1,4}(?:,?[LT])*(?:\([xET]{1,3}\))?-\Z")
"""What stands before the text of an article, and maybe when it was written."""


def left_behind(row: Row, at: int, place: int) -> bool:
    """Whether the clause of the time at ``at`` ends before the figure.

    So in "since it bought the mill in May, it has agreed to sell $5 million" and in "a loss for the
    year and its debts exceed $5 million"; not in "When it closed the mill in May, it took ...".
    """
    between = row.tags[at + 1 : place]
    under = UNDER.search(row.tags[:at])
    if under is not None and "," in between:
        return row.words[under.start("c")].key in known("contextwords.earlier")
    following = NEXT_CLAUSE.search(between)
    if VERB_BEFORE.search(row.tags[max(0, at - 24) : at]) is None:
        return following is not None and _has_been(row, at, at + following.end())
    return following is not None and is_present(row, at + following.end())


def _has_been(row: Row, at: int, verb: int) -> bool:
    """Whether a sentence that a time opens goes on to what is now ("In May it got $5 and is due $9")."""
    if row.tags[verb] != "B" or row.keys[verb] not in ("is", "are"):
        return False
    told = next((i for i in range(at + 1, verb) if row.tags[i] in "VHWmB"), verb)
    return told < verb and not is_present(row, told)


def is_set_apart(row: Row, at: int, place: int) -> bool:
    """Whether a comma ends what the time is of: "Built in 1988, it has 900 workers", "in May, arguing that".

    So does the one of an aside on what is now ("this month Halden, which owns nine mills, sold").
    """
    comma = row.tags.find(",", at + 1, place)
    if comma < 0:
        return False
    before = row.keys[row.tags.rfind(",", 0, at) + 1 : at]
    if row.tags[comma + 1] == "&" and not AFTER.isdisjoint(before):
        return True
    if _is_of_an_aside(row, at):
        return True
    by_whom = BY_WHOM.match(row.tags, at + 1, comma) is not None
    if ASIDE_ED.search(row.tags[max(0, at - 8) : at]) and by_whom and _is_participle(row, at):
        return True
    if (comma == at + 1 and _is_of_what_ended(row, at)) or _tells_of_a_noun(row, at, comma):
        return True
    if row.tags[comma + 1] == "S" and row.words[comma + 1].key.endswith("ing"):
        # "raised its forecast for the year, saying it now sees"
        lead = at - 1 - (row.tags[at - 1] in "iD")  # "guidance for its first quarter, saying it expects"
        return row.keys[lead] != "for" or row.keys[lead - 1] not in known("contextwords.outlooks")
    hit = PRESENT_ASIDE.search(row.tags[comma - 1 : place])
    verb = comma - 1 + hit.start("verb") if hit is not None else comma
    if is_present(row, verb) and row.keys[verb] not in known("contextwords.tells_of_values"):
        return True
    once = row.keys[0].endswith("ed") and row.tags[0] not in "MNDK" and "," not in row.tags[:at]
    return once and not row.keys[0].startswith("need")


def _is_of_an_aside(row: Row, at: int) -> bool:
    """Whether a comma ends the relative clause of a time ("a bid, which it made in May, failed")."""
    low = max(0, at - 16)
    hit = ASIDE_WHO.search(row.tags[low:at])
    if hit is None:
        return False
    return row.keys[low + hit.start()] not in known("contextwords.spans")


def _is_participle(row: Row, at: int) -> bool:
    """Whether the word behind the comma before ``at`` is a participle ("Halden, rebuffed in July, ...")."""
    behind = row.keys[row.tags.rfind(",", 0, at) + 1]
    return behind.endswith(("ed", "ing")) or behind in known("contextwords.undergone")


def _is_of_what_ended(row: Row, at: int) -> bool:
    """Whether a time closes a clause on a thing ("Under a plan that ended in June, it bought")."""
    hit = THAT_DID.search(row.tags[max(0, at - 8) : at])
    if hit is None:
        return False
    that = max(0, at - 8) + hit.start("that")
    return row.keys[that] in ("that", "which", "who") and row.keys[that - 1] not in known(
        "contextwords.spans"
    )


def _tells_of_a_noun(row: Row, at: int, comma: int) -> bool:
    """Whether a time closes what was done to a noun before a comma ("Under a pact signed in 1987,").

    So in ", a brand bought in 2021 for $5 million," too, which has no verb of its own.
    """
    low = max(0, at - 9)
    hit = DONE_IN.search(row.tags[low:at])
    if hit is None or "F" in row.tags[at:comma].replace("pF", ""):
        return False
    done = low + hit.start("done")
    key = row.keys[done]
    if key in known("contextwords.ended") or not (
        key.endswith("ed") or key in known("contextwords.undergone")
    ):
        return False
    start = row.tags.rfind(",", 0, at) + 1
    moved = start == 0 and row.tags[done] == "V" and row.tags[comma + 1 : comma + 2] == "V"
    if moved and row.keys[comma + 1].endswith("ing"):
        return False  # "Sales increased in May, rising 4%"
    if row.tags[start] == "p" and key in known("contextwords.announces"):
        return True  # "Under the $300 million program authorized in March, it"
    return VERBLESS.match(row.tags[start:done]) is not None


DONE_IN = Pattern(r"(?r)[xMKkZGRX](?P<done>[xWHVmB])d?(?:pD?[KkNLPRMx]{1,3})?[npa]\Z")
VERBLESS = Pattern(r"[^VBHAWXSmFI]*+\Z")
THAT_DID = Pattern(r"(?r)[xMKkCGZX](?P<that>[rD])d?[VWmBHSx][^,;F]{0,5}\Z")
AFTER = frozenset(("after", "following"))
BY_WHOM = Pattern(r"(?:p[DiKkNLPRMxo']{1,8})?\Z")
ASIDE_WHO = Pattern(r"(?r)[NKkLPRxMGCZF],r[^,;]{0,12}\Z")
ASIDE_ED = Pattern(r"(?r)[NKkMxL],d?[VWmxBHS][^,;F]{0,5}\Z")
PRESENT_ASIDE = Pattern(r"(?r),r[DikKxN]{0,3}(?P<verb>[VBHWAXmx])[^,]*\Z")


def is_present(row: Row, at: int) -> bool:
    """Whether the verb at ``at`` tells of now or of what is to come ("exceeds", "will")."""
    word = row.words[at]
    now = row.words[at - 1].key in known("contextwords.at_present")
    if now or word.tag in "AX" or word.key in ("are", "have"):
        return True
    return word.key.endswith("s") and word.key != "was"


CAME_AFTER = Pattern(r"(?r)F[^F;]{0,6},?p(?:D?[qxd]?|Vd?[ta]?q*)\Z")


AFTER_A = Pattern(r"(?r)pD?x?F[CG]nT\Z")
"""Around a change that came before ("were flat in April, following a 0.6% increase in March")."""


def is_after(row: Row, place: int) -> bool:
    """Whether a figure is what came before another one ("will grow 1.9% next year, after 1.2% in 2025")."""
    change = AFTER_A.search(row.tags, max(0, place - 3), place + 4) is not None
    if not change and CAME_AFTER.search(row.tags[max(0, place - 12) : place]) is None:
        return False
    return any(word.key in ("after", "following") for word in row.words[max(0, place - 3) : place])
