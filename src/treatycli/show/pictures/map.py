"""The map: every state a tile with its code, roughly where it lies; shape and colour say its status."""

from __future__ import annotations

from treatycli.show.pictures import looks
from treatycli.show.svg import BODY, EDGE, WIDTH, Canvas
from treatycli.vocabulary import STATUSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from treatycli.show.svg import Caption
    from treatycli.topics.map import MapTile

LARGEST = 56
"""No tile is larger, however few there are."""
SEA = 0.6
"""Parts of a column between the Americas and what lies east of them."""
NAMED = 9
"""So many states of one status are named in the legend; more would be a list."""


def draw(tiles: Sequence[MapTile], caption: Caption) -> str:
    """Return the map of these tiles as SVG: the tiles, then how many states have which status."""
    canvas = Canvas(caption)
    canvas.y += 16
    places = _packed(tiles)
    across = 1.0 + max((column for _, column in places), default=0)
    atlantic = _atlantic(places)
    across += SEA if atlantic else 0
    pitch = min(LARGEST, (WIDTH - 2 * EDGE) / across)
    left = (WIDTH - pitch * across) / 2
    for (row, column), tile in sorted(places.items()):
        x = column + (SEA if atlantic and column >= atlantic else 0)
        _tile(canvas, tile, left + x * pitch, canvas.y + row * pitch, pitch)
    canvas.y += pitch * (1 + max((row for row, _ in places), default=-1)) + 10
    _legend(canvas, tiles)
    return canvas.finish()


def named(tiles: Sequence[MapTile], status: str) -> str:
    """Return the names of the states that have a status, joined by commas."""
    return ", ".join(tile.name for tile in tiles if tile.status == status)


def _tile(canvas: Canvas, tile: MapTile, x: float, y: float, pitch: float) -> None:
    size = pitch * 0.93
    look = looks.tile(canvas, tile.status, x, y, size, f"{tile.name}: {tile.status}")
    letters = size * 0.54
    canvas.text(
        x + size / 2,
        y + size * look.foot,
        tile.iso2,
        size=round(letters, 1),
        weight="bold",
        anchor="middle",
        fill=look.ink,
        room=size,
    )


def _packed(tiles: Sequence[MapTile]) -> dict[tuple[int, int], MapTile]:
    """Return the tiles by row and column, with the empty seas narrowed so that the tiles can be larger.

    Two neighbouring columns become one where no row needs both; then the rows alike.
    """
    columns = _merged([(tile.row, tile.column) for tile in tiles])
    narrowed = [(tile.row, columns[tile.column]) for tile in tiles]
    rows = _merged([(column, row) for row, column in narrowed])
    return {(rows[row], column): tile for (row, column), tile in zip(narrowed, tiles, strict=True)}


def _atlantic(places: Mapping[tuple[int, int], MapTile]) -> int | None:
    """Return the first column east of the Americas, if Africa and Europe lie wholly beyond it."""
    west = [column for (_, column), tile in places.items() if tile.region == "Americas"]
    east = [column for (_, column), tile in places.items() if tile.region in ("Africa", "Europe", "Asia")]
    return min(east) if west and east and max(west) < min(east) else None


def _merged(pairs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return the new place of each column, given pairs of row and column."""
    places: dict[int, int] = {}
    taken: set[int] = set()
    place = -1
    for column in sorted({column for _, column in pairs}):
        rows = {row for row, at in pairs if at == column}
        if place < 0 or taken & rows:
            place, taken = place + 1, set()
        taken |= rows
        places[column] = place
    return places


def _legend(canvas: Canvas, tiles: Sequence[MapTile]) -> None:
    """Write a line a status: its tile, how many states have it, and their names where they are few."""
    for status in STATUSES:
        count = sum(tile.status == status for tile in tiles)
        if not count:
            continue
        canvas.y += 8
        looks.tile(canvas, status, EDGE, canvas.y + 1, BODY + 3)
        canvas.text(EDGE + 74, canvas.y + 19, str(count), weight="bold", anchor="end")
        said = f"{status}: {named(tiles, status)}" if count <= NAMED else status
        canvas.lines(said, x=EDGE + 84)
