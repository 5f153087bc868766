"""Which class a command answers with: for fields, columns and schemas."""

from __future__ import annotations

from treatycli import items
from treatycli.items import Item

SHAPES: dict[str, type[Item]] = {
    "define": items.Definition,
    "terms": items.Definition,
    "country": items.Profile,
    "timeline": items.EventItem,
    "gloss": items.GlossItem,
    "gloss annotate": items.Annotation,
    "cite": items.References,
    "countries": items.StateRow,
    "compare": items.Comparison,
    "stats": items.Stats,
    "map": items.MapTile,
    "data info": items.DataInfo,
    "data check": items.DataProblem,
    "data export": items.Exported,
    "search": items.SearchItem,
    "facts": items.FactItem,
    "claims": items.ClaimItem,
    "article": items.ArticleItem,
    "source": items.SourceItem,
}


def shape_of(command: str) -> type[Item]:
    """Return the class of the records that a command answers with."""
    return SHAPES[command]
