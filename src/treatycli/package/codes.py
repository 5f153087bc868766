"""The codes of data problems: what each means and what to do. docs/data-checks.md is this table."""

from __future__ import annotations

from treatycli.answers import WRONG, Problem

CODES: dict[str, tuple[str, str]] = {
    "E101": (
        "the file or directory is not there, is not a regular file, or cannot be read",
        "Name a directory that holds tables, as `treaty data export` writes them",
    ),
    "E102": (
        "the bytes are not UTF-8",
        "Save the file as UTF-8 (in a spreadsheet: CSV UTF-8)",
    ),
    "E103": (
        "the file is UTF-16 without a byte-order mark, or UTF-32",
        "Save the file as UTF-8 (in a spreadsheet: CSV UTF-8)",
    ),
    "E104": ("a cell holds a line end", "Write the cell on one line"),
    "E105": (
        "the header names a column that the table does not have, one twice, or leaves out a needed one",
        "Copy the header from an exported table: treaty data export DIR",
    ),
    "E106": ("a row has too many or too few cells", "Put cells that hold the separator in straight quotes"),
    "E107": ("the quotes of the CSV are broken", 'Mend the quotes: "a ""quoted"" word", and close each cell'),
    "E108": ("a cell holds a control, direction or zero-width character", "Delete the character"),
    "E109": (
        "a bundled file differs from `SHA256SUMS`",
        "If you changed it: python tools/seal.py; if not: reinstall treatycli",
    ),
    "E110": (
        "the compiled index is damaged or stale",
        "Reinstall treatycli, or delete the file: the tables are then read instead",
    ),
    "E111": ("a file is a link", "Put the file itself there"),
    "E112": ("a cell, a file or the whole is too large", "Shorten it, or split the data"),
    "E113": (
        "`datapackage.json` is not a description of a data package",
        "Write name, title, version and as_of as JSON; without the file, tables are laid over ours",
    ),
    "E114": (
        "the file is a spreadsheet or another format under the name of a table",
        "Open it with the program that wrote it and save the sheet as CSV UTF-8",
    ),
    "E115": ("a line is a comment", "Delete it: the first line is the header, every other one a row"),
    "E201": ("two rows have the same key", "Delete one of the rows"),
    "E202": ("a cell that must be filled is empty", "Fill it; a statement without a source is left out"),
    "E203": (
        "a date does not exist, is written another way, or is not between 1800 and 2200",
        "Write 2025-06-27, 2025-06, 2025, or A/B for two days between which it lies",
    ),
    "E204": ("a word is not of the column's list", "Use one of the words that the message lists"),
    "E205": (
        "an id, code, address or number is not well-formed",
        "See the column's pattern in `datapackage.json`",
    ),
    "E206": (
        "a cell begins or ends with a space, or would be a formula in a spreadsheet",
        "Delete the space, or begin with another character",
    ),
    "E207": (
        "a list has an empty or repeated item, a space beside an item, or commas",
        "Separate the items by semicolons without spaces: a;b",
    ),
    "E301": ("a cell refers to a row that is not there", "Add the row, or mend the reference"),
    "E302": ("a form belongs to two terms", "Give it to one of them"),
    "E303": ("a name leads to two states", "Mark it `ambiguous` for both"),
    "E304": ("an entry's see-also leads to itself", "Drop it from see_also"),
    "E305": (
        "a whole package lacks the treaty APMBC: this tool answers on that Convention alone",
        "Add its row to treaties.csv; or delete `datapackage.json`, and the tables are laid over ours",
    ),
    "E306": (
        "a statement of high confidence rests on minor or weak documents only",
        "Add a stronger source, or lower its confidence",
    ),
    "E307": (
        "a statement about a state rests only on an outlet of another state",
        "Add a source of somebody else, or leave the statement out",
    ),
    "E308": (
        "no source of an event or fact can be found by a reader",
        "Give a source its address, or where it was seen",
    ),
    "E401": ("an action comes before the signature", "Check the dates with the depositary"),
    "E402": (
        "an entry into force is not what the treaty's rule gives",
        "Check both dates with the depositary, or leave effective empty: it is then computed",
    ),
    "E403": (
        "a withdrawal does not take effect six months after receipt",
        "Check both dates with the depositary, or leave effective empty: it is then computed",
    ),
    "W501": ("no record cites a source", "Cite it or delete it"),
    "W502": ("an entry has no see-also, or none leads to it", "Link it in see_also"),
    "W503": (
        "a file looks like a table and is not read",
        "Name it as a table is named, in the form CSV; `treaty data info` lists the tables",
    ),
}
"""Code -> what is wrong, what to do. E1xx the file, E2xx the cell, E3xx a reference, E4xx treaty law;
W5xx are worth a look and keep nothing from being used."""

_LONGEST = 300


def fault(code: str, file: str, line: int, message: str, hint: str | None = None) -> Problem:
    """Return a problem at a line of a file, what it quotes cleaned and cut; the hint is the code's own."""
    from treatycli.folding import clean

    message = message if len(message) <= _LONGEST else message[: _LONGEST - 1] + "…"
    return Problem(code, clean(message), hint or CODES[code][1], (), WRONG, clean(file), line)
