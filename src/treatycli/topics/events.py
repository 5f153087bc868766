"""An event as scripts see it, and in a line: a mark for its kind, the kind in words, its date short."""

from __future__ import annotations

from treatycli import dates
from treatycli.answers import Item
from treatycli.records import Event, Source
from treatycli.show.blocks import Entry
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
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
"""The mark of each kind of event, in Unicode and in ASCII."""
DAY_ASKED = "the day asked; what follows is later"
"""What a list says of the day, where events follow that are later."""


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


class EventItem(Event, Item):
    """`treaty timeline`: a dated event."""

    COLUMNS = ("date", "kind", "treaty", "countries", "title", "id")

    sources: tuple[Source, ...]  # type: ignore[assignment]


def in_order(event: Event) -> tuple[str, str, str]:
    """Return what events are sorted by; one known to the month or year only follows the others of it."""
    return dates.last(event.date), event.end_date or "", event.id


def entry(
    event: EventItem,
    view: View,
    *,
    year: bool = False,
    refs: tuple[int, ...] = (),
    own: str = "",
    ids: bool = False,
) -> Entry:
    """Return an event as a line of a section; `own` is the state whose page it is, which needs no naming."""
    span = f"/{event.end_date}" if event.end_date and event.end_date != event.date else ""
    others = [code for code in event.countries if code != own]
    code = f"({event.treaty})" if event.treaty and event.treaty != MINE_BAN else ""
    return Entry(
        key=when(event.date, event.end_date, year=year),
        bare=event.date + span,
        mark=view.sign(*MARKS[event.kind]),
        text=f"{event.title} {code}".rstrip(),
        tail=", ".join([*others, event.id] if ids else others),
        tone=event.kind,
        refs=refs,
    )
