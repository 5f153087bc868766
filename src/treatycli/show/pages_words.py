"""Pages of the glossary."""

from __future__ import annotations

from treatycli.answers import Answer
from treatycli.items import Definition
from treatycli.show.blocks import Block, Field, Foot, Grid, References, Title
from treatycli.show.pages import Room


def define(answer: Answer, room: Room) -> list[Block]:
    """A definition: plain first, then legal, then where it stands and what leads on."""
    page: list[Block] = []
    for item in answer.items:
        if isinstance(item, Definition):
            page += _definition(item)
    return page


def _definition(term: Definition) -> list[Block]:
    page: list[Block] = [
        Title("Term", term.term, term.category.replace("_", " ")),
        Field("Plain", term.plain, prose=True),
    ]
    if term.legal:
        page.append(Field("Legal", term.legal, prose=True))
    if term.articles:
        page.append(Field("In the Convention", ", ".join(article_name(a) for a in term.articles)))
    if term.forms:
        page.append(Field("Also", ", ".join(term.forms), tone="quiet"))
    if term.see_also:
        page.append(Field("See also", ", ".join(term.see_also)))
    page.append(References(term.sources))
    page.append(Foot(f"{term.as_of}, data {term.data_version}"))
    return page


def article_name(reference: str) -> str:
    """Return an article reference in words: `5(3)` is `Article 5(3)`, `1-22` is `Articles 1-22`."""
    if not reference[0].isdigit():
        return reference
    return ("Articles " if "-" in reference else "Article ") + reference


def terms(answer: Answer, room: Room) -> list[Block]:
    """The glossary, one term a line with the first words of its definition."""
    rows = [item for item in answer.items if isinstance(item, Definition)]
    longest = max((len(term.term) for term in rows), default=0)
    width = max(24, room.width - min(longest, 34) - 2)
    return [
        Grid(
            ("Term", "Definition"),
            tuple((term.term, first_words(term.plain, width)) for term in rows),
            foot=f"{len(rows)} terms",
        )
    ]


def first_words(text: str, width: int) -> str:
    """Return as many words of a text as fit in the columns, and dots where more follow."""
    if len(text) <= width:
        return text
    return text[: width - 3].rsplit(" ", 1)[0] + " ..."
