"""The contract for scripts, line by line (docs/scripting.md), held for every row of the table of commands.

Everything here runs in process; what needs a process of its own is in test_process.py.
"""

from __future__ import annotations

import json
import re
import runpy
import shutil

import promises
import pytest
from calls import CALLS, EXAMPLES, OTHERS, PASTED, TEXT, WRITES
from conftest import DATA, FIXTURE, ROOT, run, run_fixture

from treatycli.answers import Answer
from treatycli.commands import COMMANDS
from treatycli.options import NONE

every_command = pytest.mark.parametrize("name", CALLS)
WORDED = [name for name, command in COMMANDS.items() if command.takes != NONE and name not in WRITES]


def test_every_command_has_a_typical_call():
    assert set(CALLS) | set(WRITES) == set(COMMANDS)


# 1. Streams


@every_command
def test_stdout_carries_the_answer_and_stderr_only_notes(name):
    promises.stdout_is_the_answer(name, CALLS[name])


@pytest.mark.parametrize("name", OTHERS)
def test_help_and_versions_are_answers_too(name):
    ran = run(*OTHERS[name])
    assert (ran.status, ran.err) == (0, "")
    assert ran.out


@pytest.mark.parametrize("arguments", EXAMPLES, ids=" ".join)
def test_every_example_of_the_help_works(arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my-tables").mkdir()
    (tmp_path / "my-tables" / "areas.csv").write_bytes((DATA / "areas.csv").read_bytes())
    for word in arguments:
        if word.startswith(("article.", "page.")):
            (tmp_path / word).write_text(TEXT, "utf-8")
    ran = run(*arguments, stdin="stockpiling\n" if "-" in arguments and "define" in arguments else TEXT)
    assert ran.status == 0, ran.err
    assert ran.out or arguments[:2] == ["data", "check"]


@pytest.mark.parametrize(
    "arguments", [["define", "zzzz"], ["country", "korea"], ["timeline", "--since", "x"], ["nonsense"]]
)
def test_notes_suggestions_and_errors_go_to_stderr(arguments):
    ran = run(*arguments)
    assert ran.out == b""
    assert ran.err.startswith("treaty: ")


# 2. Exit status


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["define", "stockpiling"], 0), (["define", "qqqq"], 1), (["country", "korea"], 1),
        (["define"], 2), (["define", "--no-such"], 2), (["country", "x", "--as-of", "y"], 2),
        (["define", "mine", "--fields", "nope"], 2), (["define", "mine", "--data", "/nowhere"], 2),
        (["define", "mine", "--json", "--format", "csv"], 2), (["gloss", "/nowhere"], 2), (["quux"], 2),
        (["timeline", "--since", "2090"], 0), (["country", "russia"], 0), (["claims", "--field"], 2),
    ],
)  # fmt: skip
def test_the_exit_status_tells_answered_missing_and_wrong(arguments, status):
    ran = run(*arguments)
    assert ran.status == status
    assert "Traceback" not in ran.err


# 3. Formats


@every_command
def test_json_is_one_valid_document_that_meets_its_schema(name):
    promises.json_meets_its_schema(name, CALLS[name])


@every_command
def test_every_format_holds_the_same_records(name):
    promises.formats_agree(name, CALLS[name])


@every_command
def test_markdown_is_a_table_or_a_page(name):
    promises.markdown_is_a_page_or_a_table(name, CALLS[name])


@every_command
def test_fields_choose_and_order_and_an_unknown_one_lists_them(name):
    promises.fields_choose(name, CALLS[name])


def test_keys_are_only_ever_added_and_every_one_is_protected():
    tool = runpy.run_path(str(ROOT / "tools" / "make_keys.py"))
    recorded = json.loads((ROOT / "tests" / "keys.json").read_text("utf-8"))
    now = tool["keys"]()
    for name, kinds in recorded.items():
        assert name in now, f"the command {name} is gone"
        for key, kind in kinds.items():
            assert tool["still_there"](kind, now[name].get(key)), f"{name}: scripts rely on {key}, {kind}"
    assert now == recorded, "a key is new: python tools/make_keys.py"


def test_fields_are_those_that_a_terminal_shows_too():
    one = run("country", "latvia", "--fields", "iso3,status", terminal=True, env={"NO_COLOR": "1"})
    assert [line.split(None, 1) for line in one.lines] == [["iso3", "LVA"], ["status", "former party"]]
    wanted = ("countries", "--group", "baltic", "--fields", "iso3,status")
    shown = run(*wanted, terminal=True, env={"NO_COLOR": "1"}).lines
    assert [line.split(None, 1) for line in shown[:2]] == [["iso3", "status"], ["EST", "former party"]]
    assert "--lang fr" in run("define", "mine", "--field", "fr").err


