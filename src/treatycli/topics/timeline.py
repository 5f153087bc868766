"""The timeline: dated events, past and announced."""

from __future__ import annotations

from treatycli import dates, folding, names
from treatycli.answers import WRONG, Answer, Problem, counted, failed
from treatycli.records import Contested, Event
from treatycli.show.blocks import Block, Entry, Foot, Gap, Section
from treatycli.topics import Topic, groups, known, misses, sourced, standing
from treatycli.topics import ahead as coming
from treatycli.topics.ahead import AheadItem
from treatycli.topics.events import DAY_ASKED, MARKS, EventItem, entry, in_order, kind_words, when
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.package import Package
    from treatycli.show.blocks import View


def timeline(
    package: Package,
    words: Sequence[str] = (),
    *,
    day: str,
    since: str | None = None,
    until: str | None = None,
    on: str | None = None,
    country: str | None = None,
    group: str | None = None,
    kind: str | None = None,
    treaty: str | None = None,
    whole: bool = False,
    ahead: bool = False,
    ids: bool = False,
) -> Answer:
    """List events in order of time: the turning points, or all that fit if anything is asked.

    `words` are a state, a year, and what the event holds; `since`, `until` and `on` are dates to the
    day, month or year; `country` is a name or code, `group` a group of states, `kind` a kind of event,
    `treaty` whose it is. An event counts that lasts into the range, or that may lie in it because only
    its month or year is known; `on` wants it known as closely as is asked. `whole` lists all, `ahead`
    what is still to come after the day; `ids` shows the ids.
    """
    if since and until and dates.first(since) > dates.last(until):
        message = f"--since {since} is after --until {until}"
        return failed("bad-range", message, "Swap them", status=WRONG, many=True)
    wanted = _wanted(package, words, country, group, day)
    if isinstance(wanted, Answer):
        return wanted.replace(many=True)
    codes, rest, years, notes = wanted

    def fits(event: Event | AheadItem, end: str | None, text: str) -> bool:
        """Tell whether an event, or what is to come, is among those asked for; `end` is its last date."""
        return (
            (codes is None or bool(codes & set(event.countries)))
            and (not kind or event.kind == kind)
            and (not treaty or (event.treaty or MINE_BAN) == treaty)
            and (not since or dates.last(end or event.date) >= dates.first(since))
            and (not until or dates.first(event.date) <= dates.last(until))
            and (not on or _falls_on(event.date, end, on))
            and all(event.date.startswith(year) for year in years)
            and all(word in f" {folding.fold(text)}" for word in rest)
        )

    parts = frozenset(("ids",)) if ids else frozenset()
    named = (country, groups.title(package, group), kind_words(kind or ""), treaty)
    about = ", ".join(filter(None, (" ".join(words), *named, _range(since or on, until or on))))
    if ahead or kind == "deadline":  # deadlines are no events: they lie ahead, or in `treaty deadlines`
        items = [i for i in coming.ahead(package, day) if fits(i, None, f"{i.id} {i.title} {i.kind}")]
        notes += () if items else ("nothing on record is still to come",)
        return Answer(
            tuple(items),
            many=True,
            notes=notes,
            parts=parts | {"ahead"},
            known_to=known.known_to(package),
            about=about,
        )
    asked = bool(words or since or until or on or country or group or kind or treaty or whole)
    events = package.all(Event) if asked else package.all(Event, turning="1")
    chosen = [event for event in events if fits(event, event.end_date, _text(event))]
    if kind in ("suspension", "objection"):
        notes += _contested(package, day)
    if not chosen:
        notes += ("no event on record fits",)
    if since and dates.first(since) > package.as_of:
        notes += ("what is still to come: treaty timeline --ahead",)
    items_ = tuple(sourced.whole(package, event, EventItem) for event in sorted(chosen, key=in_order))
    if not asked:
        parts |= {"story"}
    return Answer(
        items_,
        many=True,
        notes=notes,
        parts=parts,
        known_to=known.known_to(package),
        margin=() if asked else standing.parties_on(package, MINE_BAN, [dates.last(e.date) for e in items_]),
        about=about,
    )


def _contested(package: Package, day: str) -> tuple[str, ...]:
    """Return where the states stand whose notified acts are contested: such an act changes no status."""
    notes = []
    for act in package.all(Contested):
        row = standing.row_of(package, act.iso3, act.treaty, day)
        if dates.first(act.date) <= day:
            notes.append(
                f"{row.short_name}: {standing.sentence(row)}; the notified {act.act} does not change that"
            )
    return tuple(notes)


