"""Completion for bash, zsh and fish: commands, options, names, and the words that options take.

The scripts ask `treaty __complete SHELL WORD...`; the answer is one candidate a line. A name is offered
in a form that needs no quotes (`cote-divoire`), which every command reads, unless what was typed can
only lead to the name as written (`Côte`).
"""

from __future__ import annotations

from treatycli import vocabulary
from treatycli.commands import COMMANDS
from treatycli.folding import fold
from treatycli.options import Command, Option

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatycli.package import Package
    from treatycli.show.screen import Screen

NAMED = ("states", "terms")
"""What a name alone, without a command, may be."""
_CLOSED = {
    "articles": ("preamble", *(str(number) for number in range(1, 23))),
    "shells": vocabulary.SHELLS,
}


def run(arguments: Sequence[str], screen: Screen) -> int:
    """Write the candidates for `SHELL WORD...`, one a line; return the exit status."""
    words = complete(arguments[0] if arguments else "bash", arguments[1:])
    reason = screen.write("".join(f"{word}\n" for word in words), utf8=True)
    return 2 if reason else 0


def complete(shell: str, words: Sequence[str]) -> list[str]:
    """Return the candidates for the last of the words behind `treaty`, for a shell."""
    *before, typed = words or [""]
    typed = typed.replace("\\", "")
    if before and before[-1] == "=":  # bash parts `--format=js` into three words
        before = before[:-1]
    elif typed == "=":
        typed = ""
    quote = typed[:1] if typed[:1] in ("'", '"') else ""
    typed = typed[len(quote) :]
    if not before:
        names = list(dict.fromkeys(name.split()[0] for name in COMMANDS))
        begun = _begun(["--help", "--version"] if typed.startswith("-") else names, typed)
        return begun or _names(shell, typed, NAMED, quote)
    command = COMMANDS.get(before[0]) or COMMANDS.get(" ".join(before[:2]))
    if command is None:
        inner = [name.split()[1] for name in COMMANDS if name.startswith(before[0] + " ")]
        if inner:
            return _begun(inner, typed) if len(before) == 1 else []
        return _behind_a_name(shell, before, typed)
    if typed.startswith("--") and "=" in typed:
        label, _, text = typed.partition("=")
        values = _values(_option(command, label), shell, text)
        return values if shell == "bash" else [f"{label}={value}" for value in values]
    if typed.startswith("-"):
        return _begun(sorted([*(f"--{o.name}" for o in command.all_options), "--help"]), typed)
    option = _option(command, before[-1])
    if option is not None and option.kind != "flag":
        return _values(option, shell, typed)
    return _words(command, shell, before, typed, quote)


def _behind_a_name(shell: str, before: Sequence[str], typed: str) -> list[str]:
    """Return what may follow a name that is typed without its command: the rest of it, or an option."""
    from treatycli import bare

    if typed.startswith("-") or any(word.startswith("-") for word in before):
        asked = bare.command_for(before, None)
        return complete(shell, [*asked, typed]) if asked else []
    return _going_on(shell, before, typed, NAMED)


def _begun(known: Iterable[str], typed: str) -> list[str]:
    return [word for word in known if word.startswith(typed)]


def _option(command: Command, label: str) -> Option | None:
    return next(
        (o for o in command.all_options if label in (f"--{o.name}", "-f" * (o.name == "format"))), None
    )


def _values(option: Option | None, shell: str, typed: str) -> list[str]:
    """Return what an option takes: the words of its list, or names of states; nothing for other values."""
    if option is None:
        return []
    if option.kind == "state":
        return _names(shell, typed, ("states",), "")
    if option.kind in ("group", "language"):
        return _coded(option.kind, typed)
    return _begun([c for c in option.choices if " " not in c and "," not in c], typed)


def _coded(kind: str, typed: str) -> list[str]:
    """Return the ids of groups, or the codes of the glossary's languages, that begin as typed in any case."""
    from treatycli.package import open_package
    from treatycli.records import Group
    from treatycli.topics import languages

    package = open_package()
    known = [row.id for row in package.all(Group)] if kind == "group" else languages.codes(package)
    plain = [code.lower() for code in known]
    return _begun(plain, typed) or [code for code in known if code.lower().startswith(typed.lower())]


def _words(command: Command, shell: str, before: Sequence[str], typed: str, quote: str) -> list[str]:
    """Return what a command's words may be, going on with a name of several words."""
    for what in command.completes:
        if what in _CLOSED:
            return _begun(_CLOSED[what], typed)
        if what == "groups":
            return _coded("group", typed)
        if what == "commands":
            return _begun([name for name in COMMANDS if " " not in name], typed)
    tables = [what for what in command.completes if what in ("terms", "states")]
    if not tables:
        return []
    if typed and not quote:
        first = next((i for i, word in enumerate(before) if word in command.name.split()), 0) + 1
        earlier = [word for word in before[first:] if not word.startswith("-")]
        if earlier and command.name != "compare":
            return _going_on(shell, earlier, typed, tables)
    return _names(shell, typed, tables, quote)


def _going_on(shell: str, earlier: Sequence[str], typed: str, tables: Sequence[str]) -> list[str]:
    """Return how a name of several words goes on whose first words stand before."""
    lead = fold(" ".join(earlier))
    whole = _names(shell, f"{lead} {typed}", tables, "")
    return [name[len(lead) + 1 :] for name in whole if name.startswith(lead.replace(" ", "-") + "-")]


def _names(shell: str, typed: str, tables: Sequence[str], quote: str) -> list[str]:
    """Return the names of terms or states that begin as typed: bare, or as written where need be."""
    from treatycli.package import open_package

    folded = fold(typed)
    lines = [line for line in _lines(open_package(), folded) if line[1] in tables]
    usual = [line for line in lines if line[3] in ("name", "id")]
    other = [line for line in lines if line[3] in ("alias", "form")]
    labels: dict[str, str] = {}
    for name, _, _, _, label in usual or other:
        labels.setdefault(name.replace(" ", "-"), label)
    plain = [slug for slug in labels if slug.startswith(typed.lower().replace(" ", "-"))]
    if quote:
        return sorted(_in_quotes(shell, label, quote) for label in labels.values())
    return sorted(plain) or sorted(_quoted(shell, label) for label in labels.values())


def _lines(package: Package, folded: str) -> list[list[str]]:
    return package.starting("names_by_fold", folded) if folded else package.listed("names_by_fold")


def _quoted(shell: str, label: str) -> str:
    """Return a name as bash must read it; the other shells quote what they insert themselves."""
    if shell != "bash":
        return label
    return "".join(c if c.isalnum() or c in "-_./" else "\\" + c for c in label)


def _in_quotes(shell: str, label: str, quote: str) -> str:
    """Return a name as bash must read it behind a quote that stands open: it closes the quote itself."""
    if shell != "bash":
        return label
    if quote == "'":
        return label.replace("'", "’")  # read alike, and no quote in a shell
    return "".join("\\" + c if c in '"$`\\' else c for c in label)
