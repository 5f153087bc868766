"""Write tests/keys.json: the JSON keys of every command. Keys may be added to it, never taken away."""

from __future__ import annotations

import json
from pathlib import Path

from treatycli.show.shapes import SHAPES

PATH = Path(__file__).parent.parent / "tests" / "keys.json"


def main() -> None:
    """Add the keys that the commands answer with now to those recorded."""
    recorded = json.loads(PATH.read_text("utf-8")) if PATH.exists() else {}
    for command, shape in SHAPES.items():
        recorded[command] = list(dict.fromkeys([*recorded.get(command, ()), *shape.FIELDS]))
    PATH.write_text(json.dumps(recorded, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