def test_field_gives_bare_values():
    assert run("define", "unmas", "--field", "term").text == "UN Mine Action Service (UNMAS)\n"
    assert run("country", "latvia", "--field", "withdrawal_effective").text == "2025-12-27\n"
    assert run("country", "russia", "--field", "signed").text == "\n"


def test_sources_are_whole_objects_and_versions_are_present():
    entry = run("define", "stockpiling", "--json").json
    assert {"data_version", "matched"} <= set(entry)
    assert all({"id", "title", "publisher", "tier", "url"} <= set(source) for source in entry["sources"])


def test_a_header_stands_above_a_list_in_a_pipe_where_it_is_asked_for():
    plain = run("countries").lines
    header, *rest = run("countries", "--headers").lines
    assert rest == plain
    assert header.split("\t") == list(COMMANDS["countries"].topic().shape.COLUMNS)


# 4. No wrong guess (see also test_names.py)


def test_a_misspelling_is_answered_and_said_in_both_places():
    ran = run("define", "stokpiling", "--json")
    assert ran.json["matched"] == "spelling"
    assert "no exact match" in ran.err
    assert run("define", "--exact", "stokpiling").status == 1


# 5. Absence is an answer


def test_never_signed_is_an_answer_and_no_such_country_is_not():
    assert run("country", "china").status == 0
    assert run("country", "ruritania").status == 1


EMPTY = [
    (
        ["countries", "--group", "eu", "--status", "not party"],
        "no state fits; 22 are party, 5 are former party",
    ),
    (["countries", "--region", "europe", "--since", "2027"], "no state fits"),
    (["map", "--group", "eu", "--as-of", "1900-01-01"], "no state fits"),
    (["deadlines", "--group", "nordic", "--status", "passed"], "no deadline on record fits; 1 is met"),
    (["deadlines", "norway", "--until", "2001"], "no deadline on record fits"),
    (["deadlines", "poland"], "Poland: left the Convention on 20 February 2026"),
    (["deadlines", "--country", "usa"], "United States: not a party; never signed, never joined"),
    (["timeline", "--since", "2090"], "no event on record fits"),
    (["timeline", "--ahead", "--country", "norway"], "nothing on record is still to come"),
    (["facts", "norway", "--topic", "use"], "no fact on record fits"),
    (["data", "check"], "the tables meet every check"),
]


@pytest.mark.parametrize(("arguments", "said"), EMPTY, ids=lambda part: " ".join(part[:3]))
def test_an_empty_list_is_an_answer_and_says_so(arguments, said):
    ran = run(*arguments)
    assert (ran.status, ran.out) == (0, b"")
    assert f"treaty: {said}" in ran.err
    assert run(*arguments, "--json").text == "[]\n"


def test_a_list_whose_lookup_says_nothing_is_still_said_to_be_empty(monkeypatch):
    bare = COMMANDS["groups"].topic().replace(look_up=lambda package, words, *, day: Answer(many=True))
    command = COMMANDS["groups"].replace(topic=lambda: bare)
    monkeypatch.setitem(COMMANDS, "groups", command)
    assert run("groups").err.startswith("treaty: nothing on record fits.")


# 6. Colour


@every_command
def test_a_pipe_gets_no_colour_even_if_it_is_forced(name):
    promises.a_pipe_gets_no_colour(name, CALLS[name])


@every_command
def test_colour_and_links_carry_no_meaning_of_their_own(name):
    promises.colour_says_nothing(name, CALLS[name])


