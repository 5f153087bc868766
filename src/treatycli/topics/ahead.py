"""What is still to come after a day: entries into force, withdrawals taking effect, deadlines, meetings."""

from __future__ import annotations

from treatycli import dates, duties, status
from treatycli.answers import Item
from treatycli.records import Action, Event, Source, State
from treatycli.topics import sourced
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatycli.package import Package


class AheadItem(Item):
    """`treaty timeline --ahead`: something still to come. `sure` is high, medium or low."""

    COLUMNS = ("date", "kind", "treaty", "countries", "title", "sure")

    date: str
    kind: str
    treaty: str
    countries: tuple[str, ...]
    title: str
    sure: str
    id: str
    sources: tuple[Source, ...]


def ahead(package: Package, day: str) -> list[AheadItem]:
    """Return what is still to come after a day (ISO 8601), in order of time."""
    items = [*_acts(package, day), *_deadlines(package, day), *_announced(package, day)]
    return sorted(items, key=lambda item: (dates.last(item.date), item.title))


def _acts(package: Package, day: str) -> Iterator[AheadItem]:
    """Yield acts notified by the day whose effect lies, or may lie, after it (Articles 17 and 20)."""
    moves = package.all(
        Action,
        action=lambda cell: cell != "signature",
        effective=lambda cell: not cell or dates.last(cell) > day,
    )
    for action in moves:
        effective = status.takes_effect(action)
        if dates.first(action.date) > day or dates.last(effective) <= day:
            continue
        name = package.get(State, action.iso3).short_name
        leaves = action.action == "withdrawal"
        bounded = "/" in effective
        yield AheadItem.putting_off(
            sourced.later(package, action.sources),
            date=effective,
            kind="withdrawal_effective" if leaves else "entry_into_force",
            treaty=action.treaty,
            countries=(action.iso3,),
            title=f"{name}'s withdrawal takes effect" if leaves else f"In force for {name}",
            sure="low" if bounded else "high",
            id="/".join((action.treaty, action.iso3, action.action, action.date)),
        )


def _deadlines(package: Package, day: str) -> Iterator[AheadItem]:
    for state, one, actions, rows in duties.ahead(package, day):
        sure = min((row.confidence for row in rows if row.due == one.date), default="high", key=_RANK.index)
        yield AheadItem.putting_off(
            sourced.later(package, dict.fromkeys(key for row in rows or actions for key in row.sources)),
            date=one.date,
            kind="deadline",
            treaty=MINE_BAN,
            countries=(state.iso3,),
            title=f"{state.short_name}: Article {one.article}, {one.duty}",
            sure=sure,
            id=f"{state.iso3}/{one.article}",
        )


_RANK = ("low", "medium", "high")


def _announced(package: Package, day: str) -> Iterator[AheadItem]:
    for event in package.all(Event, date=lambda cell: dates.last(cell) > day):
        yield AheadItem.putting_off(
            sourced.later(package, event.sources),
            date=event.date,
            kind=event.kind,
            treaty=event.treaty or MINE_BAN,
            countries=event.countries,
            title=event.title,
            sure=event.confidence,
            id=event.id,
        )
