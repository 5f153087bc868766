"""JSON Schemas of what the commands answer, made from the classes in `items.py`."""

from __future__ import annotations

from treatycli import items, records
from treatycli.records import Record
from treatycli.show.shapes import SHAPES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALARS = {"str": "string", "int": "integer", "float": "number", "bool": "boolean"}


def schema(command: str) -> dict[str, Any]:
    """Return the JSON Schema of a command's `--json` output; KeyError for no such command.

    A command that answers one record or, given several names or none, a list of them, may give either.
    """
    shape = SHAPES[command]
    used: dict[str, dict[str, Any]] = {}
    one = _reference(shape, used)
    return {
        "$schema": DIALECT,
        "title": f"treaty {command} --json",
        "description": " ".join((shape.__doc__ or "").split()).split(": ", 1)[-1],
        "anyOf": [one, {"type": "array", "items": one}],
        "$defs": used,
    }


def _reference(shape: type[Record], used: dict[str, dict[str, Any]]) -> dict[str, Any]:
    name = shape.__name__
    if name not in used:
        used[name] = {}
        used[name].update(
            {
                "type": "object",
                "description": " ".join((shape.__doc__ or "").split()),
                "properties": {field: _kind(kind, used) for field, kind in shape.FIELDS.items()},
                "required": list(shape.FIELDS),
                "additionalProperties": False,
            }
        )
    return {"$ref": f"#/$defs/{name}"}


def _kind(kind: str, used: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the schema of an annotation: `str`, `str | None`, `tuple[Source, ...]`, a class."""
    if kind.endswith(" | None"):
        inner = _kind(kind.removesuffix(" | None"), used)
        return {"anyOf": [inner, {"type": "null"}]}
    if kind.startswith("tuple["):
        return {"type": "array", "items": _kind(kind[len("tuple[") : -len(", ...]")], used)}
    if kind in _SCALARS:
        return {"type": _SCALARS[kind]}
    found: type[Record] = getattr(items, kind, None) or getattr(records, kind)
    return _reference(found, used)
