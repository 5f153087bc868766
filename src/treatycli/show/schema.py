"""JSON Schemas of what the commands answer, made from the classes of their records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, get_args, get_origin, get_type_hints

from treatycli.values import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def schema(command: str, shape: type[Record], *also: type[Record]) -> dict[str, Any]:
    """Return the JSON Schema of the `--json` output of a command that answers with records of a shape.

    `also` are the shapes of others that it may answer with.
    A command that answers one record or, given several names or none, a list of them, may give either.
    """
    used: dict[str, dict[str, Any]] = {}
    each = [_reference(one, used) for one in (shape, *also)]
    one = {"anyOf": each} if also else each[0]
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
        hints = get_type_hints(shape, localns={"Any": Any, "Callable": Callable, "ClassVar": ClassVar})
        used[name].update(
            {
                "type": "object",
                "description": " ".join((shape.__doc__ or "").split()),
                "properties": {field: _kind(hints[field], used) for field in shape.FIELDS},
                "required": list(shape.FIELDS),
                "additionalProperties": False,
            }
        )
    return {"$ref": f"#/$defs/{name}"}


def _kind(kind: Any, used: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the schema of a type: a scalar, one or None, a list of things, a record."""
    if kind in _SCALARS:
        return {"type": _SCALARS[kind]}
    if get_origin(kind) in (tuple, Sequence):
        return {"type": "array", "items": _kind(get_args(kind)[0], used)}
    if get_args(kind):
        return {"anyOf": [_kind(part, used) for part in get_args(kind)]}
    return _reference(kind, used)
