"""Facts: sourced statements about a state, an area or the world."""

from __future__ import annotations

from treatycli import dates, names
from treatycli.answers import WRONG, Answer, Item, failed
from treatycli.records import Fact, Source
from treatycli.show.blocks import Block, Entry, Numbers, References, Section
from treatycli.topics import Topic, misses, sourced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatycli.package import Package
    from treatycli.show.blocks import View

WORLD = "WORLD"
DEADLINES = "deadlines"
"""What is asked for as a topic, and has a command of its own."""
CLEARED = ("clearance", "contamination")
"""The topics of what a declared completion ends."""
TOPIC_WORDS = {"victim_assistance": "victim assistance", "retained": "kept for training"}


class FactItem(Fact, Item):
    """`treaty facts`: one sourced statement. Facts that share a `conflict` disagree."""

    COLUMNS = ("date", "subject", "topic", "statement", "sources")

    sources: tuple[Source, ...]  # type: ignore[assignment]


def facts(
    package: Package,
    words: Sequence[str] = (),
    *,
    country: str | None = None,
    topic: str | None = None,
    year: str | None = None,
    since: str | None = None,
    until: str | None = None,
    world: bool = False,
) -> Answer:
    """List facts, newest first; those whose sources disagree stand together.

    `words` may begin with a state's name and go on with what the statement holds (`belarus stockpile`).
    `country` is a name or code, `topic` one of the topics, `year` four digits (that of the fact's date,
    or of its as-of where it has none), `since` and `until` dates; `world` asks for what is about no state.
    """
    notes: tuple[str, ...] = ()
    if topic == DEADLINES:
        hint = f"treaty deadlines {country or ' '.join(words)}".rstrip()
        return failed("usage", "deadlines are no facts: they have a command", hint, status=WRONG, many=True)
    if world and country:
        message = "--world asks for facts about no state, --country for those about one; give one"
        return failed("usage", message, "See: treaty facts --help", status=WRONG, many=True)
    code, rest = _subject(package, words)
    if country:
        meant = names.resolve(package, country, "states")
        if isinstance(meant, names.Missed):
            return misses.missed("states", package, meant)
        notes = misses.spelling_note(meant, country)
        if code and code != meant.key.id:
            message = f"{misses.shown(' '.join(words))} and --country {country} are about two"
            return failed("usage", message, "Give one", status=WRONG, many=True)
        code = meant.key.id
    chosen = package.find(Fact, WORLD) if world else package.find(Fact, code) if code else package.all(Fact)
    chosen = [
        fact
        for fact in chosen
        if (not topic or fact.topic == topic)
        and (not year or fact.stated.startswith(year))
        and (not since or fact.stated >= since)
        and (not until or fact.stated[: len(until)] <= until)
        and all(word in f" {_text(fact)}" for word in rest)
    ]
    if not chosen:
        notes += ("no fact on record fits",)
    items = [sourced.whole(package, fact, FactItem) for fact in disagreeing_together(newest_first(chosen))]
    return Answer(tuple(items), many=True, notes=notes)


def _subject(package: Package, words: Sequence[str]) -> tuple[str, list[str]]:
    """Return the state or area that the first words name, or nothing, and the words left, folded."""
    if words and names.fold(words[0]) == "world":
        return WORLD, names.fold(" ".join(words[1:])).split()
    for count in range(len(words), 0, -1):
        meant = names.found(package, " ".join(words[:count]), "states")
        if meant:
            return meant.key.id, names.fold(" ".join(words[count:])).split()
    return "", names.fold(" ".join(words)).split()


def _text(fact: Fact) -> str:
    return names.fold(f"{fact.id} {fact.subject} {fact.topic} {fact.statement}")


def newest_first(rows: Iterable[Fact]) -> list[Fact]:
    """Return facts by their date, newest first, undated last."""
    return sorted(rows, key=lambda fact: (fact.stated, fact.id), reverse=True)


def disagreeing_together(rows: Sequence[Fact]) -> list[Fact]:
    """Return facts in their order, but each with those it is in conflict with right behind it."""
    groups: dict[str, list[Fact]] = {}
    for fact in rows:
        groups.setdefault(fact.conflict or fact.id, []).append(fact)
    return [fact for group in groups.values() for fact in group]


def leading(rows: Sequence[FactItem]) -> FactItem:
    """Return the fact that stands for a topic: that marked so, else of the best source, then the newest."""
    return min(rows, key=lambda f: (not f.lead, min(map(sourced.rank, f.sources), default=9), _last(f)))


def leads(rows: Sequence[FactItem], topics: Sequence[str], day: str, completed: str | None) -> list[FactItem]:
    """Return the leading fact of each topic by a day (ISO 8601), in the order of the topics.

    `completed` is the date on which clearance was declared complete: what was before it leads no more.
    """
    leading_rows = []
    for topic in topics:
        earliest = dates.first(completed) if completed and topic in CLEARED else ""
        known = [f for f in rows if f.topic == topic and dates.first(f.stated or "0001") <= day]
        known = [f for f in known if dates.last(f.stated or "0001") >= earliest]
        if known:
            leading_rows.append(leading(known))
    return leading_rows


def _last(fact: Fact) -> tuple[int, ...]:
    """Return a date as what sorts the newest first."""
    return tuple(-ord(c) for c in f"{fact.stated:~<10}")


def topic_words(topic: str) -> str:
    """Return a topic of facts in words."""
    return TOPIC_WORDS.get(topic, topic)


def fact_entry(fact: FactItem, numbers: Numbers, *, tag: str = "", tail: str = "") -> Entry:
    """Return a fact as a footnoted line; one whose sources disagree says so."""
    marks = [word for word in (tail, "sources disagree" if fact.conflict else "") if word]
    if fact.confidence == "low":
        marks.append("low confidence")
    return Entry(
        fact.stated or "undated",
        fact.statement + (f" Note: {fact.note}." if fact.note else ""),
        tag=tag,
        tail=", ".join(marks),
        refs=numbers.refs(fact.sources),
    )


def _page(answer: Answer, view: View) -> list[Block]:
    """Facts by topic, newest first, each with the numbers of its sources."""
    numbers = Numbers()
    rows = [item for item in answer.items if isinstance(item, FactItem)]
    single = len({fact.subject for fact in rows}) == 1
    topics: dict[str, list[Entry]] = {}
    for fact in rows:
        line = fact_entry(fact, numbers, tag="" if single else fact.subject)
        topics.setdefault(fact.topic, []).append(line)
    page: list[Block] = [
        Section("Fact", topic_words(topic).capitalize(), tuple(topics[topic]))
        for topic in sorted(topics, key=lambda t: (t == "other", t))
    ]
    return [*page, References(tuple(numbers.sources), whole=len(rows) == 1)]


FACTS = Topic(FactItem, facts, _page)
