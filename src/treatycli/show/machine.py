"""For other programs: JSON, JSON lines, CSV, TSV, Markdown tables, bare values.

JSON holds whole records; CSV and TSV are tidy: one row a thing, one column a field, a date that is
known within bounds with its first and last day beside it, lists joined by `;`.
"""

from __future__ import annotations

from treatycli import dates
from treatycli.answers import Answer
from treatycli.show.text import cell
from treatycli.values import Record, is_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.options import Style
    from treatycli.topics import Topic

BOUNDED = ("date", "deposited", "in_force", "withdrawal_effective")
"""Fields whose dates may be partial or an interval: their columns have `_from` and `_to` beside them."""
FEW = 20
"""So many records are written as JSON here; more of them by the standard library (docs/performance.md)."""


def render(answer: Answer, topic: Topic, style: Style, *, pretty: bool = False) -> str:
    """Return an answer in a machine format, with the fields that `style` asks for, in that order."""
    if style.field:
        return "".join(_bare(getattr(item, style.field)) for item in answer.items)
    if style.format in ("json", "jsonl"):
        fields = style.fields or tuple(topic.shape.FIELDS)
        return _json(answer, fields, lines=style.format == "jsonl", pretty=pretty)
    if style.format in ("csv", "tsv"):
        return _separated(answer, topic, style)
    if style.format == "md":
        return _table(answer.items, style.fields or topic.shape.COLUMNS or tuple(topic.shape.FIELDS))
    fields = style.fields
    lines = ["\t".join(cell(getattr(item, name)) for name in fields) for item in answer.items]
    if style.headers:
        lines.insert(0, "\t".join(fields))
    return "".join(line + "\n" for line in lines)


def columns(topic: Topic) -> tuple[str, ...]:
    """Return the columns of a topic's CSV, those of the bounds of dates included."""
    names: list[str] = []
    for name in topic.table.FIELDS:
        names.append(name)
        if name in BOUNDED:
            names += [f"{name}_from", f"{name}_to"]
    return tuple(names)


def _json(answer: Answer, fields: Sequence[str], *, lines: bool, pretty: bool) -> str:
    objects = [{name: getattr(item, name) for name in fields} for item in answer.items]
    written = dumped if len(objects) > FEW else json_of
    if lines:
        return "".join(written(one) + "\n" for one in objects)
    return written(objects if answer.many else objects[0], "\n" if pretty else "") + "\n"


def dumped(value: object, line: str = "") -> str:
    """Return a value as JSON by the standard library, which is quick where there is much to write."""
    import json

    return json.dumps(value, ensure_ascii=False, default=_plain, indent=2 if line else None)


def _plain(value: object) -> object:
    """Return what the library does not know as what it knows: a record as a dictionary, or a list."""
    if isinstance(value, Record):
        return dict(value.pairs())
    if is_list(value):
        return list(value)
    raise TypeError(f"{type(value).__name__} is not in a record")


def json_of(value: object, line: str = "") -> str:
    """Return a value as JSON, byte for byte as the library writes it: records as objects, lists as arrays.

    To import `json` and the `re` that it imports costs a lookup in a pipe more than all the rest of it.
    `line` begins each line of a value that is spread over several: a line end and the indent.
    """
    if isinstance(value, str):
        plain = value.isprintable() and '"' not in value and "\\" not in value
        return f'"{value if plain else value.translate(_ESCAPES)}"'
    if value is None:
        return "null"
    if isinstance(value, bool | int | float):
        return repr(value).lower()
    inner, comma = (line + "  ", ",") if line else ("", ", ")
    value = value if isinstance(value, dict | list) else _plain(value)
    if isinstance(value, dict):
        ends, parts = "{}", [f"{json_of(name)}: {json_of(part, inner)}" for name, part in value.items()]
    else:
        assert isinstance(value, list)
        ends, parts = "[]", [json_of(part, inner) for part in value]
    return ends[0] + inner + (comma + inner).join(parts) + line + ends[1] if parts else ends


_ESCAPES = {
    **{code: f"\\u{code:04x}" for code in range(32)},
    **{ord(raw): "\\" + said for raw, said in zip('"\\\n\r\t\f\b', '"\\nrtfb', strict=True)},
}
"""What stands in a string of JSON for a character that cannot."""


def _bare(value: object) -> str:
    parts = value if is_list(value) else (value,)
    return "".join(cell(part) + "\n" for part in parts)


def _separated(answer: Answer, topic: Topic, style: Style) -> str:
    import io
    from _csv import writer as writer_of  # `csv` itself imports `re` for what only a reader needs

    fields = style.fields or columns(topic)
    rows = [row for item in answer.items for row in topic.rows(item)]
    if style.fields and not set(fields) <= set(columns(topic)):
        rows = list(answer.items)
    out = io.StringIO(newline="")
    separator = "\t" if style.format == "tsv" else ","
    writer = writer_of(out, delimiter=separator, lineterminator="\n")
    if style.headers is not False:
        writer.writerow(fields)
    for row in rows:
        writer.writerow([cell(getattr(row, n)) if n in row.FIELDS else _bound(row, n) for n in fields])
    return ("\ufeff" if style.excel else "") + out.getvalue()


def _bound(row: Record, name: str) -> str:
    """Return the first or last day (`date_from`, `date_to`) that a bounded date may mean."""
    field, _, end = name.rpartition("_")
    date = getattr(row, field)
    if not date:
        return ""
    return dates.first(date) if end == "from" else dates.last(date)


def _table(items: Sequence[Record], fields: Sequence[str]) -> str:
    lines = [
        "| " + " | ".join(fields) + " |",
        "|" + " --- |" * len(fields),
        *("| " + " | ".join(escaped(cell(getattr(i, n))) for n in fields) + " |" for i in items),
    ]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it stands, on one line."""
    for character in "\\|<>*_`[]":
        text = text.replace(character, "\\" + character)
    return " ".join(text.split("\n"))
