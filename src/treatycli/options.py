"""What commands and options are, how the text of a value is read, and every command's output options."""

from __future__ import annotations

from treatycli import dates, folding, vocabulary
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from treatycli.topics import Topic


class Option(Record):
    """An option of a command. `kind` says how its value is read (`READERS`); `choices` are a closed list.

    `keyword` is the lookup's parameter, that of the name where empty.
    """

    name: str
    kind: str
    help: str
    metavar: str = ""
    choices: tuple[str, ...] = ()
    keyword: str = ""

    @property
    def parameter(self) -> str:
        """The keyword under which the lookup takes the value."""
        return self.keyword or self.name.replace("-", "_")


NONE, ONE, SOME, ANY, PERHAPS = "none", "one", "some", "any", "perhaps"
"""How many words a command takes: none; one; one or more; any number; one or none."""


class Command(Record):
    """A command. `opens` says what its lookup is given first: the package, its directory,
    the commands, or nothing.

    `metavar` shows the words in the help, `completes` says what they name, `batch` that `-` reads
    them from standard input, one a line; `reads` that the lookup is given standard input itself.
    """

    name: str
    topic: Callable[[], Topic]
    takes: str
    metavar: str
    group: str
    summary: str
    examples: tuple[str, ...]
    options: tuple[Option, ...] = ()
    detail: str = ""
    completes: tuple[str, ...] = ()
    batch: bool = False
    reads: bool = False
    opens: str = "package"

    @property
    def dated(self) -> bool:
        """Tell whether the lookup is asked for a day."""
        return any(option.kind == "day" for option in self.options)

    @property
    def all_options(self) -> tuple[Option, ...]:
        """The command's own options, then those of the output."""
        return (*self.options, *OUTPUT)


class Style(Record):
    """How an answer is asked to look. `format` None: `table` on a terminal, `text` otherwise."""

    format: str | None = None
    fields: tuple[str, ...] = ()
    field: str | None = None
    headers: bool | None = None
    excel: bool = False
    color: str = "auto"
    pager: bool | None = None

    @property
    def as_json(self) -> bool:
        """Tell whether a program reads: errors are then JSON as well."""
        return self.format in ("json", "jsonl")


OUTPUT = (
    Option("format", "choice", "Default: table on a terminal, text otherwise.", "FORMAT", vocabulary.FORMATS),
    Option("json", "flag", "Short for --format json."),
    Option("fields", "list", "Only these fields, in this order.", "A,B"),
    Option("field", "text", "The bare value of one field.", "NAME"),
    Option("headers", "flag", "A header line above a list in a pipe."),
    Option("no-headers", "flag", "No header line."),
    Option("excel", "flag", "CSV as Excel reads it: with a byte-order mark."),
    Option("color", "choice", "When to use colour.", "WHEN", vocabulary.COLORS),
    Option("pager", "flag", "Show through a pager, on a terminal, even where the page fits."),
    Option("no-pager", "flag", "Never use a pager."),
    Option("data", "directory", "Lay the tables in DIR over ours. Also: TREATY_DATA.", "DIR"),
)


_ALSO = {"md": "markdown", "markdown": "md", "calendar": "ics", "icalendar": "ics"}
"""Values by other names than those that are listed."""


def fold_choice(text: str) -> str:
    """Return a value of a list as it is compared: case, hyphens, spaces and a plural do not count."""
    folded = "".join(c for c in text.casefold() if c.isalnum())
    folded = folded[:-3] + "y" if folded.endswith("ies") else folded
    return folded[:-1] if folded.endswith("s") and len(folded) > 3 else folded


def choice(text: str, choices: Sequence[str]) -> str:
    """Return the one of the choices that is meant, or begun; ValueError with all of them, one a line."""
    if text in choices:
        return text
    other = _ALSO.get(text.casefold(), text)
    text = other if other in choices else text
    folded = fold_choice(text)
    for known in choices:
        if fold_choice(known) == folded:
            return known
    begun = [known for known in choices if len(folded) > 1 and fold_choice(known).startswith(folded)]
    if len(begun) == 1:
        return begun[0]
    listed = "".join(f"\n  {known}" for known in choices)
    raise ValueError(f"{text!r} is none of these:{listed}")


