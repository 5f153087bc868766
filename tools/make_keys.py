"""Write tests/keys.json: every JSON key of every command with its type. Keys may be added, never taken away.

    python tools/make_keys.py

A key that is gone or has another type stops it: scripts rely on them (docs/scripting.md).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from treatycli.commands import COMMANDS
from treatycli.show.schema import schema

PATH = Path(__file__).parent.parent / "tests" / "keys.json"


def keys() -> dict[str, dict[str, str]]:
    """Return the keys of every command's JSON as paths (`sources[].id`), each with its type."""
    made = {}
    for name, command in COMMANDS.items():
        whole = schema(name, command.topic().shape, *command.topic().also)
        made[name] = dict(_paths(whole["anyOf"][0], whole["$defs"], "", ()))
    return made


def still_there(kind: str, now: str | None) -> bool:
    """Tell whether a key of a kind still gives what scripts expect: the same, or less."""
    return now is not None and set(now.split(" or ")) <= set(kind.split(" or "))


def _paths(
    part: dict[str, Any], classes: dict[str, Any], path: str, within: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """Yield the paths under a part of a schema; a class within itself is not opened again."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        if path:
            yield path, "object"
        if name not in within:
            for key, inner in classes[name]["properties"].items():
                yield from _paths(inner, classes, f"{path}.{key}" if path else key, (*within, name))
    elif "anyOf" in part:
        scalars = sorted(choice["type"] for choice in part["anyOf"] if "type" in choice)
        if len(scalars) == len(part["anyOf"]):
            yield path, " or ".join(scalars)
        else:
            for choice in part["anyOf"]:
                if "type" not in choice:
                    yield from _paths(choice, classes, path, within)
    elif part["type"] == "array":
        yield from _paths(part["items"], classes, f"{path}[]", within)
    else:
        yield path, part["type"]


def main() -> int:
    """Write the keys that there are now, unless one that was recorded is gone; return the exit status."""
    now = keys()
    recorded = json.loads(PATH.read_text("utf-8")) if PATH.exists() else {}
    gone = [
        f"{name}: {key} ({kind})"
        for name, kinds in recorded.items()
        for key, kind in kinds.items()
        if not still_there(kind, now.get(name, {}).get(key))
    ]
    if gone:
        sys.stderr.write("".join(f"gone or changed: {line}\n" for line in gone))
        return 1
    PATH.write_text(json.dumps(now, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
