"""The tool itself: the JSON Schemas of its answers, its completion scripts."""

from __future__ import annotations

import json

from treatycli.answers import WRONG, Answer, Text, failed
from treatycli.topics import Topic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.show.blocks import Block, View


def schema(*words: str) -> Answer:
    """Return the JSON Schema of what a command answers with `--json`; `data info` is two words."""
    from treatycli.commands import COMMANDS
    from treatycli.show.schema import schema as made

    name = " ".join(words)
    command = COMMANDS.get(name)
    if command is None:
        known = "".join(f"\n  {one}" for one in COMMANDS)
        return failed("usage", f"there is no command {name!r}", f"Use one of:{known}", status=WRONG)
    return Answer((Text(json.dumps(made(name, command.topic().shape), indent=2)),))


def completion(shell: str) -> Answer:
    """Return the completion script of a shell."""
    from treatycli.completion import SCRIPTS

    if shell not in SCRIPTS:
        return failed(
            "usage", f"there is no script for {shell!r}", f"Use one of {', '.join(SCRIPTS)}", status=WRONG
        )
    return Answer((Text(SCRIPTS[shell]),))


def _page(answer: Answer, view: View) -> list[Block]:
    """A text of its own; there is no page."""
    return []


SCHEMA = Topic(Text, schema, _page)
COMPLETION = Topic(Text, completion, _page)
