"""How an event looks in a line: a mark for its kind, the kind in words, its date short."""

from __future__ import annotations

from treatycli import dates

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
