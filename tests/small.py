"""A package of a few rows of our own invention, compiled as ours is; and what `gloss` finds with it."""

from __future__ import annotations

from treatycli.gloss.forms import gloss_lines
from treatycli.gloss.phrases import Phrases
from treatycli.package.rows import Line
from treatycli.records import ROWS


class Small:
    """Stands for a package where only the forms are looked up."""

    def __init__(self, **rows):
        """Take the rows of each table as dictionaries; cells that are not given are empty."""
        tables = {row.TABLE: {} for row in ROWS}
        for row in ROWS:
            for number, cells in enumerate(rows.get(row.TABLE, ()), 2):
                line = Line(row, [cells.get(field, "") for field in row.FIELDS], number)
                tables[row.TABLE][line.key] = line
        self.by_key = {}
        for key, line in gloss_lines(tables):
            self.by_key.setdefault(key, []).append(line)

    def linked(self, _section, key):
        return self.by_key.get(key, [])

    def listed(self, _section):
        return [line for lines in self.by_key.values() for line in lines]


def phrases_in(**rows):
    """Return the compiled forms of a package with these rows."""
    return Phrases(Small(**rows))


def term(form, context="", category="weapon", key="x"):
    return {"id": key, "term": form, "category": category, "context": context}


def form(text, kind="variant", context="topic", key="x"):
    return {"term_id": key, "form": text, "kind": kind, "context": context}


def phrase(text, kind, key="", context=""):
    return {"phrase": text, "kind": kind, "term_id": key, "context": context}


def claim(cue, key="said"):
    return {"id": key, "cues": cue}


def state(name, iso3, short=""):
    return {"iso3": iso3, "name": name, "short_name": short or name}


def name(text, kind, iso3="XAA", lang="en"):
    return {"iso3": iso3, "name": text, "kind": kind, "lang": lang}
