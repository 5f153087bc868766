"""For other programs: JSON, JSON lines, CSV, TSV, Markdown tables, bare values."""

from __future__ import annotations

from treatycli.answers import Answer, Item
from treatycli.records import Record
from treatycli.show.text import cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from treatycli.options import Style


def render(answer: Answer, shape: type[Item], style: Style, *, pretty: bool = False) -> str:
    """Return an answer in a machine format, with the fields that `style` asks for, in that order."""
    fields = style.fields or tuple(shape.FIELDS)
    if style.field:
        return "".join(_bare(getattr(item, style.field)) for item in answer.items)
    if style.format in ("json", "jsonl"):
        return _json(answer, fields, lines=style.format == "jsonl", pretty=pretty)
    if style.format in ("csv", "tsv"):
        return _separated(answer.items, fields, style)
    if style.format == "md":
        columns = style.fields or shape.COLUMNS or fields
        return _markdown(answer.items, columns)
    return "".join("\t".join(cell(getattr(i, n)) for n in fields) + "\n" for i in answer.items)


def data(value: object) -> Any:
    """Return a value as JSON knows it: records as objects, tuples as arrays."""
    if isinstance(value, Record):
        return {name: data(part) for name, part in value.pairs()}
    if isinstance(value, tuple):
        return [data(part) for part in value]
    return value


def _json(answer: Answer, fields: Sequence[str], *, lines: bool, pretty: bool) -> str:
    import json

    objects = [{name: data(getattr(item, name)) for name in fields} for item in answer.items]
    if lines:
        return "".join(json.dumps(o, ensure_ascii=False) + "\n" for o in objects)
    whole = objects if answer.many else objects[0]
    return json.dumps(whole, ensure_ascii=False, indent=2 if pretty else None) + "\n"


def _bare(value: object) -> str:
    parts = value if isinstance(value, tuple) else (value,)
    return "".join(cell(part) + "\n" for part in parts)


def _separated(items: Sequence[Record], fields: Sequence[str], style: Style) -> str:
    import csv
    import io

    out = io.StringIO(newline="")
    separator = "\t" if style.format == "tsv" else ","
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    if style.headers is not False:
        writer.writerow(fields)
    for item in items:
        writer.writerow([_flat(getattr(item, name)) for name in fields])
    return out.getvalue()


def _flat(value: object) -> str:
    if isinstance(value, tuple) and value and isinstance(value[0], Record) and not hasattr(value[0], "id"):
        import json

        return json.dumps(data(value), ensure_ascii=False)
    return cell(value)


def _markdown(items: Sequence[Record], fields: Sequence[str]) -> str:
    lines = [
        "| " + " | ".join(fields) + " |",
        "|" + " --- |" * len(fields),
        *("| " + " | ".join(_escaped(cell(getattr(i, n))) for n in fields) + " |" for i in items),
    ]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    for character in "\\|<>*_`[]":
        text = text.replace(character, "\\" + character)
    return text
