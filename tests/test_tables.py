"""The tables keep their schema, their rules, their seal, and the depositary's counts."""

from __future__ import annotations

import hashlib
import json
import runpy

import pytest
from conftest import ROOT

from treatycli import status
from treatycli.package import checks, directory
from treatycli.records import Action, Event, Fact, Source, State, Term, Treaty

DATA = ROOT / "src" / "treatycli" / "data"

WITHDRAWALS = {
    ("APMBC", "EST", "2025-06-27", "2025-12-27"),
    ("APMBC", "FIN", "2025-07-10", "2026-01-10"),
    ("APMBC", "LTU", "2025-06-27", "2025-12-27"),
    ("APMBC", "LVA", "2025-06-27", "2025-12-27"),
    ("APMBC", "POL", "2025-08-20", "2026-02-20"),
    ("CCM", "LTU", "2024-09-06", "2025-03-06"),
}
"""Every withdrawal known. A new one must be put here by hand, after a look at the depositary."""


def parties(package, treaty, day, wanted=status.BOUND):
    actions = package.all(Action)
    return {
        state.iso3
        for state in package.all(State)
        if status.status_on([a for a in actions if a.iso3 == state.iso3], treaty, day).status in wanted
    }


def test_the_package_is_valid_frictionless():
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(DATA / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])[:5]


def test_the_seal_is_whole_and_the_schema_is_made_from_the_records():
    sealed = runpy.run_path(str(ROOT / "tools" / "seal.py"))["sealed"]()
    for name, data in sealed.items():
        assert (DATA / name).read_bytes() == data, f"{name}: run python tools/seal.py"


def test_a_user_can_check_the_seal_with_coreutils():
    for line in (DATA / "SHA256SUMS").read_text("ascii").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((DATA / name).read_bytes()).hexdigest() == digest


def test_the_tables_break_no_rule():
    _, problems = directory.survey()
    assert [str(p) for p in problems] == []


def test_missing_values_are_empty_so_that_namibia_is_na(package):
    descriptor = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    assert all(r["schema"]["missingValues"] == [""] for r in descriptor["resources"])
    assert package.one(State, "NAM").iso2 == "NA"


def test_every_table_has_its_rows(package):
    counted = {row.TABLE: len(package.all(row)) for row in (State, Action, Event, Fact, Source, Term, Treaty)}
    assert counted["states"] == 197
    assert counted["treaties"] == 6
    assert counted["actions"] == 1159
    assert counted["terms"] >= 340
    assert counted["events"] >= 180
    assert counted["facts"] >= 700


def test_the_depositarys_totals_are_ours(package):
    ban = [a for a in package.all(Action) if a.treaty == "APMBC"]
    dated = [a for a in ban if a.action in status.CONSENTS and "/" not in a.date]
    kinds = [a.action for a in dated]
    assert sum(a.action == "signature" for a in ban) == 133
    assert len(dated) == 166
    assert {k: kinds.count(k) for k in set(kinds)} == {
        "ratification": 130, "accession": 31, "acceptance": 2, "approval": 1, "succession": 2,
    }  # fmt: skip
    assert len(parties(package, "APMBC", "2026-02-03")) == 162
    assert len(parties(package, "APMBC", "2026-03-01")) == 161
    assert parties(package, "APMBC", "2026-03-01", (status.NOT_ESTABLISHED,)) == {"LBN"}


def test_thirty_states_never_signed_or_joined(package):
    assert (
        len(
            {s.iso3 for s in package.all(State)}
            - {a.iso3 for a in package.all(Action) if a.treaty == "APMBC"}
        )
        == 30
    )


def test_the_fortieth_deposit_is_burkina_faso_on_16_september_1998(package):
    deposits = sorted(
        a.date for a in package.all(Action) if a.treaty == "APMBC" and a.action in status.CONSENTS
    )
    assert deposits[39] == "1998-09-16"
    on_that_day = {a.iso3 for a in package.all(Action) if a.treaty == "APMBC" and a.date == deposits[39]}
    assert on_that_day == {"BFA", "GNQ"}
    milestone = package.one(Event, "burkina-faso-fortieth-ratification-1998")
    assert milestone.countries == ("BFA",)
    assert milestone.date == deposits[39]


@pytest.mark.parametrize(
    ("treaty", "count"), [("CCM", 112), ("CCW", 128), ("CCW-AP2", 107), ("CCW-P5", 99), ("ATT", 117)]
)
def test_the_other_treaties_have_the_depositarys_number_of_parties(package, treaty, count):
    deposited = (*status.BOUND, status.NOT_YET_IN_FORCE)
    assert len(parties(package, treaty, "2026-02-03", deposited)) == count


def test_a_new_withdrawal_fails_until_it_is_listed(package):
    found = {(a.treaty, a.iso3, a.date, a.effective) for a in package.all(Action) if a.action == "withdrawal"}
    assert found == WITHDRAWALS


def test_every_recorded_effect_follows_its_treatys_rule_but_south_sudans_succession(package):
    exceptions = {
        a.iso3
        for a in package.all(Action)
        if a.effective and status.effect(a) and status.effect(a) != a.effective
    }
    assert exceptions == {"SSD"}


def test_every_article_reference_can_be_read():
    assert checks.article_numbers(["2(1)", "5(3)-(6)", "7(1)(h)", "Preamble"]) == ["2", "5", "7", "Preamble"]
    assert checks.article_numbers(["1-4"]) == ["1", "2", "3", "4"]
    assert checks.article_numbers(["Preamble-3"]) == ["Preamble"]
    assert checks.article_numbers(["x"]) == []


@pytest.mark.parametrize("reference", ["1-999999999", "1-" + "9" * 5000, "1234", "9" * 5000, "1-2-3", "²"])
def test_a_range_out_of_all_bounds_is_no_reference(reference):
    assert checks.article_numbers([reference]) == []


def test_what_is_of_high_confidence_has_a_strong_source_or_two_of_the_press(package):
    sources = {source.id: source for source in package.all(Source)}
    for row in [*package.all(Event), *package.all(Fact)]:
        documents = [sources[key] for key in row.sources]
        press = {document.publisher for document in documents if document.tier == "press"}
        strong = any(document.tier in ("official", "specialist") for document in documents)
        assert row.confidence != "high" or strong or len(press) > 1, row.id
