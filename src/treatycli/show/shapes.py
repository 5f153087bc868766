"""Which class a command answers with: for fields, columns and schemas."""

from __future__ import annotations

from treatycli import answers
from treatycli.answers import Item

SHAPES: dict[str, type[Item]] = {
    "define": answers.Definition,
    "terms": answers.Definition,
    "country": answers.Profile,
    "timeline": answers.EventItem,
    "gloss": answers.GlossItem,
    "gloss annotate": answers.Annotation,
    "cite": answers.References,
    "countries": answers.StateRow,
    "compare": answers.Comparison,
    "stats": answers.Stats,
    "map": answers.MapTile,
    "data info": answers.DataInfo,
    "data check": answers.DataProblem,
    "data export": answers.Exported,
    "search": answers.SearchItem,
    "facts": answers.FactItem,
    "claims": answers.ClaimItem,
    "article": answers.ArticleItem,
    "source": answers.SourceItem,
}


def shape_of(command: str) -> type[Item]:
    """Return the class of the records that a command answers with."""
    return SHAPES[command]
