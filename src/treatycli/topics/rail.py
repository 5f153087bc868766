"""The story of the treaty as a rail of years: a mark by kind, and at the side the number of parties."""

from __future__ import annotations

from treatycli import dates
from treatycli.show.blocks import Block, Drawing, Span, Title
from treatycli.topics.events import DAY_ASKED, MARKS, when
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.records import Event
    from treatycli.show.blocks import View

BARS = 8
"""Columns of the longest bar of parties."""
_STRONG = ("signature", "entry_into_force", "withdrawal_notified", "withdrawal_effective")


def drawing(
    events: Sequence[Event], parties: Sequence[int], today: str, view: View, *, dated: bool = False
) -> list[Block]:
    """Return the blocks of the story: a title, and the rail with today, or the day asked, in its place.

    Where there is no room for the bars they are left out; titles wrap beside the rail.
    """
    width = min(view.width, 100)
    bars = BARS if width >= 76 else 0
    text = width - 16 - (bars + 6 if bars else 0)
    lines: list[tuple[Span, ...]] = []
    most, before, year = max([*parties, 1]), 0, ""
    later = next(
        (place for place, event in enumerate(events) if dates.first(event.date) > today), len(events)
    )
    for place, (event, count) in enumerate(zip(events, parties, strict=True)):
        if place == later:
            lines.append(_day_line(today, year, DAY_ASKED if dated else "today", view))
            year = today[:4]
        mark = view.sign(*MARKS[event.kind])
        name = event.title + (f" ({event.treaty})" if event.treaty and event.treaty != MINE_BAN else "")
        tail = _bar(count, before, most, bars, view) if bars and count and count != before else ()
        shown = event.date[:4] if event.date[:4] != year else "    "
        lines += _lines(shown, when(event.date), mark, name, event.kind, text, tail, view)
        year, before = event.date[:4], count or before
    if later == len(events):
        lines.append(_day_line(today, year, "the day asked" if dated else "today", view))
    last = max([today, *(dates.last(event.date) for event in events)])
    span = f"{events[0].date[:4]} to {last[:4]}" if events else today[:4]
    title = Title("Story", f"The mine ban, {span}", "at the right the number of parties" if bars else "")
    return [title, Drawing(tuple(lines))]


def _day_line(day: str, year: str, said: str, view: View) -> tuple[Span, ...]:
    """Return the line of the day asked about; `year` is the one that stands above it."""
    return (
        Span(day[:4] if day[:4] != year else "    ", "strong"),
        Span(f" {view.sign('◉', '@')} ", "strong"),
        Span(f"{when(day):<7}{said}", "quiet"),
    )


def _lines(
    year: str, day: str, mark: str, name: str, kind: str, width: int, tail: tuple[Span, ...], view: View
) -> list[tuple[Span, ...]]:
    """Return an event's line, and those that its title needs besides."""
    day = "" if len(day) == 4 and day.isdigit() else day
    rail, joint = view.sign("│", "|"), view.sign("├", "+")
    first, *others = _wrapped(name, width)
    tone = kind if kind in _STRONG else ""
    joined = joint if year.strip() else rail
    head = (
        Span(year, "strong"),
        Span(f" {joined} ", "quiet"),
        Span(f"{day:<7}", "quiet"),
        Span(f"{mark} ", kind),
    )
    body = Span(first.ljust(width) if tail else first, tone)
    lines = [(*head, body, *tail)]
    lines += [(Span(f"     {rail} ", "quiet"), Span(" " * 9), Span(other, tone)) for other in others]
    return lines


def _bar(count: int, before: int, most: int, width: int, view: View) -> tuple[Span, ...]:
    full = view.sign("█", "#")
    tone = "former party" if count < before else "party"
    return (Span(f" {count:>4} ", "quiet"), Span(full * max(1, round(width * count / most)), tone))


def _wrapped(text: str, width: int) -> list[str]:
    """Break a title at spaces into lines of at most so many characters, or at least a word."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".lstrip()
    return lines
