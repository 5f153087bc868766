"""The map: every state a tile with its code and a mark, roughly where it lies; narrower, by region."""

from __future__ import annotations

from treatycli import dates
from treatycli.answers import Answer, Item
from treatycli.records import Tile
from treatycli.show.blocks import Block, Drawing, Span, Title
from treatycli.topics import Topic, groups, known
from treatycli.topics.standing import before, in_region, rows_on
from treatycli.vocabulary import MINE_BAN, STATUSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.package import Package
    from treatycli.show.blocks import View

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


class MapTile(Item):
    """`treaty map`: a state's place on the tile map and its status."""

    COLUMNS = ("iso2", "name", "status")

    iso2: str
    iso3: str
    name: str
    region: str
    status: str
    row: int
    column: int
    as_of: str
    known_to: str
    treaty: str


def map_(
    package: Package,
    *,
    day: str,
    treaty: str = MINE_BAN,
    group: str | None = None,
    region: str | None = None,
) -> Answer:
    """Give every state its tile on a grid, roughly where it lies on the globe, and its status on a day.

    `group` and `region` keep only their states.
    """
    inside = in_region(package, region)
    if isinstance(inside, Answer):
        return inside
    members = groups.members_on(package, group, day)
    if isinstance(members, Answer):
        return members
    places = {tile.iso3: tile for tile in package.all(Tile)}
    known_to = known.known_to(package, treaty)
    tiles = tuple(
        MapTile(
            iso2=row.iso2,
            iso3=row.iso3,
            name=row.short_name,
            region=row.region,
            status=row.status,
            row=places[row.iso3].row,
            column=places[row.iso3].column,
            as_of=day,
            known_to=known_to,
            treaty=treaty,
        )
        for row in rows_on(package, treaty, day, groups.common(members, inside))
        if row.iso3 in places
    )
    narrowed = ", ".join(filter(None, (groups.title(package, group), region and region.title())))
    return Answer(
        tiles,
        many=True,
        notes=(*(() if tiles else ("no state fits",)), *before(package, treaty, day)),
        known_to=known_to,
        about=known.convention(package, treaty, narrowed),
    )


def _page(answer: Answer, view: View) -> list[Block]:
    """The tiles on their grid, or region by region where there is no room; then what the marks mean."""
    tiles = [item for item in answer.items if isinstance(item, MapTile)]
    if not tiles:
        return []
    wide = max(tile.column for tile in tiles) * TILE + TILE
    drawn = _grid(tiles, view) if view.width >= wide else _regions(tiles, view)
    name = "Mine-ban Convention" if tiles[0].treaty == MINE_BAN else tiles[0].treaty
    day = tiles[0].as_of
    return [
        Title("Map", f"{name} on {dates.words(day)}", "a tile a state: its ISO code and a mark"),
        Drawing(((), *drawn, ())),
        Drawing(tuple(_legend(tiles, view))),
        known.foot_of(answer, day),
    ]


def _tile(tile: MapTile, view: View) -> Span:
    return Span(tile.iso2 + view.sign(*MARKS[tile.status]), f"tile {tile.status}")


def _grid(tiles: list[MapTile], view: View) -> list[tuple[Span, ...]]:
    places = {(tile.row, tile.column): tile for tile in tiles}
    lines = []
    for row in range(max(tile.row for tile in tiles) + 1):
        line = []
        for column in range(max(tile.column for tile in tiles) + 1):
            tile = places.get((row, column))
            line.append(_tile(tile, view) if tile else Span(" " * TILE))
        lines.append(tuple(line))
    return lines


def _regions(tiles: list[MapTile], view: View) -> list[tuple[Span, ...]]:
    """Return one region under another, its tiles from north-west to south-east."""
    lines: list[tuple[Span, ...]] = []
    across = max(1, view.width // (TILE + 1))
    for region in sorted({tile.region for tile in tiles}):
        lines.append((Span(region, "strong"),))
        inside = sorted((tile.row, tile.column, tile.iso2, tile) for tile in tiles if tile.region == region)
        spans = [_tile(tile, view) for *_, tile in inside]
        for start in range(0, len(spans), across):
            part = spans[start : start + across]
            lines.append(tuple(piece for span in part for piece in (span, Span(" "))))
    return lines


def _legend(tiles: list[MapTile], view: View) -> list[tuple[Span, ...]]:
    lines: list[tuple[Span, ...]] = []
    for status in STATUSES:
        count = sum(tile.status == status for tile in tiles)
        if count:
            mark = view.sign(*MARKS[status])
            lines.append((Span(f" {mark} ", f"tile {status}"), Span(f" {count:>3} {status}")))
    return lines


def _picture(answer: Answer) -> str:
    from treatycli.show.pictures import map as drawn

    tiles = [item for item in answer.items if isinstance(item, MapTile)]
    counts = [(sum(tile.status == status for tile in tiles), status) for status in STATUSES]
    by_status = "; ".join(
        f"{count} {status}" + (f" ({drawn.named(tiles, status)})" if count <= drawn.NAMED else "")
        for count, status in counts
        if count
    )
    day = dates.words(answer.as_of or "")
    heading = f"Who is party to {answer.about}, {day}"
    below = "Each tile is a state, with its ISO code, roughly where it lies"
    description = f"A map of tiles, one a state, marked by status on {day}: {by_status or 'no state fits'}."
    return drawn.draw(tiles, known.caption(answer, "map", heading, below, description))


MAP = Topic(MapTile, map_, _page, picture=_picture)