def _falls_on(date: str, end: str | None, on: str) -> bool:
    """Tell whether an event falls on a day, month or year; one known less closely than that does not."""
    first, last = dates.first(date), dates.last(end or date)
    if not end and first != last:
        return dates.first(on) <= first and last <= dates.last(on)
    return first <= dates.last(on) and dates.first(on) <= last


def _range(since: str | None, until: str | None) -> str:
    """Return a range of dates in words; nothing where none is asked for."""
    if since and since == until:
        return dates.words(since)
    ends = (f"from {dates.words(since)}" if since else "", f"to {dates.words(until)}" if until else "")
    return " ".join(filter(None, ends))


def _wanted(
    package: Package, words: Sequence[str], country: str | None, group: str | None, day: str
) -> tuple[frozenset[str] | None, list[str], list[str], tuple[str, ...]] | Answer:
    """Return the states' codes, the words that an event must hold, the years, and notes on spelling."""
    codes = groups.members_on(package, group, day)
    if isinstance(codes, Answer):
        return codes
    notes: tuple[str, ...] = ()
    if country:
        meant = misses.state_named(package, country)
        if isinstance(meant, Answer):
            return meant
        notes = misses.spelling_note(meant, country)
        codes = groups.common(codes, frozenset((meant.key.id,)))
    years = [word for word in words if word.isdigit() and len(word) == 4]
    rest = [word for word in words if word not in years]
    for count in range(len(rest), 0, -1):
        one = names.found(package, " ".join(rest[:count]), "states")
        if one and one.key.table == "states":
            own = groups.common(codes, frozenset((one.key.id,)))
            return own, folding.fold(" ".join(rest[count:])).split(), years, notes
        if groups.named(package, " ".join(rest[:count])):
            members = groups.members_on(package, " ".join(rest[:count]), day)
            assert not isinstance(members, Answer)
            return groups.common(codes, members), folding.fold(" ".join(rest[count:])).split(), years, notes
    return codes, folding.fold(" ".join(rest)).split(), years, notes


def _text(event: Event) -> str:
    return f"{event.id} {event.title} {event.detail} {kind_words(event.kind)} {event.place or ''}"


def _page(answer: Answer, view: View) -> list[Block]:
    """The story as a rail of years with the number of parties; else events by year, or what is ahead."""
    if "ahead" in answer.parts:
        return _ahead_page(answer, view)
    events = [item for item in answer.items if isinstance(item, EventItem)]
    today = answer.as_of or ""
    foot = known.foot_of(answer)
    if "story" in answer.parts and view.drawn:
        from treatycli.topics import rail

        points = counted(len(events), "turning point")
        points += ". All: treaty timeline --all. To come: treaty timeline --ahead."
        return [
            *rail.drawing(events, answer.margin, today, view, dated=answer.dated),
            Gap(),
            foot,
            Foot(points),
        ]
    years: dict[str, list[Entry]] = {}
    for place, event in enumerate(events):
        if dates.first(event.date) > today and (not place or dates.first(events[place - 1].date) <= today):
            line = Entry(when(today), DAY_ASKED if answer.dated else "today", bare=today, tone="today")
            years.setdefault(today[:4], []).append(line)
        years.setdefault(event.date[:4], []).append(entry(event, view, ids="ids" in answer.parts))
    page: list[Block] = [Section("Event", year, tuple(entries)) for year, entries in years.items()]
    hint = "" if "ids" in answer.parts or not events else " Their ids, for treaty cite: --ids."
    return [*page, Gap(), foot, Foot(f"{counted(len(events), 'event')}.{hint}")]


def _ahead_page(answer: Answer, view: View) -> list[Block]:
    items = [item for item in answer.items if isinstance(item, AheadItem)]
    entries = tuple(
        Entry(
            dates.words(item.date) if "/" in item.date else item.date,
            item.title + ("" if item.treaty == MINE_BAN else f" ({item.treaty})"),
            bare=item.date,
            mark=view.sign(*MARKS.get(item.kind, ("○", "-"))),
            tail=f"{kind_words(item.kind)}, {item.sure}" + (f", {item.id}" if "ids" in answer.parts else ""),
            tone=item.kind,
        )
        for item in items
    )
    day = answer.as_of or ""
    foot = known.foot_of(answer)
    return [Section("Ahead", f"Still to come after {dates.words(day)}, and how sure", entries), Gap(), foot]


def _picture(answer: Answer) -> str | Problem:
    from treatycli.topics import drawn

    return drawn.picture(answer)


def _calendar(answer: Answer) -> str | Problem:
    from treatycli.topics import drawn

    return drawn.calendar(answer)


TIMELINE = Topic(EventItem, timeline, _page, picture=_picture, calendar=_calendar, also=(AheadItem,))
