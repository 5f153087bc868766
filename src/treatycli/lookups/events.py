"""The timeline: dated events, past and announced."""

from __future__ import annotations

from treatycli import dates, names
from treatycli.answers import WRONG, Answer, Problem
from treatycli.items import EventItem
from treatycli.lookups import misses
from treatycli.records import Event, Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.package import Package


def event_item(package: Package, event: Event) -> EventItem:
    """Return an event as it is answered, with its sources whole."""
    return EventItem(**{**dict(event.pairs()), "sources": package.many(Source, event.sources)})


def in_order(event: Event) -> tuple[str, str, str]:
    """Return what events are sorted by; one known to the month or year only follows the others of it."""
    return dates.last(event.date), event.end_date or "", event.id


def timeline(
    package: Package,
    words: Sequence[str] = (),
    *,
    today: str,
    since: str | None = None,
    until: str | None = None,
    country: str | None = None,
    kind: str | None = None,
    as_of: str | None = None,
) -> Answer:
    """List the events in order of time.

    `since` and `until` are dates to the day, month or year, both included; `country` is a name or
    code; `kind` one of the kinds of event; `as_of` is the day marked as today. An event counts that
    lasts into the range, or that may lie in it because only its month or year is known.
    """
    chosen = package.all(Event)
    notes: tuple[str, ...] = ()
    if country:
        found = names.resolve(package, country, "states")
        if isinstance(found, names.Missed):
            return misses.missed("timeline", package, found)
        notes = misses.spelling_note(found, country)
        chosen = [event for event in chosen if found.key.id in event.countries]
    if kind:
        chosen = [event for event in chosen if event.kind == kind]
    if since:
        chosen = [event for event in chosen if dates.last(event.end_date or event.date) >= dates.first(since)]
    if until:
        chosen = [event for event in chosen if dates.first(event.date) <= dates.last(until)]
    chosen.sort(key=in_order)
    problems = (
        (Problem("bad-range", f"--since {since} is after --until {until}", "Swap them", (), WRONG),)
        if since and until and dates.first(since) > dates.last(until)
        else ()
    )
    return Answer(
        "timeline",
        tuple(event_item(package, event) for event in chosen),
        many=True,
        notes=notes,
        problems=problems,
        as_of=as_of or today,
        data_version=package.version,
    )
