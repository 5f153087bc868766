"""The tool itself: the JSON Schemas of its answers, its completion scripts."""

from __future__ import annotations

import json

from treatycli.answers import WRONG, Answer, Text, failed
from treatycli.topics import Topic, no_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatycli.options import Command


SCRIPTS = {
    "bash": """\
_treaty() {
    local IFS=$'\\n' cur=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=($(treaty __complete bash "${COMP_WORDS[@]:1:$COMP_CWORD}" 2>/dev/null))
    [[ $cur == *=* || ${COMP_WORDS[COMP_CWORD-1]} == "=" || $cur == "=" ]] && compopt +o default
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace
}
complete -o default -F _treaty treaty
""",
    "zsh": """\
#compdef treaty
_treaty() {
    local -a found
    found=("${(@f)$(treaty __complete zsh "${(@Q)words[2,$CURRENT]}" 2>/dev/null)}")
    [[ -n "$found" ]] && compadd -U -- $found || _files
}
compdef _treaty treaty
""",
    "fish": """\
complete -c treaty -f -a '(treaty __complete fish (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
complete -c treaty -n '__fish_seen_subcommand_from gloss annotate' -F
complete -c treaty -n '__fish_seen_subcommand_from check export' -a '(__fish_complete_directories)'
""",
}


def schema(commands: Mapping[str, Command], *words: str) -> Answer:
    """Return the JSON Schema of what a command answers with `--json`; `data info` is two words."""
    from treatycli.show.schema import schema as made

    name = " ".join(words)
    command = commands.get(name)
    if command is None:
        known = "".join(f"\n  {one}" for one in commands)
        return failed("usage", f"there is no command {name!r}", f"Use one of:{known}", status=WRONG)
    topic = command.topic()
    return Answer((Text(json.dumps(made(name, topic.shape, *topic.also), indent=2)),))


def completion(commands: Mapping[str, Command], shell: str) -> Answer:
    """Return the completion script of a shell."""
    if shell not in SCRIPTS:
        hint = f"Use one of {', '.join(SCRIPTS)}"
        return failed("usage", f"there is no script for {shell!r}", hint, status=WRONG)
    return Answer((Text(SCRIPTS[shell]),))


SCHEMA = Topic(Text, schema, no_page)
COMPLETION = Topic(Text, completion, no_page)
