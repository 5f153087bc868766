"""Completion in the real shells: commands, options, terms, states, kinds; spaces, apostrophes, accents."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import run

from treatycli.completion import complete
from treatycli.topics.tool import SCRIPTS

BIN = str(Path(sys.executable).parent)
ENV = {**os.environ, "PATH": BIN + os.pathsep + os.environ["PATH"], "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["cou"], ["country", "countries"]),
        (["define", "stockp"], ["stockpile", "stockpile-destruction", "stockpiling"]),
        (["define", "notice-of-w"], ["notice-of-withdrawal"]),
        (["country", "lith"], ["lithuania"]),
        (["country", "cote"], ["cote-divoire"]),
        (["timeline", "--kind", "withdrawal_n"], ["withdrawal_notified"]),
        (["timeline", "--coun"], ["--country"]),
        (["facts", "--country", "finl"], ["finland"]),
        (["data", "ex"], ["export"]),
        (["article", "pre"], ["preamble"]),
        (["define", "x", "--for"], ["--format"]),
        (["compare", "finland", "norw"], ["norway"]),
        (["zzz", ""], []),
        (["countries", "--group", "N"], ["NATO", "NORDIC"]),
        (["map", "--group", "na"], ["nato"]),
        (["define", "mine", "--lang", "f"], ["fi", "fr"]),
        (["groups", "N"], ["NATO"]),
        (["lith"], ["lithuania"]),
        (["stockp"], ["stockpiling"]),
        (["south", "ko"], ["korea"]),
        (["lithuania", "--as"], ["--as-of"]),
    ],
)
def test_what_begins_so_is_offered(words, expected):
    assert set(expected) <= set(complete("bash", words))
    assert all(found.startswith(words[-1]) for found in complete("bash", words))


def test_what_is_offered_is_understood():
    for word in complete("bash", ["country", "s"])[:12]:
        assert run("country", word, "--field", "iso3").status == 0, word


def bash(line):
    script = f"""{SCRIPTS["bash"]}
words=({line}); COMP_WORDS=("${{words[@]}}"); COMP_CWORD=$((${{#words[@]}} - 1)); _treaty
printf '%s\\n' "${{COMPREPLY[@]}}" """
    return subprocess.run(
        ["bash", "-c", script], capture_output=True, encoding="utf-8", env=ENV, check=True
    ).stdout


def test_bash_completes_commands_names_and_accents():
    assert bash("treaty time") == "timeline\n"
    assert bash("treaty country lithu") == "lithuania\n"
    assert bash("treaty lith") == "lithuania\n"
    assert "NATO" in bash("treaty countries --group N").splitlines()
    assert bash("treaty timeline --kind withdrawal_v") == "withdrawal_vote\n"
    offered = bash("treaty country Côte").splitlines()[0]
    read = subprocess.run(
        ["bash", "-c", f"printf %s {offered}"], capture_output=True, encoding="utf-8", env=ENV, check=True
    )
    assert read.stdout in ("Côte d'Ivoire", "Côte d’Ivoire")


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
def test_zsh_completes_commands_names_and_accents():
    script = SCRIPTS["zsh"].replace("compdef _treaty treaty", "")

    def ask(*words):
        line = " ".join(f"'{word}'" for word in ("treaty", *words))
        code = f"compadd() {{ shift 2; print -l -- $@ }}; _files() {{ print files }}; {script}\nwords=({line}); CURRENT=$#words; _treaty"
        return subprocess.run(
            ["zsh", "-fc", code], capture_output=True, encoding="utf-8", env=ENV, check=True
        ).stdout

    assert ask("time") == "timeline\n"
    assert ask("country", "lithu") == "lithuania\n"
    assert ask("country", "Côte").startswith("Côte d")
    assert ask("gloss", "x") == "files\n"


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
def test_fish_completes_commands_names_and_accents():
    def ask(line):
        code = f'{SCRIPTS["fish"]}\ncomplete -C "{line}"'
        done = subprocess.run(
            ["fish", "--no-config", "-c", code], capture_output=True, encoding="utf-8", env=ENV, check=True
        )
        return done.stdout.splitlines()

    assert ask("treaty timel") == ["timeline"]
    assert "lithuania" in ask("treaty country lithu")
    assert any(found.startswith("Côte") for found in ask("treaty country Côte"))


def test_the_scripts_are_printed_and_an_unknown_shell_is_said():
    for shell, script in SCRIPTS.items():
        assert run("completion", shell).text == script
    assert run("completion", "tcsh").status == 2


def test_completion_never_fails_loudly():
    for words in (
        ["\x1b", "x"],
        ["define", "\udcff".encode("utf-8", "surrogateescape").decode("latin-1")],
        [],
    ):
        ran = run("__complete", "bash", *words)
        assert (ran.status, ran.err) == (0, "")
