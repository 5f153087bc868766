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
    return tuple(sorted((_document(package, key) for key in keys), key=rank))


def _document(package: Package, key: str) -> Source:
    """Return a source, read once: many rows of a state rest on the same."""
    return package.remembered(("sources", key), lambda: package.get(Source, key))


def later(package: Package, keys: Iterable[str]) -> dict[str, Callable[[], tuple[Source, ...]]]:
    """Return the field `sources` of a record as one that is made when it is read."""
    return {"sources": lambda: documents(package, keys)}


def whole(package: Package, row: Row, shape: type[R]) -> R:
    """Return a row as `shape`, which inherits from its class and widens `sources` to whole documents."""
    cells = dict(row.pairs())
    keys = cells.pop("sources")
    return shape.putting_off(later(package, keys), **cells)
