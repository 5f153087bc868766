"""The timeline as a picture and as a calendar: its events, or what is still to come, without a page."""

from __future__ import annotations

from treatycli import dates
from treatycli.answers import WRONG, Problem, counted
from treatycli.show.blocks import until_when
from treatycli.topics import known
from treatycli.topics.ahead import AheadItem
from treatycli.topics.events import kind_words, when
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.answers import Answer, Item
    from treatycli.records import Source
    from treatycli.show.calendar import Entry
    from treatycli.show.pictures.story import Moment
    from treatycli.topics.events import EventItem


def picture(answer: Answer) -> str | Problem:
    """Draw the story, the events that fit, or what is ahead; the problem where they are too many."""
    from treatycli.show.pictures import story

    count = len(answer.items)
    if count > story.MOST:
        message = f"{count} events are too many for a picture; it takes {story.MOST}"
        hint = "Narrow them: treaty timeline poland 2025, --since, --until, --kind"
        return Problem("usage", message, hint, (), WRONG)
    parties = answer.margin or (0,) * count
    pairs = zip(answer.items, parties, strict=True)
    moments = [_moment(item, number) for item, number in pairs]
    day = answer.as_of or ""
    today = story.Moment(day[:4], when(day), "date of this picture", "")
    past = sum(dates.first(_date(item)) <= day for item in answer.items)
    heading, below = _headings(answer, day)
    listed = "; ".join(f"{dates.words(_date(item))}: {_title(item)}" for item in answer.items)
    description = f"{counted(count, 'event')} from the first to the last: {listed or 'none'}."
    caption = known.caption(answer, "story", heading, below, description)
    feet = (*caption.feet, "Sources of each event: treaty timeline --json.")
    at = 0 if "ahead" in answer.parts else past
    return story.draw(moments, today, at, caption.replace(feet=feet))


def _headings(answer: Answer, day: str) -> tuple[str, str]:
    """Return the heading of the picture and the line below it."""
    narrowed = answer.about[:1].upper() + answer.about[1:]
    if "ahead" in answer.parts:
        tail = f": {narrowed}" if narrowed else ""
        return (
            f"Still to come after {dates.words(day)}{tail}",
            "Deadlines, entries into force, withdrawals and meetings on record",
        )
    years = [_date(item)[:4] for item in answer.items] or [day[:4]]
    span = years[0] if years[0] == years[-1] else f"{years[0]} to {years[-1]}"
    if "story" in answer.parts:
        return f"The mine ban, {span}", f"Turning points up to {dates.words(max(day, _end(answer)))}"
    return f"The mine ban: {narrowed or span}", f"{counted(len(answer.items), 'event')} on record, {span}"


def _end(answer: Answer) -> str:
    return max((dates.last(_date(item)) for item in answer.items), default="")


def _date(item: Item) -> str:
    date: str = item.date  # type: ignore[attr-defined]
    return date


def _title(item: Item) -> str:
    """Return what happened, with the treaty's code where it is another treaty's event."""
    event: EventItem | AheadItem = item  # type: ignore[assignment]
    return event.title if event.treaty in (None, MINE_BAN) else f"{event.title} ({event.treaty})"


def _moment(item: Item, parties: int) -> Moment:
    """Return an event as the line shows it; one known within bounds stands at its last possible day."""
    from treatycli.show.pictures.story import Moment

    event: EventItem | AheadItem = item  # type: ignore[assignment]
    sure = event.sure if isinstance(event, AheadItem) else "high"
    bounded = "/" in event.date
    notes = [dates.words(event.date)] if bounded else []
    notes += ["day not known"] if len(event.date) == 4 else []
    notes += [f"how sure: {sure}"] if sure != "high" else []
    day = f"by {when(dates.last(event.date))}" if bounded else when(event.date)
    return Moment(
        year=dates.last(event.date)[:4],
        day="" if day.isdigit() else day,
        title=_title(item),
        kind=event.kind,
        note=", ".join(notes),
        parties=parties,
    )


def calendar(answer: Answer) -> str | Problem:
    """Return the events of an answer as iCalendar; the problem where the library for it is not there."""
    try:
        from treatycli.show import calendar as written
    except ImportError:
        message = "--format ics needs the package icalendar, which is not installed"
        return Problem("usage", message, "pip install icalendar", (), WRONG)
    name = "The mine ban: still to come" if "ahead" in answer.parts else "The mine ban: events"
    name += f" ({answer.about})" if answer.about else ""
    until = until_when(answer.known_to or "", answer.documents_to or "")
    entries = [_entry(item, until) for item in answer.items]
    return written.write(entries, name, until, answer.documents_to or "")


def _entry(item: Item, until: str) -> Entry:
    """Return an event of an answer as one of a calendar, with its bounds, how sure it is, and its sources."""
    from treatycli.show.calendar import Entry

    event: EventItem | AheadItem = item  # type: ignore[assignment]
    ahead = isinstance(event, AheadItem)
    sure = event.sure if isinstance(event, AheadItem) else event.confidence
    end = None if isinstance(event, AheadItem) else event.end_date
    first, last = dates.first(event.date), dates.last(event.date)
    lines = [] if isinstance(event, AheadItem) else [event.detail, event.note or ""]
    if first != last:
        lines.append(f"The day is not known: {dates.on(event.date)}. Shown on the first possible day.")
    lines.append(f"How sure: {sure}.")
    lines += [_reference(source) for source in event.sources]
    lines.append(until)
    return Entry(
        key=_key(event.id),
        first=first,
        end=end if end and len(end) == 10 and end > first else None,
        title=_title(item) + (" (first possible day)" if first != last else ""),
        lines=tuple(line for line in lines if line),
        kind=kind_words(event.kind),
        url=next((source.url for source in event.sources if source.url), None),
        tentative=first != last or (ahead and sure == "low"),
    )


def _reference(source: Source) -> str:
    parts = (source.publisher, source.title, source.url or source.seen_at or "")
    return "Source: " + ", ".join(part for part in parts if part)


def _key(identity: str) -> str:
    """Return an id without the dates in it, so that an event whose date becomes known moves and stays one."""
    return "/".join(part for part in identity.split("/") if not (len(part) > 1 and dates.is_date(part)))
