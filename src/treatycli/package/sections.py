"""Rows -> sections: what is found by what. One function a section, one line of cells a way to a row.

The first cell of a line is what it is found by. `OWNERS` says to which row, by table and what it is
found by, a derived line belongs, so that a line can be left out when somebody's row replaces ours.
"""

from __future__ import annotations

from treatycli import status
from treatycli.folding import fold
from treatycli.package.checks import article_numbers
from treatycli.records import ROWS, Action

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from treatycli.package.rows import Meta, Tables

    Cells = Sequence[str]
    Keyed = list[tuple[str, Cells]]

NAMES = "names_by_fold"
WORDS = "records_by_word"


def names_by_fold(tables: Tables) -> Iterator[list[str]]:
    """Yield each folded name with table, key, how it names, and how it is written."""
    seen = set()
    for name, table, key, how in _names(tables):
        folded = fold(name)
        if folded and (folded, table, key) not in seen:
            seen.add((folded, table, key))
            yield [folded, table, key, how, name]


def _names(tables: Tables) -> Iterator[tuple[str, str, str, str]]:
    for line in tables["states"].values():
        cell = line.by_field
        yield cell["name"], "states", cell["iso3"], "name"
        yield cell["short_name"], "states", cell["iso3"], "name"
        yield cell["iso3"], "states", cell["iso3"], "code"
        yield cell["iso2"], "states", cell["iso3"], "code"
    yield from _namesakes(tables)
    for line in tables["areas"].values():
        yield line.by_field["name"], "areas", line.by_field["code"], "name"
        yield line.by_field["code"], "areas", line.by_field["code"], "code"
    for line in tables["names"].values():
        yield line.by_field["name"], "states", line.by_field["iso3"], _how(line.by_field["kind"])
    for line in tables["terms"].values():
        term, term_id = line.by_field["term"], line.by_field["id"]
        yield term, "terms", term_id, "name"
        yield term_id, "terms", term_id, "id"
        yield term.partition(" (")[0], "terms", term_id, "form"
    for line in tables["forms"].values():
        yield line.by_field["form"], "terms", line.by_field["term_id"], "form"
    for line in tables["articles"].values():
        number = line.by_field["number"]
        yield f"article {number}" if number.isdigit() else number, "articles", number, "name"


def _namesakes(tables: Tables) -> Iterator[tuple[str, str, str, str]]:
    """Yield the short names that are a part of another state's: Guinea of Equatorial Guinea."""
    short = {fold(line.by_field["short_name"]): key[0] for key, line in tables["states"].items()}
    for folded, iso3 in short.items():
        for other, namesake in short.items():
            if folded in other and iso3 != namesake and f" {folded} " in f" {other} ":
                yield folded, "states", namesake, "namesake"


def _how(kind: str) -> str:
    if kind in ("adjective", "demonym"):
        return "adjective"
    if kind in ("local", "cldr"):
        return "cldr"
    return "ambiguous" if kind == "ambiguous" else "alias"


def events_by_state(tables: Tables) -> Iterator[list[str]]:
    """Yield each state of an event with the event's id."""
    for line in tables["events"].values():
        for code in line.list_of("countries"):
            yield [code, line.by_field["id"]]


def terms_by_article(tables: Tables) -> Iterator[list[str]]:
    """Yield each article of a term with the term's id."""
    for line in tables["terms"].values():
        for number in article_numbers(line.list_of("articles")):
            yield [number, line.by_field["id"]]


def facts_by_id(tables: Tables) -> Iterator[list[str]]:
    """Yield each fact's id with its subject, by which the facts are found."""
    for line in tables["facts"].values():
        yield [line.by_field["id"], line.by_field["subject"]]


def withdrawals_by_treaty(tables: Tables) -> Iterator[list[str]]:
    """Yield each treaty with the states that have withdrawn from it."""
    for line in tables["actions"].values():
        if line.by_field["action"] == "withdrawal":
            yield [line.by_field["treaty"], line.by_field["iso3"]]


def turns_by_treaty(tables: Tables) -> Iterator[list[str]]:
    """Yield each treaty with the days on which a state became a party or ceased to be: day, code, 1 or -1."""
    acts: dict[tuple[str, str], list[Action]] = {}
    for line in tables["actions"].values():
        action = Action.from_cells(line.cells)
        acts.setdefault((action.treaty, action.iso3), []).append(action)
    for (treaty, code), actions in acts.items():
        for day, step in status.turns(actions, treaty):
            yield [treaty, day, code, str(step)]


