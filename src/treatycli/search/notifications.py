"""A depositary notification (`C.N.362.2025`) in a question, and the records that tell of it."""

from __future__ import annotations

from treatycli.folding import notification_numbers
from treatycli.records import Action, Event
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.package import Package

_MARKS = ("c.n.", "cn.", "c.n ", "cn ")


def named(typed: str) -> str:
    """Return the notification that a question names, as its number or number and year; nothing if none."""
    small = f"{typed.lower()} "
    places = [place for mark in _MARKS if (place := f" {small}".find(f" {mark}")) >= 0]
    numbers = notification_numbers(typed[min(places) :])[:2] if places else []
    return ".".join(numbers)


def records(package: Package, number: str) -> list[str]:
    """Return the records that tell of a notification, as the search index names them, the nearest first."""
    told_by: list[str] = []
    for action in package.all(Action):
        if _holds(f"{action.notification or ''} {action.note or ''}", number):
            told_by += [f"e{event.id}" for event in _events(package, action)]
            told_by.append(f"s{action.iso3}")
    for table in ("events", "facts"):
        told_by += [table[0] + cells[0] for cells in package.listed(table) if _holds(" ".join(cells), number)]
    for cells in package.listed("sources"):
        if _holds(" ".join(cells), number):
            cited_by = package.linked("cited_by", cells[0])
            told_by += [kind[0] + key for _, kind, key in cited_by if kind in ("events", "facts")]
    return list(dict.fromkeys(told_by))


def _holds(text: str, number: str) -> bool:
    """Tell whether a text names a notification of this number, or number and year."""
    return f" c.n.{number}." in f" {text.lower()}. ".replace("(", " ")


def _events(package: Package, action: Action) -> list[Event]:
    """Return the events of the day of an act whose notification it is."""
    events = package.events_of(action.iso3)
    of_the_day = [e for e in events if e.date == action.date and (e.treaty or MINE_BAN) == action.treaty]
    return of_the_day if action.notification else []