@pytest.mark.parametrize(
    ("env", "options", "coloured"),
    [
        ({}, [], True), ({"NO_COLOR": "1"}, [], False), ({"TERM": "dumb"}, [], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True), ({}, ["--color", "never"], False),
        ({"NO_COLOR": ""}, [], True), ({"TERM": "dumb", "FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "0"}, [], True),
    ],
)  # fmt: skip
def test_colour_is_for_terminals_and_can_be_refused(env, options, coloured):
    ran = run(*CALLS["country"], *options, terminal=True, env=env)
    assert ran.status == 0
    assert (b"\x1b[" in ran.out) is coloured


# 7. Any terminal


@every_command
@pytest.mark.parametrize("width", promises.WIDTHS)
def test_no_line_is_wider_than_the_terminal_and_no_date_or_name_is_cut(name, width):
    promises.nothing_is_cut(name, CALLS[name], width)


@every_command
def test_a_terminal_that_knows_only_ascii_is_served_in_ascii(name):
    ran = run(*CALLS[name], stdin=TEXT, terminal=True, encoding="ascii", env={"NO_COLOR": "1"})
    assert ran.status == 0
    assert ran.out.isascii()
    if name not in PASTED:
        assert ran.text.count("?") <= 40, "marks and names beyond ASCII have a form in it"


@pytest.mark.parametrize(
    ("env", "ascii_only"),
    [
        ({"LC_ALL": "C"}, True), ({"LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"}, True), ({"LC_ALL": ""}, True),
        ({"LC_ALL": "", "LC_CTYPE": "C", "LANG": "de_DE.UTF-8"}, True), ({"LC_ALL": "", "LANG": "C"}, True),
        ({"LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"}, False),
        ({"LC_ALL": "", "LANG": "de_DE.UTF-8"}, False), ({"LC_ALL": "C.UTF-8", "LANG": "C"}, False),
    ],
    ids=str,
)  # fmt: skip
def test_the_locale_decides_what_signs_a_terminal_gets_and_a_pipe_gets_utf_8(env, ascii_only):
    assert run("country", "cote-divoire", terminal=True, env=env).out.isascii() is ascii_only
    assert not run("country", "cote-divoire", env=env).out.isascii()


@pytest.mark.parametrize("columns", ["0", "-1", "00001", "1000000000", "x", "9" * 5000, ""])
def test_no_value_of_columns_is_too_much(columns):
    ran = run("stats", terminal=True, env={"COLUMNS": columns})
    assert ran.status == 0
    assert len(ran.out) < 100_000


# 8. Any bytes

HOSTILE = [
    "\x1b[31mred", "a\x07b", "\u202eevil", "[bold]x[/]", "[/]", "\udcff", "%s{0}", "a" * 5000, "\u200b", "\x9b2J",
]  # fmt: skip


@pytest.mark.parametrize("word", HOSTILE)
@pytest.mark.parametrize("name", WORDED)
def test_no_control_or_direction_character_comes_back(name, word):
    promises.hostile_words_come_back_clean(name, word)


def test_brackets_are_text_on_a_terminal(tmp_path):
    assert "[bold]mine[/]" in run("define", "[bold]mine[/]", terminal=True).err
    header = (DATA / "areas.csv").read_text("utf-8").splitlines()[0]
    (tmp_path / "areas.csv").write_text(f"{header}\nXXY,[bold]Nowhere[/bold],a test\n", "utf-8")
    facts = (DATA / "facts.csv").read_text("utf-8").splitlines()[0].split(",")
    cells = {"id": "nowhere-1", "subject": "XXY", "topic": "other", "statement": "[red]Nothing[/red] [link=x]",
             "sources": "untc-2026-02-03", "confidence": "high"}  # fmt: skip
    row = ",".join(cells.get(name, "") for name in facts)
    (tmp_path / "facts.csv").write_text(f"{','.join(facts)}\n{row}\n", "utf-8")
    shown = run("facts", "--country", "XXY", "--data", str(tmp_path), terminal=True, env={"NO_COLOR": "1"})
    assert "[red]Nothing[/red] [link=x]" in shown.text, shown.err


# 10. Errors


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["define", "qqqq"], "not-found"),
        (["define", "lithuania"], "other-command"),
        (["country", "korea"], "ambiguous"),
        (["country", "nato"], "not-a-state"),
        (["country", "x", "--as-of", "tomorrow"], "usage"),
        (["define", "mine", "--fields", "x"], "unknown-field"),
        (["define", "mine", "--data", "/nowhere"], "bad-data"),
        (["timeline", "--since", "2026", "--until", "2025"], "bad-range"),
        (["gloss", "/nowhere"], "system"),
        (["lithuanai"], "not-found"),
        (["quux"], "no-such-command"),
    ],
)
def test_errors_are_one_line_or_json_with_a_stable_code(arguments, code):
    (line,) = run(*arguments, "--json").err.splitlines()
    assert json.loads(line)["error"]["code"] == code
    first, *others = run(*arguments).err.splitlines()
    assert first.startswith("treaty: ")
    assert all(line.startswith("  treaty ") for line in others)


