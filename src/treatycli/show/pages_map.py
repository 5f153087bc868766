"""The map: every state a tile with its code and a mark, roughly where it lies; narrower, by region."""

from __future__ import annotations

from treatycli import dates
from treatycli.answers import Answer
from treatycli.items import MapTile
from treatycli.show.blocks import Block, Drawing, Foot, Span, Title
from treatycli.show.pages import Room
from treatycli.status import STATUSES

MARKS = {
    "party": ("●", "+"),
    "party, not yet in force": ("◐", "~"),
    "party, entry into force not established": ("◌", "?"),
    "party, withdrawal pending": ("▲", "!"),
    "former party": ("▼", "x"),
    "signatory": ("○", "o"),
    "not party": ("·", "."),
}
TILE = 3
"""Columns of a tile: two letters and the mark."""


def map_(answer: Answer, room: Room) -> list[Block]:
    """The tiles on their grid, or region by region where there is no room; then what the marks mean."""
    tiles = [item for item in answer.items if isinstance(item, MapTile)]
    if not tiles:
        return []
    wide = max(tile.column for tile in tiles) * TILE + TILE
    drawn = _grid(tiles, room) if room.width >= wide else _regions(tiles, room)
    title = Title("Map", f"{tiles[0].treaty} on {dates.words(tiles[0].as_of)}")
    return [
        title,
        Drawing(((), *drawn, ())),
        Drawing(tuple(_legend(tiles, room))),
        Foot(f"{answer.as_of}, data {answer.data_version}"),
    ]


def _tile(tile: MapTile, room: Room) -> Span:
    return Span(tile.iso2 + MARKS[tile.status][0 if room.unicode else 1], f"tile {tile.status}")


def _grid(tiles: list[MapTile], room: Room) -> list[tuple[Span, ...]]:
    places = {(tile.row, tile.column): tile for tile in tiles}
    lines = []
    for row in range(max(tile.row for tile in tiles) + 1):
        line = []
        for column in range(max(tile.column for tile in tiles) + 1):
            tile = places.get((row, column))
            line.append(_tile(tile, room) if tile else Span(" " * TILE))
        lines.append(tuple(line))
    return lines


def _regions(tiles: list[MapTile], room: Room) -> list[tuple[Span, ...]]:
    """Return one region under another, its tiles from north-west to south-east."""
    lines: list[tuple[Span, ...]] = []
    across = max(1, room.width // (TILE + 1))
    for region in sorted({tile.region for tile in tiles}):
        lines.append((Span(region, "strong"),))
        inside = sorted((tile.row, tile.column, tile.iso2, tile) for tile in tiles if tile.region == region)
        spans = [_tile(tile, room) for *_, tile in inside]
        for start in range(0, len(spans), across):
            part = spans[start : start + across]
            lines.append(tuple(piece for span in part for piece in (span, Span(" "))))
    return lines


def _legend(tiles: list[MapTile], room: Room) -> list[tuple[Span, ...]]:
    lines: list[tuple[Span, ...]] = []
    for status in STATUSES:
        count = sum(tile.status == status for tile in tiles)
        if count:
            mark = MARKS[status][0 if room.unicode else 1]
            lines.append((Span(f" {mark} ", f"tile {status}"), Span(f" {count:>3} {status}")))
    return lines
