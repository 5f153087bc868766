"""The same lookups for Python: records, exceptions with suggestions, types, threads."""

from __future__ import annotations

import json
import subprocess
import sys
import threading

import pytest
from conftest import DAY, ROOT, run

import treatycli

CONSUMER = """
import treatycli
from treatycli.topics.profile import Profile

t = treatycli.open()
profile: Profile = t.country("lithuania", as_of="2025-10-01")
status: str = profile.status
outside: list[str] = [row.iso3 for row in t.countries(group="nato", status="not party")]
for event in t.timeline("poland", since="2025"):
    title: str = event.title
try:
    t.define("zzzz")
except treatycli.NotFound as missed:
    suggestions: tuple[str, ...] = missed.suggestions
"""


@pytest.fixture(scope="module")
def opened():
    return treatycli.open()


def test_a_lookup_gives_the_records_that_the_command_prints(opened):
    profile = opened.country("lithuania", as_of="2025-10-01")
    assert profile.status == "party, withdrawal pending"
    assert (
        profile.status
        == json.loads(run("country", "lithuania", "--as-of", "2025-10-01", "--json").out)["status"]
    )
    assert opened.define("stockpiling").term == "Stockpiling"
    assert {row.iso3 for row in opened.countries(group="baltic", as_of=DAY)} == {"EST", "LTU", "LVA"}
    assert [item["id"] for item in run("timeline", "poland", "2025", "--json").json] == [
        event.id for event in opened.timeline("poland", "2025", as_of=DAY)
    ]
    assert opened.compare("finland", "norway", as_of=DAY).differs
    assert opened.stats(as_of="2024-12-31").parties == 164
    assert all(item.status == "ahead" for item in opened.deadlines(status="ahead", as_of=DAY))
    assert opened.ahead(as_of=DAY)[0].date >= "2026"
    assert opened.article("5").number == "5"
    assert opened.source("untc-2026-02-03").cited_by
    assert opened.facts("belarus", "stockpile")[0].subject == "BLR"
    assert opened.search("lithuania", "leave", as_of=DAY)[0].id == "LTU"
    assert {item.id for item in opened.gloss("Estonia left the Ottawa Convention.", as_of=DAY)} >= {"EST"}
    assert len(opened.groups(as_of=DAY)) > 10
    assert opened.terms(category="weapon")


def test_a_miss_raises_with_what_may_be_meant(opened):
    with pytest.raises(treatycli.NotFound) as missed:
        opened.country("lithuanai xx")
    assert "lithuanai xx" in str(missed.value)
    with pytest.raises(treatycli.Ambiguous) as several:
        opened.country("korea")
    assert len(several.value.suggestions) == 2
    with pytest.raises(treatycli.UsageError):
        opened.countries(group="nonesuch")
    with pytest.raises(treatycli.UsageError):
        opened.country("norway", as_of="soon")
    with pytest.raises(treatycli.DataError):
        treatycli.open("/nowhere")


@pytest.mark.parametrize(
    ("name", "given", "listed"),
    [
        ("countries", {"status": "gone"}, "former party"),
        ("countries", {"status": ["party", "gone"]}, "former party"),
        ("countries", {"treaty": "xyz"}, "CCW-AP2"),
        ("timeline", {"kind": "withdrawal"}, "withdrawal_vote"),
        ("timeline", {"since": "soon"}, "2025-06"),
        ("timeline", {"treaty": "xyz"}, "CCW-AP2"),
        ("facts", {"topic": "deadlocks"}, "stockpile"),
        ("deadlines", {"status": "late"}, "passed"),
        ("deadlines", {"article": "7"}, "5"),
        ("deadlines", {"until": "2025-13"}, "2025-06"),
        ("stats", {"treaty": "xyz"}, "CCW-AP2"),
        ("stats", {"as_of": "2025"}, "2025-"),
        ("terms", {"category": "tools"}, "weapon"),
    ],
    ids=str,
)
def test_a_value_that_is_none_of_a_list_or_no_date_is_refused_with_what_there_is(opened, name, given, listed):
    with pytest.raises(treatycli.UsageError, match=next(iter(given))) as refused:
        getattr(opened, name)(**given)
    assert listed in str(refused.value)


def test_values_are_read_as_the_command_line_reads_them(opened):
    left = {row.iso3 for row in opened.countries(status="Former", as_of=DAY)}
    assert left == {row.iso3 for row in opened.countries(status="former party", as_of=DAY)} != set()
    two = ["party, withdrawal pending", "former party"]
    both = {row.status for row in opened.countries(status=two, as_of="2025-12-28")}
    assert both == set(two)
    assert opened.deadlines(article="Art. 5", status="AHEAD", as_of=DAY)
    assert opened.stats(treaty="ccm", as_of=DAY).treaty == "CCM"
    assert opened.facts(topic="victim assistance") == opened.facts(topic="victim_assistance") != []


def test_several_threads_get_what_one_would(opened):
    names = ["lithuania", "norway", "ukraine", "peru", "japan", "tonga"] * 4
    answers: dict[int, str] = {}

    def ask(place: int) -> None:
        answers[place] = opened.country(names[place], as_of=DAY).iso3

    threads = [threading.Thread(target=ask, args=(place,)) for place in range(len(names))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answers[i] for i in range(len(names))] == ["LTU", "NOR", "UKR", "PER", "JPN", "TON"] * 4


def test_a_consumer_of_the_types_passes_mypy_strict(tmp_path):
    file = tmp_path / "consumer.py"
    file.write_text(CONSUMER, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file", "", str(file)],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={"MYPYPATH": str(ROOT / "src"), "PATH": ""},
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_a_document_is_had_by_its_id_alone(opened):
    assert opened.source("untc-2026-02-03").publisher == "UN Treaty Collection"
    with pytest.raises(treatycli.Ambiguous) as raised:
        opened.source("landmine monitor")
    assert raised.value.suggestions
    with pytest.raises(treatycli.NotFound):
        opened.source("qqqq")


def test_the_options_of_the_commands_are_there(opened):
    assert opened.article(5).number == "5"
    assert {fact.stated[:4] for fact in opened.facts("belarus", since="2015")} >= {"2017"}
    assert all(row.in_force >= "2013" for row in opened.countries(since="2013", status="party"))
    assert all(due.date >= "2028" for due in opened.deadlines(since="2028", as_of=DAY))


def test_what_is_no_text_is_a_type_error_that_says_so(opened):
    for wrong in (None, 5):
        with pytest.raises(TypeError, match="a name is text, not"):
            opened.country(wrong)


def test_the_names_of_the_api_are_shown_before_they_are_loaded():
    assert {"open", "NotFound", "Ambiguous", "Treaty"} <= set(dir(treatycli))