def day(text: str, today: str) -> str:
    """Return a day (`2025-06-27`, or `today`); ValueError if it does not exist."""
    text = today if text == "today" else text
    if dates.is_date(text) and len(text) in (4, 7):
        span, end = dates.words(text), dates.last(text)
        raise ValueError(f"{text!r} is not a day; for the end of {span} write {end}")
    if not dates.is_day(text):
        raise ValueError(f"{text!r} is not a day; {_of_no_calendar(text) or 'write it as 2025-06-27'}")
    return text


def _of_no_calendar(text: str) -> str:
    """Return what is wrong with a day that is written well and does not exist; nothing of another text."""
    well = len(text) == 10 and text[4] == text[7] == "-" and text.replace("-", "").isdigit()
    month = text[:7] if well and dates.is_date(text[:7]) else ""
    return f"{dates.words(month)} ends on {dates.last(month)}" if month else ""


def date(text: str, today: str) -> str:
    """Return a date to the day, month or year, or today's; ValueError if it is none."""
    text = today if text == "today" else text
    if not dates.is_date(text) or "/" in text:
        raise ValueError(f"{text!r} is not a date; write it as 2025-06-27, 2025-06 or 2025")
    return text


def year(text: str) -> str:
    """Return a year of four digits; ValueError if it is none."""
    if not (len(text) == 4 and dates.is_date(text)):
        raise ValueError(f"{text!r} is not a year; write it as 2024")
    return text


def count(text: str) -> int:
    """Return a whole number from 1 to 999,999,999; ValueError if it is none."""
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 10 and int(text)):
        raise ValueError(f"{text!r} is not a number from 1 on")
    return int(text)


def listed(text: str) -> tuple[str, ...]:
    """Return the names of a list `a,b`."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def choices(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return the choices that a list names; a choice that holds a comma itself may stand in it.

    `not party,former party` is two, `party, not yet in force` one. ValueError for what is none.
    """
    chosen: list[str] = []
    rest = [part.strip() for part in text.split(",")]
    while rest:
        for length in (2, 1):
            word = ", ".join(rest[:length])
            try:
                chosen.append(choice(word, known))
            except ValueError:
                if length == 1:
                    raise
                continue
            rest = rest[length:]
            break
    return tuple(dict.fromkeys(chosen))


READERS: Mapping[str, Callable[[Option, str, str], Any]] = {
    "text": lambda option, text, today: text,
    "directory": lambda option, text, today: text,
    "state": lambda option, text, today: text,
    "group": lambda option, text, today: text,
    "language": lambda option, text, today: text,
    "list": lambda option, text, today: listed(text),
    "choice": lambda option, text, today: choice(text, option.choices),
    "article": lambda option, text, today: choice(folding.article_number(text), option.choices),
    "choices": lambda option, text, today: choices(text, option.choices),
    "day": lambda option, text, today: day(text, today),
    "date": lambda option, text, today: date(text, today),
    "year": lambda option, text, today: year(text),
    "count": lambda option, text, today: count(text),
}
"""How the text of a value is read, by the kind of its option; each raises ValueError with the remedy."""


def read(option: Option, text: str, today: str) -> Any:
    """Return the value that a text gives an option on a day; ValueError says what is wrong with it."""
    return READERS[option.kind](option, text, today)


def style_of(values: Mapping[str, Any]) -> Style:
    """Return the style that output options ask for; ValueError where two contradict each other."""
    asked = values.get("format")
    if values.get("json"):
        if asked not in (None, "json"):
            raise ValueError(f"--json and --format {asked} are two formats; give one")
        asked = "json"
    if values.get("excel"):
        if asked not in (None, "csv"):
            raise ValueError(f"--excel is for CSV, not for {asked}")
        asked = "csv"
    if values.get("field") and values.get("fields"):
        raise ValueError("--field gives the bare value of one field, --fields a table of several; give one")
    if asked in vocabulary.DRAWINGS and (values.get("field") or values.get("fields")):
        raise ValueError(f"--field and --fields choose fields of records, and {asked} is drawn whole")
    for name in ("headers", "pager"):
        if values.get(name) and values.get(f"no-{name}"):
            raise ValueError(f"--{name} and --no-{name} contradict each other; give one")
    return Style(
        format=asked,
        fields=values.get("fields") or (),
        field=values.get("field"),
        headers=_either(values, "headers"),
        excel=bool(values.get("excel")),
        color=values.get("color") or "auto",
        pager=_either(values, "pager"),
    )


def _either(values: Mapping[str, Any], name: str) -> bool | None:
    return True if values.get(name) else False if values.get(f"no-{name}") else None
