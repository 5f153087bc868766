"""The timeline: dated events, past and announced."""

from __future__ import annotations

from treatycli import dates
from treatycli.answers import WRONG, Answer, Item, failed
from treatycli.records import Event, Source
from treatycli.show.blocks import Block, Entry, Foot, Section
from treatycli.topics import Topic, misses, sourced
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.package import Package
    from treatycli.show.blocks import View

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


class EventItem(Event, Item):
    """`treaty timeline`: a dated event."""

    COLUMNS = ("date", "kind", "countries", "title", "sources")

    sources: tuple[Source, ...]  # type: ignore[assignment]


def in_order(event: Event) -> tuple[str, str, str]:
    """Return what events are sorted by; one known to the month or year only follows the others of it."""
    return dates.last(event.date), event.end_date or "", event.id


def timeline(
    package: Package,
    *,
    day: str,
    since: str | None = None,
    until: str | None = None,
    country: str | None = None,
    kind: str | None = None,
) -> Answer:
    """List the events in order of time.

    `since` and `until` are dates to the day, month or year, both included; `country` is a name or
    code; `kind` one of the kinds of event; `day` is marked as today. An event counts that lasts into
    the range, or that may lie in it because only its month or year is known.
    """
    if since and until and dates.first(since) > dates.last(until):
        message = f"--since {since} is after --until {until}"
        return failed("bad-range", message, "Swap them", status=WRONG, many=True)
    chosen = package.all(Event)
    notes: tuple[str, ...] = ()
    if country:
        meant = misses.state_named(package, country)
        if isinstance(meant, Answer):
            return meant
        notes = misses.spelling_note(meant, country)
        chosen = [event for event in chosen if meant.key.id in event.countries]
    if kind:
        chosen = [event for event in chosen if event.kind == kind]
    if since:
        chosen = [event for event in chosen if dates.last(event.end_date or event.date) >= dates.first(since)]
    if until:
        chosen = [event for event in chosen if dates.first(event.date) <= dates.last(until)]
    if not chosen:
        notes += ("no event on record fits",)
    items = tuple(sourced.whole(package, event, EventItem) for event in sorted(chosen, key=in_order))
    return Answer(items, many=True, notes=notes)


def kind_words(kind: str) -> str:
    """Return a kind of event in words: `withdrawal_notified` is `withdrawal notified`."""
    return kind.replace("_", " ")


def when(date: str, end: str | None = None, *, year: bool = False) -> str:
    """Return a date short, within its year or with it: `27 Jun`, `3-4 Dec`, `27 Jun 2025`; never blank."""
    if "/" in date:
        return dates.words(date)
    if len(date) == 4:
        return date
    tail = f" {date[:4]}" if year else ""
    if end and end != date and len(date) == 10:
        start = f"{int(date[8:])}" if end[:7] == date[:7] else _short(date)
        return f"{start}-{_short(end)}{tail}"
    return _short(date) + tail


def _short(date: str) -> str:
    month = dates.MONTHS[int(date[5:7]) - 1][:3]
    return f"{int(date[8:])} {month}" if len(date) == 10 else month


def entry(
    event: EventItem, view: View, *, year: bool = False, refs: tuple[int, ...] = (), own: str = ""
) -> Entry:
    """Return an event as a line of a section; `own` is the state whose page it is, which needs no naming."""
    span = f"/{event.end_date}" if event.end_date and event.end_date != event.date else ""
    others = [code for code in event.countries if code != own]
    code = f"({event.treaty})" if event.treaty and event.treaty != MINE_BAN else ""
    return Entry(
        key=when(event.date, event.end_date, year=year),
        bare=event.date + span,
        mark=MARKS[event.kind][0 if view.unicode else 1],
        text=f"{event.title} {code}".rstrip(),
        tail=", ".join(others),
        tone=event.kind,
        refs=refs,
    )


def _page(answer: Answer, view: View) -> list[Block]:
    """A vertical view by year; the day asked stands as a line of its own between the events."""
    events = [item for item in answer.items if isinstance(item, EventItem)]
    today = answer.as_of or ""
    years: dict[str, list[Entry]] = {}
    marked = not events
    for event in events:
        if not marked and dates.first(event.date) > today:
            years.setdefault(today[:4], []).append(_today(today))
            marked = True
        years.setdefault(event.date[:4], []).append(entry(event, view))
    if not marked:
        years.setdefault(today[:4], []).append(_today(today))
    page: list[Block] = [Section("Event", year, tuple(entries)) for year, entries in years.items()]
    page.append(Foot(f"{len(events)} events."))
    return page


def _today(day: str) -> Entry:
    return Entry(when(day), "today", bare=day, tone="today")


TIMELINE = Topic(EventItem, timeline, _page)