def test_every_code_of_an_error_is_documented_and_every_documented_one_exists():
    source = "".join(path.read_text("utf-8") for path in (ROOT / "src" / "treatycli").rglob("*.py"))
    used = set(re.findall(r'(?:Problem|failed)\(\s*\n?\s*"([a-z][a-z-]+)"', source))
    text = (
        (ROOT / "docs" / "scripting.md")
        .read_text("utf-8")
        .partition("### Error codes")[2]
        .partition("\n## ")[0]
    )
    assert used <= set(re.findall(r"`([a-z-]+)`", text))


@pytest.mark.parametrize("name", [n for n, c in COMMANDS.items() if c.opens == "package"])
def test_broken_tables_are_refused_by_every_command(name, tmp_path):
    broken = shutil.copytree(FIXTURE, tmp_path / "tables")
    (broken / "areas.csv").write_text("nonsense\n", "utf-8")
    ran = run(*CALLS[name], "--data", str(broken), stdin=TEXT)
    assert (ran.status, ran.out) == (2, b"")
    assert "areas.csv:1: E105" in ran.err


# 11. Known to


@pytest.mark.parametrize("name", [name for name, command in COMMANDS.items() if command.dated])
def test_a_status_after_the_datas_day_says_until_when_it_is_known(name):
    promises.a_status_says_until_when(name, ["search", "lithuania"] if name == "search" else CALLS[name])


@pytest.mark.parametrize(
    "arguments",
    [["country", "belmark"], ["countries"], ["stats"], ["map"], ["compare", "arvania", "belmark"]],
)
def test_a_day_that_the_data_knows_needs_no_such_note_on_stderr(arguments):
    assert "Known to" not in run_fixture(*arguments, "--as-of", "2026-02-03").err


def test_a_later_act_cannot_be_meant_before_the_day_of_the_list():
    late = run_fixture("countries", "--as-of", "2026-02-04").err
    assert "Known to 3 February 2026" in late


# 12. Python and shell users alike


@pytest.mark.parametrize("name", ["", *COMMANDS])
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_leads_with_examples_and_fits_100_columns(name, flag):
    ran = run(*name.split(), flag, width=200)
    assert (ran.status, ran.err) == (0, "")
    assert max(map(len, ran.lines)) <= 100
    if name:
        assert ran.lines[2].strip() == "Examples:"
        assert "treaty " in ran.lines[3]


def test_the_command_alone_says_what_it_is_with_a_few_examples():
    ran = run()
    assert ran.status == 0
    assert 3 <= len([line for line in ran.lines if line.startswith("  treaty ")]) <= 5


# The document


def test_each_line_of_the_contract_names_the_tests_that_hold_it():
    text = (ROOT / "docs" / "scripting.md").read_text("utf-8")
    contract = text.partition("## The contract")[2].partition("\n## ")[0]
    lines = re.findall(r"^\d+\. .*?(?=^\d+\. |\Z)", contract, re.M | re.S)
    assert len(lines) == 12
    defined = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"def (test_\w+)", path.read_text("utf-8"))
    }
    for line in lines:
        held_by = re.findall(r"`(test_\w+)`", line)
        assert held_by, line
        assert set(held_by) <= defined, set(held_by) - defined


# Singulars


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["timeline", "--on", "2025-06-27", "lithuania"], "1 event."),
        (["groups", "nato"], "1 group on"),
        (["terms", "--lang", "no"], "1 term\n"),
        (["source", "24ur-2026-02-27"], "1 fact rests on it"),
        (["countries", "--group", "cis", "--status", "signatory", "--as-of", "1999-01-01"], "1 state on"),
        (["country", "tuvalu"], "1 more event, 1 more fact"),
        (["deadlines", "--group", "nordic"], "1 more is met"),
        (["data", "info"], "1 term\n"),
    ],
    ids=lambda part: " ".join(part[:3]) if isinstance(part, list) else part.strip(),
)
def test_one_thing_is_said_in_the_singular(arguments, said):
    ran = run(*arguments, terminal=True, width=100, env={"NO_COLOR": "1"})
    assert said in ran.text + ran.err
    assert not re.search(r"\b1 (more )?(event|group|term|fact|state|source|row|hit|deadline)s\b", ran.text)


def test_a_letter_that_a_terminal_lacks_is_shown_without_its_accent():
    ran = run("country", "turkey", terminal=True, env={"LC_ALL": "C", "NO_COLOR": "1"})
    assert ran.text.splitlines()[0].startswith("Turkiye")
    assert run("define", "мина", env={"LC_ALL": "C"}).out.decode("utf-8")
