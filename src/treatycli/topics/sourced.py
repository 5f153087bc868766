"""Rows with whole documents: what a script sees of a row, and which of its sources is the strongest."""

from __future__ import annotations

from treatycli.records import Source
from treatycli.values import Record
from treatycli.vocabulary import TIERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    from treatycli.package import Package
    from treatycli.values import Row

    R = TypeVar("R", bound=Record)

_RANKS = {tier: rank for rank, tier in enumerate(TIERS)}


def rank(source: Source) -> int:
    """Return how strong a document is, 0 for the strongest tier."""
    return _RANKS.get(source.tier or "", len(TIERS))


def documents(package: Package, keys: Iterable[str]) -> tuple[Source, ...]:
    """Return the sources with these ids, the strongest first, else in the order given."""
    read: dict[str, Source] = package.remembered(("sources",), dict)  # many rows of a state rest on the same
    rows = []
    for key in keys:
        if key not in read:
            read[key] = package.get(Source, key)
        rows.append(read[key])
    return tuple(sorted(rows, key=rank) if len(rows) > 1 else rows)


def later(package: Package, keys: Iterable[str]) -> dict[str, Callable[[], tuple[Source, ...]]]:
    """Return the field `sources` of a record as one that is made when it is read."""
    return {"sources": lambda: documents(package, keys)}


def whole(package: Package, row: Row, shape: type[R]) -> R:
    """Return a row as `shape`, which inherits from its class and widens `sources` to whole documents."""
    return shape.widening(row, later(package, row.sources))  # type: ignore[attr-defined]
