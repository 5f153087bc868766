"""The timeline: events by year, each with its kind as a word and a mark, and today."""

from __future__ import annotations

from treatycli import dates
from treatycli.answers import Answer
from treatycli.items import EventItem
from treatycli.show.blocks import Block, Entry, Foot, Section
from treatycli.show.pages import Room

MARKS = {
    "negotiation": ("◇", "o"),
    "signature": ("✎", "s"),
    "ratification": ("●", "+"),
    "accession": ("●", "+"),
    "entry_into_force": ("★", "*"),
    "related_treaty": ("§", "&"),
    "meeting": ("■", "#"),
    "review_conference": ("■", "#"),
    "milestone": ("◆", "!"),
    "report": ("≡", "="),
    "statement": ("“", '"'),
    "use": ("✖", "x"),
    "transfer": ("→", ">"),
    "withdrawal_announced": ("▽", "v"),
    "withdrawal_vote": ("▽", "v"),
    "withdrawal_notified": ("▼", "V"),
    "withdrawal_effective": ("▼", "V"),
    "suspension": ("‖", "~"),
    "objection": ("!", "!"),
}


def kind_words(kind: str) -> str:
    """Return a kind of event in words: `withdrawal_notified` is `withdrawal notified`."""
    return kind.replace("_", " ")


def when(date: str, end: str | None = None) -> str:
    """Return a date within its year, short: `27 Jun`, `Jun`, `3-4 Dec`; the whole for an interval."""
    if "/" in date:
        return dates.words(date)
    parts = [_short(date)]
    if end and end != date:
        same_month = end[:7] == date[:7]
        return (
            f"{int(date[8:])}-{_short(end)}"
            if same_month and len(date) == 10
            else f"{parts[0]}-{_short(end)}"
        )
    return parts[0]


def _short(date: str) -> str:
    month = dates.MONTHS[int(date[5:7]) - 1][:3] if len(date) > 4 else ""
    return f"{int(date[8:])} {month}" if len(date) == 10 else month


def entry(event: EventItem, room: Room, *, full_date: bool = False, refs: tuple[int, ...] = ()) -> Entry:
    """Return an event as a line of a section."""
    span = f"/{event.end_date}" if event.end_date else ""
    return Entry(
        key=event.date + span if full_date else when(event.date, event.end_date),
        mark=MARKS[event.kind][0 if room.unicode else 1],
        tag=kind_words(event.kind),
        text=event.title,
        tail=", ".join(event.countries),
        tone=event.kind,
        refs=refs,
    )


def timeline(answer: Answer, room: Room) -> list[Block]:
    """A vertical view by year; the day asked stands as a line of its own between the events."""
    events = [item for item in answer.items if isinstance(item, EventItem)]
    today = answer.as_of or ""
    years: dict[str, list[Entry]] = {}
    marked = not events
    for event in events:
        if not marked and dates.first(event.date) > today:
            years.setdefault(today[:4], []).append(_today(today))
            marked = True
        years.setdefault(event.date[:4], []).append(entry(event, room))
    if not marked:
        years.setdefault(today[:4], []).append(_today(today))
    page: list[Block] = [Section("Event", year, tuple(entries)) for year, entries in years.items()]
    page.append(Foot(f"{today}, data {answer.data_version}: {len(events)} events"))
    return page


def _today(day: str) -> Entry:
    return Entry(when(day), "today", tone="today")