def counts_by_treaty(tables: Tables) -> Iterator[list[str]]:
    """Yield each treaty with its counts: which, then each day on which it changed, the least, the most."""
    from treatycli import parties

    actions = [Action.from_cells(line.cells) for line in tables["actions"].values()]
    for treaty in dict.fromkeys(action.treaty for action in actions):
        counts = parties.counts_of(actions, treaty)
        for name in parties.Counts.NAMES:
            stretches = counts.series(name)
            yield [treaty, name, *(str(cell) for day, _, *bounds in stretches for cell in (day, *bounds))]


def groups_by_fold(tables: Tables) -> Iterator[list[str]]:
    """Yield each folded name of a group with the group's id."""
    for line in tables["groups"].values():
        cell = line.by_field
        names = (cell["id"], cell["name"], cell["short_name"], *line.list_of("aliases"))
        for folded in dict.fromkeys(fold(name) for name in names):
            if folded:
                yield [folded, cell["id"]]


def terms_by_see_also(tables: Tables) -> Iterator[list[str]]:
    """Yield each term with the terms that lead to it."""
    for line in tables["terms"].values():
        for term_id in line.list_of("see_also"):
            yield [term_id, line.by_field["id"]]


def cited_by(tables: Tables) -> Iterator[list[str]]:
    """Yield each source with the rows that cite it."""
    for row in ROWS:
        if "sources" in row.FIELDS:
            for key, line in tables[row.TABLE].items():
                for source in line.list_of("sources"):
                    yield [source, row.TABLE, "/".join(key)]


def records_by_word(tables: Tables) -> Iterator[list[str]]:
    """Yield each word with the records that hold it, as `ranking.py` wants it."""
    from treatycli.search import postings

    groups = ([folded, "groups", group, "name", ""] for folded, group in groups_by_fold(tables))
    return postings.postings(tables, [*names_by_fold(tables), *groups])


def gloss(tables: Tables) -> Iterator[list[str]]:
    """Yield each form that a text may hold by its first word, as `phrases.py` wants it."""
    from treatycli.gloss import forms

    return (cells for _, cells in forms.gloss_lines(tables))


DERIVED: dict[str, Callable[[Tables], Iterable[list[str]]]] = {
    "names_by_fold": names_by_fold,
    "events_by_state": events_by_state,
    "terms_by_article": terms_by_article,
    "facts_by_id": facts_by_id,
    "withdrawals_by_treaty": withdrawals_by_treaty,
    "turns_by_treaty": turns_by_treaty,
    "counts_by_treaty": counts_by_treaty,
    "groups_by_fold": groups_by_fold,
    "terms_by_see_also": terms_by_see_also,
    "cited_by": cited_by,
    "records_by_word": records_by_word,
    "gloss": gloss,
}
OWNERS: dict[str, Callable[[Cells], tuple[str, str]]] = {
    "names_by_fold": lambda cells: (cells[1], cells[2]),
    "events_by_state": lambda cells: ("events", cells[1]),
    "terms_by_article": lambda cells: ("terms", cells[1]),
    "facts_by_id": lambda cells: ("facts", cells[1]),
    "withdrawals_by_treaty": lambda cells: ("actions", cells[1]),
    "turns_by_treaty": lambda cells: ("actions", cells[2]),
    "groups_by_fold": lambda cells: ("groups", cells[1]),
    "terms_by_see_also": lambda cells: ("terms", cells[1]),
    "cited_by": lambda cells: (cells[1], cells[2]),
}
"""Derived section -> (table, what the row is found by) of a line; a section that is not here belongs to
no single row. In `cited_by` the row's whole key stands instead, joined by `/`."""


def section(name: str, tables: Tables, meta: Meta) -> Keyed:
    """Return the lines of one section, sorted by key as the index has them. KeyError for none of ours."""
    lines: Keyed = [(cells[BY.get(name, 0)], cells) for cells in _cells(name, tables, meta)]
    lines.sort(key=lambda line: line[0].encode("utf-8", "surrogatepass") + b"\t")
    return lines


BY = {row.TABLE: list(row.FIELDS).index(row.BY) for row in ROWS}
"""Table -> which of its cells a row is found by."""


def _cells(name: str, tables: Tables, meta: Meta) -> Iterable[Cells]:
    if name == "meta":
        return [[key, part] for key, value in meta.items() for part in value.split("\n")]
    return [line.cells for line in tables[name].values()] if name in BY else DERIVED[name](tables)


def sections(tables: Tables, meta: Meta) -> dict[str, Keyed]:
    """Return every section of a package."""
    names = ["meta", *tables, *DERIVED]
    return {name: section(name, tables, meta) for name in names}
