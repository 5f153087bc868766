"""Completion for bash, zsh and fish: commands, options, terms, states, and the words options take.

The scripts ask `treaty __complete SHELL WORD...`; the answer is one candidate a line. A name is offered
in a form that needs no quotes (`cote-divoire`), which every command reads, unless what was typed can
only lead to the name as written (`Côte`).
"""

from __future__ import annotations

from treatycli.help import PANELS
from treatycli.names import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatycli.package import Package

SCRIPTS = {
    "bash": """\
_treaty() {
    local IFS=$'\\n'
    COMPREPLY=($(treaty __complete bash "${COMP_WORDS[@]:1:$COMP_CWORD}" 2>/dev/null))
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
complete -c treaty -n '__fish_seen_subcommand_from gloss' -F
""",
}
DATA_COMMANDS = ("info", "check", "export", "path")
NAMED = {
    "define": ("terms",),
    "country": ("states",),
    "compare": ("states",),
    "cite": ("terms", "states"),
}


def complete(shell: str, words: Sequence[str]) -> list[str]:
    """Return the candidates for the last of the words behind `treaty`, for a shell."""
    *before, typed = words or [""]
    if not before:
        known = [name for names in PANELS.values() for name in names]
        return _begun(known if not typed.startswith("-") else ["--help", "--version"], typed)
    command = before[0]
    if typed.startswith("-"):
        return _begun(_options(before), typed)
    values = _values(before[-1])
    if values is not None:
        return _begun(values, typed)
    if command == "data":
        return _begun(DATA_COMMANDS, typed) if len(before) == 1 else []
    if command == "schema":
        from treatycli.show.shapes import SHAPES

        return _begun([name for name in SHAPES if " " not in name], typed)
    if command == "completion":
        return _begun(SCRIPTS, typed)
    if command == "article":
        return _begun(["preamble", *(str(number) for number in range(1, 23))], typed)
    tables = ("states",) if before[-1] == "--country" else NAMED.get(command, ())
    return _names(shell, typed, tables) if tables else []


def _begun(known: Iterable[str], typed: str) -> list[str]:
    return [word for word in known if word.startswith(typed)]


def _values(option: str) -> Sequence[str] | None:
    """Return the words that an option takes, or None if it is none that takes words of a list."""
    from treatycli import show, status, vocabulary

    treaties = ("APMBC", "CCM", "CCW", "CCW-AP2", "CCW-P5", "ATT")
    known: dict[str, Sequence[str]] = {
        "--kind": vocabulary.EVENT_KINDS,
        "--category": vocabulary.CATEGORIES,
        "--topic": vocabulary.TOPICS,
        "--format": show.FORMATS,
        "-f": show.FORMATS,
        "--color": ("auto", "always", "never"),
        "--status": [name for name in status.STATUSES if " " not in name and "," not in name],
        "--treaty": treaties,
        "--style": ("text", "bibtex", "csl-json", "ris"),
        "--in": ("terms", "states", "articles", "events", "facts", "claims"),
    }
    return known.get(option)


def _options(before: Sequence[str]) -> list[str]:
    import typer

    from treatycli import cli

    found = typer.main.get_command(cli.app)
    for word in before[:2]:
        found = getattr(found, "commands", {}).get(word, found)
    return sorted({option for p in found.params for option in p.opts if option.startswith("--")} | {"--help"})


def _names(shell: str, typed: str, tables: Sequence[str]) -> list[str]:
    """Return the names of terms or states that begin as typed: bare, or as written where need be."""
    from treatycli.package import open_package

    folded = fold(typed)
    lines = [line for line in _lines(open_package(), folded) if line[1] in tables]
    usual = [line for line in lines if line[3] in ("name", "id")]
    other = [line for line in lines if line[3] in ("alias", "form")]
    found: dict[str, str] = {}
    for name, _, _, _, label in usual or other:
        found.setdefault(name.replace(" ", "-"), label)
    plain = [slug for slug in found if slug.startswith(typed.lower())]
    return sorted(plain) or sorted(_quoted(shell, label) for label in found.values())


def _lines(package: Package, folded: str) -> list[list[str]]:
    return package.starting("names_by_fold", folded) if folded else package.listed("names_by_fold")


def _quoted(shell: str, label: str) -> str:
    """Return a name as bash must read it; the other shells quote what they insert themselves."""
    if shell != "bash":
        return label
    return "".join(c if c.isalnum() or c in "-_./" else "\\" + c for c in label)
