"""Make docs/commands.md and the man page docs/treaty.1 from what `--help` says.

python tools/make_docs.py            writes them
python tools/make_docs.py --check    exits 1 if they are stale
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from treatycli import cli
from treatycli.commands import COMMANDS
from treatycli.show.screen import Screen

DOCS = Path(__file__).parent.parent / "docs"


def commands() -> list[tuple[str, Any]]:
    """Return the name and the parser of every command, in the order of the table."""
    top: Any = cli.parser(Screen(None, None, None, {}), "2026-11-24")
    named = []
    for name in COMMANDS:
        command = top
        for word in name.split():
            command = command.commands[word]
        named.append((name, command))
    return named


def usage(name: str, command: Any) -> str:
    """Return a command's help as it is printed at 88 columns."""
    context = command.context_class(
        command,
        info_name=f"treaty {name}",
        terminal_width=88,
        max_content_width=88,
        help_option_names=cli.SETTINGS["help_option_names"],
    )
    return str(command.get_help(context))


def reference() -> str:
    """Return the command reference in Markdown."""
    parts = [
        "# Commands",
        "",
        "Made by `python tools/make_docs.py` from what `treaty COMMAND --help` prints. Do not edit by hand.",
        "",
    ]
    for name, command in commands():
        parts += [f"## treaty {name}", "", "```text", usage(name, command).rstrip(), "```", ""]
    return "\n".join(parts)


def man_page() -> str:
    """Return the manual page in roff."""

    def escaped(text: str) -> str:
        lines = text.replace("\\", "\\e").replace("-", "\\-").splitlines()
        return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in lines)

    parts = [
        '.TH TREATY 1 "" "treaty" "User Commands"',
        ".SH NAME",
        "treaty \\- the mine\\-ban treaty, answered in your terminal",
        ".SH SYNOPSIS",
        ".B treaty",
        "COMMAND [WORD...] [OPTION...]",
        ".SH DESCRIPTION",
        ".nf",
        escaped(cli.INTRODUCTION.rstrip()),
        ".fi",
        ".SH EXIT STATUS",
        "0 answered; 1 nothing found, or ambiguous; 2 a usage, data, write or unexpected error;",
        "130 interrupted.",
        ".SH ENVIRONMENT",
        "TREATY_DATA names a directory of tables laid over the bundled ones; TREATY_DEBUG=1 shows where an",
        "unexpected error arose. NO_COLOR, FORCE_COLOR, TERM, COLUMNS, LINES, PAGER and LESS are honoured.",
        ".SH COMMANDS",
    ]
    for name, command in commands():
        parts += [f".SS treaty {escaped(name)}", ".nf", escaped(usage(name, command).rstrip()), ".fi"]
    return "\n".join(parts) + "\n"


def main(arguments: list[str]) -> int:
    """Write both documents, or say which is stale."""
    stale = []
    for name, text in (("commands.md", reference()), ("treaty.1", man_page())):
        path = DOCS / name
        if not path.exists() or path.read_text("utf-8") != text:
            stale.append(name)
            if "--check" not in arguments:
                path.write_text(text, "utf-8")
    sys.stdout.write("".join(f"{name}\n" for name in stale))
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
