"""Events as iCalendar (RFC 5545), for a program that shows days: whole days, stable keys, no clock.

The only module that imports `icalendar`, which is an extra (`pip install '.[calendar]'` in a clone).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from treatycli.folding import clean
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Entry(Record):
    """An event of whole days: a key that stays, its first day and its last (ISO 8601), what is said of it.

    `tentative` marks a day that is not certain.
    """

    key: str
    first: str
    end: str | None
    title: str
    lines: tuple[str, ...]
    kind: str
    url: str | None
    tentative: bool


def write(entries: Sequence[Entry], name: str, about: str, stamp: str) -> str:
    """Return a calendar of these entries; `stamp` is the day of the data (ISO 8601), never today."""
    calendar = Calendar()
    calendar.add("prodid", "-//treatycli//treaty//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", clean(name))
    calendar.add("x-wr-caldesc", clean(about))
    for entry in entries:
        calendar.add_component(_event(entry, datetime.fromisoformat(stamp).replace(tzinfo=UTC)))
    written: bytes = calendar.to_ical()
    return written.decode("utf-8")


def _event(entry: Entry, stamp: datetime) -> Event:
    first = date.fromisoformat(entry.first)
    last = date.fromisoformat(entry.end) if entry.end else first
    event = Event()
    event.add("uid", f"{clean(entry.key)}@treatycli")
    event.add("dtstamp", stamp)
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", clean(entry.title))
    event.add("description", clean("\n".join(entry.lines), keep="\n"))
    event.add("categories", [entry.kind])
    event.add("status", "TENTATIVE" if entry.tentative else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if entry.url:
        event.add("url", clean(entry.url))
    return event
