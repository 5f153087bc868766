"""The law of the treaty, day by day: each boundary that an article sets is asked on both of its sides."""

from __future__ import annotations

import pytest

from treatycli import dates, status
from treatycli.records import Action, Completion, DeadlineRow
from treatycli.vocabulary import (
    CONSENTS,
    FORMER,
    NOT_ESTABLISHED,
    NOT_PARTY,
    NOT_YET_IN_FORCE,
    PARTY,
    SIGNATORY,
    WITHDRAWING,
)


def act(action, date, effective=None, treaty="APMBC", iso3="AAA", notification=None):
    """Return an action with words of its own, equal to those of the program and no others, as cells are."""
    treaty, action = f"{treaty} {action}".split()
    return Action(treaty, iso3, action, date, effective, notification, ("x",), None)


def stands(actions, day, treaty="APMBC"):
    return status.status_on(actions, treaty, day).status


SIGNED = act("signature", "1997-12-03")
RATIFIED = act("ratification", "2003-05-12", "2003-11-01")
NOTICE = act("withdrawal", "2025-06-27", "2025-12-27", notification="C.N.1.2025")
LIFE = [SIGNED, RATIFIED, NOTICE]


# Article 17


@pytest.mark.parametrize(
    ("deposit", "in_force"),
    [
        ("1997-12-03", "1999-03-01"), ("1998-09-16", "1999-03-01"), ("1998-09-30", "1999-03-01"),
        ("1998-10-01", "1999-04-01"), ("1998-10-31", "1999-04-01"), ("1998-11-01", "1999-05-01"),
        ("2003-05-12", "2003-11-01"), ("2003-06-30", "2003-12-01"), ("2003-07-01", "2004-01-01"),
        ("2003-08-31", "2004-02-01"), ("2024-02-29", "2024-08-01"),
    ],
)  # fmt: skip
def test_article_17_counts_to_the_first_of_the_sixth_month(deposit, in_force):
    assert status.article_17(deposit) == in_force
    for consent in ("ratification", "accession", "acceptance", "approval", "succession"):
        assert status.entry_into_force("APMBC", consent, deposit) == in_force


# Article 20


@pytest.mark.parametrize(
    ("receipt", "out"),
    [
        ("2025-06-27", "2025-12-27"), ("2025-07-10", "2026-01-10"), ("2025-08-20", "2026-02-20"),
        ("2025-08-31", "2026-02-28"), ("2023-08-31", "2024-02-29"), ("2025-05-31", "2025-11-30"),
        ("2024-02-29", "2024-08-29"),
    ],
)  # fmt: skip
def test_article_20_counts_six_months_from_receipt(receipt, out):
    assert status.article_20(receipt) == out
    notice = act("withdrawal", receipt)
    assert status.effect(notice) == out
    assert stands([RATIFIED, notice], dates.plus_days(out, -1)) == WITHDRAWING
    assert stands([RATIFIED, notice], out) == FORMER


# The other treaties


@pytest.mark.parametrize(
    ("treaty", "deposit", "in_force"),
    [
        ("CCM", "2008-12-03", "2010-08-01"), ("CCM", "2010-02-28", "2010-08-01"), ("CCM", "2010-03-01", "2010-09-01"),
        ("CCM", "2010-03-31", "2010-09-01"),
        ("CCW", "1983-06-01", "1983-12-02"), ("CCW", "1983-06-02", "1983-12-02"), ("CCW", "1983-06-03", "1983-12-03"),
        ("CCW", "1998-05-31", "1998-11-30"),
        ("CCW-AP2", "1997-01-01", "1998-12-03"), ("CCW-AP2", "1998-06-03", "1998-12-03"),
        ("CCW-AP2", "1998-06-04", "1998-12-04"),
        ("CCW-P5", "2006-05-12", "2006-11-12"), ("CCW-P5", "2006-05-13", "2006-11-13"),
        ("ATT", "2014-12-23", "2014-12-24"), ("ATT", "2014-12-24", "2015-03-24"), ("ATT", "2014-12-25", "2015-03-25"),
        ("ATT", "2013-06-03", "2014-12-24"), ("ATT", "2019-05-09", "2019-08-07"),
    ],
)  # fmt: skip
def test_the_other_treaties_have_rules_of_their_own(treaty, deposit, in_force):
    assert status.entry_into_force(treaty, "ratification", deposit) == in_force
    joined = act("ratification", deposit, treaty=treaty)
    assert stands([joined], dates.plus_days(in_force, -1), treaty) == NOT_YET_IN_FORCE
    assert stands([joined], in_force, treaty) == PARTY


def test_no_rule_is_guessed():
    assert status.entry_into_force("CCW", "succession", "1998-05-31") is None
    assert status.entry_into_force("CCW-AP2", "succession", "1999-05-31") == "1999-11-30"
    for other in ("AAA", "CCM-AP", "OTHER"):  # of a treaty that an overlay adds, sorted anywhere
        assert status.entry_into_force(other, "ratification", "1999-01-01") is None
        assert status.effect(act("accession", "1999-01-01", treaty=other)) is None
    assert status.effect(act("signature", "1997-12-03")) is None
    assert status.effect(act("succession", "1998-05-31", treaty="CCW")) is None
    for treaty in ("CCW", "CCW-AP2", "CCW-P5", "ATT"):
        assert status.effect(act("withdrawal", "2020-01-01", treaty=treaty)) is None
    assert status.effect(act("withdrawal", "2024-09-06", treaty="CCM")) == "2025-03-06"


def test_an_action_takes_effect_as_recorded_else_by_the_rule_else_on_its_own_day():
    assert status.takes_effect(act("succession", "2011-11-11", "2011-07-09")) == "2011-07-09"
    assert status.takes_effect(act("accession", "2025-06-05")) == "2025-12-01"
    assert status.takes_effect(act("succession", "1998-05-31", treaty="CCW")) == "1998-05-31"


@pytest.mark.parametrize(
    ("action", "excepted"),
    [
        (act("succession", "2011-11-11", "2011-07-09"), True),
        (act("succession", "2011-11-11", "2011-11-11"), False),
        (act("succession", "2011-11-11", "2012-05-01"), False),
        (act("accession", "2011-11-11", "2011-07-09"), False),
        (act("accession", "2011-11-11", "2012-05-01"), False),
        (act("accession", "2011-11-11", "2012-06-01"), False),
        (act("accession", "2011-11-11", None), False),
        (act("succession", "2011-11-11", None), False),
        (act("withdrawal", "2025-06-27", "2025-12-27"), False),
        (act("withdrawal", "2025-06-27", "2025-12-28"), True),
        (act("withdrawal", "2025-06-27", "2025-12-26"), False),
        (act("withdrawal", "2025-06-27", "2025-12-27", treaty="ATT"), True),
        (act("withdrawal", "2025-06-27", "2025-06-27", treaty="ATT"), False),
        (act("withdrawal", "2025-06", "2025-12-30/2026-02-01"), False),
        (act("withdrawal", "2025-06", "2025-12-31/2026-02-01"), True),
    ],
)  # fmt: skip
def test_what_rightly_differs_from_the_rule(action, excepted):
    assert status.is_excepted(action) is excepted


# A status on a day


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1997-12-02", NOT_PARTY), ("1997-12-03", SIGNATORY), ("2003-05-11", SIGNATORY),
        ("2003-05-12", NOT_YET_IN_FORCE), ("2003-10-31", NOT_YET_IN_FORCE), ("2003-11-01", PARTY),
        ("2025-06-26", PARTY), ("2025-06-27", WITHDRAWING), ("2025-12-26", WITHDRAWING),
        ("2025-12-27", FORMER), ("2100-01-01", FORMER),
    ],
)  # fmt: skip
def test_a_life_in_the_treaty_day_by_day(day, expected):
    assert stands(LIFE, day) == expected
    assert stands(LIFE[::-1], day) == expected
    assert status.status_on(LIFE, "APMBC", day).note is None
    assert stands(LIFE, day, "CCM") == NOT_PARTY


def test_a_state_that_comes_back_is_a_party_again():
    back = [*LIFE, act("accession", "2027-03-03", "2027-09-01")]
    days = ("2025-12-27", "2027-03-02", "2027-03-03", "2027-08-31", "2027-09-01")
    assert [stands(back, day) for day in days] == [FORMER, FORMER, NOT_YET_IN_FORCE, NOT_YET_IN_FORCE, PARTY]
    gone = [*back, act("withdrawal", "2028-01-31")]
    assert [stands(gone, day) for day in ("2028-01-30", "2028-01-31", "2028-07-31")] == [
        PARTY,
        WITHDRAWING,
        FORMER,
    ]


def test_the_first_of_two_notices_counts():
    twice = [RATIFIED, act("withdrawal", "2025-08-01"), NOTICE]
    assert stands(twice, "2025-12-27") == FORMER
    assert stands(twice, "2025-06-27") == WITHDRAWING


def test_a_succession_binds_from_independence_before_its_deposit():
    succession = [act("succession", "2011-11-11", "2011-07-09")]
    assert stands(succession, "2011-07-08") == NOT_PARTY
    assert stands(succession, "2011-07-09") == PARTY
    assert stands(succession, "2011-11-10") == PARTY
    assert stands([*succession, act("withdrawal", "2011-07-09")], "2011-08-01") == WITHDRAWING


def test_a_notice_without_a_consent_makes_no_signatory():
    assert stands([act("withdrawal", "2001-01-01")], "2002-01-01") == NOT_PARTY


@pytest.mark.parametrize("other", ["AAA", "ATT", "CCM", "CCW"])
def test_what_a_state_does_under_another_treaty_changes_nothing(other):
    elsewhere = [
        act("signature", "1990-01-01", treaty=other),
        act("accession", "2020-01-01", "2020-07-01", treaty=other),
        act("withdrawal", "2021-01-01", "2021-07-01", treaty=other),
    ]
    assert [stands(elsewhere, day) for day in ("1990-01-01", "2020-07-01", "2021-01-01")] == [NOT_PARTY] * 3
    for acts in ([*LIFE, *elsewhere], [*elsewhere, *LIFE]):
        for day in ("1997-12-02", "2003-05-12", "2020-01-01", "2021-07-01", "2025-06-27"):
            assert status.status_on(acts, "APMBC", day) == status.status_on(LIFE, "APMBC", day)
        assert list(status.turns(acts, "APMBC")) == [("2003-11-01", 1), ("2025-12-27", -1)]
        assert list(status.turns(acts, other)) == [("2020-07-01", 1), ("2021-07-01", -1)]
        assert [due("2020-07-01", actions=acts)[article].date for article in "457"] == [
            "2007-11-01", "2013-11-01", "2004-04-29"
        ]  # fmt: skip


def test_a_signature_known_to_the_month_is_one_from_its_last_day():
    assert stands([act("signature", "1998-02")], "1998-02-27") == NOT_PARTY
    assert stands([act("signature", "1998-02")], "1998-02-28") == SIGNATORY


def test_a_deposit_known_to_the_month_is_not_established_until_it_is_surely_in_force():
    month = [act("accession", "2025-06")]
    assert status.effect(month[0]) == "2025-12-01"
    assert stands(month, "2025-05-31") == NOT_PARTY
    for day in ("2025-06-01", "2025-06-30", "2025-11-30"):
        found = status.status_on(month, "APMBC", day)
        assert found.status == NOT_ESTABLISHED
        assert "is not yet bound" in found.note
    assert stands(month, "2025-12-01") == PARTY


def test_a_deposit_known_to_the_year_may_or_may_not_bind():
    year = [act("accession", "2025")]
    assert status.effect(year[0]) == "2025-07-01/2026-06-01"
    early, late = (status.status_on(year, "APMBC", day) for day in ("2025-06-30", "2025-07-01"))
    assert (early.status, late.status) == (NOT_ESTABLISHED, NOT_ESTABLISHED)
    assert early.note == (
        "The accession was deposited 2025, on a day not established; in force between 1 July 2025 and 1 June 2026. "
        "On 30 June 2025 the state is not yet bound."
    )
    assert late.note.endswith("On 1 July 2025 the state may or may not be bound.")
    for day in ("2025-07-02", "2026-05-31"):
        assert status.status_on(year, "APMBC", day).note.endswith(" the state may or may not be bound.")
    assert stands(year, "2026-05-31") == NOT_ESTABLISHED
    assert stands(year, "2026-06-01") == PARTY


def test_a_day_of_effect_within_bounds_is_not_established_though_the_deposit_is():
    vague = [act("accession", "2025-06-05", "2025-12-01/2026-02-01")]
    assert stands(vague, "2025-06-05") == NOT_ESTABLISHED
    assert stands(vague, "2026-01-31") == NOT_ESTABLISHED
    assert stands(vague, "2026-02-01") == PARTY


def test_a_notice_known_to_the_month_is_pending_with_a_note_until_it_is_surely_over():
    vague = [RATIFIED, act("withdrawal", "2025-06")]
    assert status.effect(vague[1]) == "2025-12-01/2025-12-30"
    early = status.status_on(vague, "APMBC", "2025-06-01")
    assert early.status == WITHDRAWING
    assert early.note == (
        "The notice of June 2025 takes effect between 1 December 2025 and 30 December 2025; "
        "the day is not established."
    )
    assert stands(vague, "2025-05-31") == PARTY
    assert stands(vague, "2025-12-29") == WITHDRAWING
    assert status.status_on(vague, "APMBC", "2025-12-30") == status.Standing(FORMER)
    dated = [RATIFIED, act("withdrawal", "2025-06-27", "2025-12-27/2026-01-27")]
    assert status.status_on(dated, "APMBC", "2025-12-26").note is None
    for day in ("2025-12-27", "2025-12-28", "2026-01-26"):
        found = status.status_on(dated, "APMBC", day)
        assert found.status == WITHDRAWING
        assert "not established" in found.note
    assert status.status_on(dated, "APMBC", "2026-01-27") == status.Standing(FORMER)


# Milestones


def test_the_days_on_which_a_state_becomes_a_party_or_ceases_to_be_one():
    assert list(status.turns(LIFE, "APMBC")) == [("2003-11-01", 1), ("2025-12-27", -1)]
    assert list(status.turns([*LIFE, act("accession", "2027-03-03")], "APMBC")) == [
        ("2003-11-01", 1), ("2025-12-27", -1), ("2027-09-01", 1)
    ]  # fmt: skip
    assert list(status.turns(LIFE, "CCM")) == []
    assert list(status.turns([act("signature", "1997-12-03")], "APMBC")) == []
    within = [act("accession", "2026-02-04/2026-03-10")]
    assert list(status.turns(within, "APMBC")) == [("2026-09-01", 1)]


def test_milestones_tell_the_last_way_through_the_treaty():
    told = status.milestones(reversed(LIFE))
    assert told == {
        "signed": "1997-12-03", "deposited": "2003-05-12", "deposit_type": "ratification", "in_force": "2003-11-01",
        "withdrawal_notified": "2025-06-27", "withdrawal_effective": "2025-12-27", "notification": "C.N.1.2025",
    }  # fmt: skip
    back = status.milestones([*LIFE, act("accession", "2027-03-03")])
    assert (back["deposit_type"], back["in_force"]) == ("accession", "2027-09-01")
    assert (back["withdrawal_notified"], back["withdrawal_effective"], back["notification"]) == (
        None,
        None,
        None,
    )
    assert set(status.milestones([]).values()) == {None}


# Articles 4, 5 and 7


def row(due, basis="extension-1", state="granted", decided=None, article="5", note=None):
    return DeadlineRow("AAA", article, due, basis, None, decided, state, note, ("x",), "high")


def done(declared):
    return Completion("AAA", declared, None, None, ("x",), "high")


def due(day, rows=(), completions=(), actions=(RATIFIED,)):
    return {one.article: one for one in status.deadlines(actions, rows, completions, day)}


def test_each_deadline_counts_from_entry_into_force():
    assert status.article_4("2003-11-01") == "2007-11-01"
    assert status.article_5("2003-11-01") == "2013-11-01"
    assert status.article_7("2003-11-01") == "2004-04-29"
    assert status.article_7("1999-03-01") == "1999-08-28"
    assert status.article_5("2012-02-29") == "2022-02-28"
    assert [one.article for one in status.deadlines([RATIFIED], (), (), "2004-01-01")] == ["7", "4", "5"]


@pytest.mark.parametrize(("article", "date"), [("7", "2004-04-29"), ("4", "2007-11-01"), ("5", "2013-11-01")])
def test_a_deadline_lies_ahead_on_its_day_and_has_passed_on_the_next(article, date):
    on_time = due(date)[article]
    assert (on_time.date, on_time.status, on_time.basis, on_time.note) == (date, "ahead", "initial", None)
    late = due(dates.plus_days(date, 1))[article]
    assert (late.status, late.note) == ("passed", "outcome not known")
    assert late.asked is None
    assert not late.on_record


def test_only_a_state_that_is_or_will_be_bound_has_deadlines():
    for day, has in (("2003-05-11", False), ("2003-05-12", True), ("2025-06-27", True), ("2025-12-26", True),
                     ("2025-12-27", False)):  # fmt: skip
        assert bool(status.deadlines(LIFE, (), (), day)) is has
    assert status.deadlines([SIGNED], (), (), "2020-01-01") == ()
    assert status.deadlines([act("accession", "2025")], (), (), "2025-12-01") == ()
    other = act("ratification", "2015-01-01", "2015-07-01", treaty="CCM")
    assert due("2014-01-01", actions=(RATIFIED, other))["5"].date == "2013-11-01"
    assert due("2016-01-01", actions=(RATIFIED, other))["5"].date == "2013-11-01"


def test_deadlines_of_a_state_that_came_back_count_from_its_return():
    back = [*LIFE, act("accession", "2027-03-03")]
    assert due("2027-03-03", actions=back)["5"].date == "2037-09-01"
    assert due("2027-03-03", actions=back[::-1])["4"].date == "2031-09-01"


def test_the_last_granted_extension_runs_from_the_day_it_was_decided():
    rows = [row("2018-11-01", decided="2013-12-05"), row("2024-11-01", "extension-2", decided="2018-11-30")]
    before = due("2013-12-04", rows)["5"]
    assert (before.date, before.basis, before.status) == ("2013-11-01", "initial", "passed")
    first = due("2013-12-05", rows)["5"]
    assert (first.date, first.basis, first.status, first.on_record) == (
        "2018-11-01",
        "extension-1",
        "ahead",
        True,
    )
    assert first.note == "extended from 2013-11-01"
    assert due("2018-11-29", rows)["5"].status == "passed"
    for order in (rows, rows[::-1]):
        assert due("2018-11-30", order)["5"].date == "2024-11-01"
    assert due("2018-11-30", rows)["5"].duty == "clear mined areas"
    assert due("2018-11-30")["5"].duty == "clear mined areas, if there are any"
    assert due("2018-11-30")["4"].duty == "destroy stockpiled mines"
    assert due("2018-11-30")["7"].duty == "first transparency report"
    assert due("2024-11-02", rows)["5"].note == "extended from 2013-11-01; outcome not known"
    assert due("2030-01-01", [row("2028-01-01", article="4")])["5"].date == "2013-11-01"


def test_a_deadline_on_record_that_is_not_later_than_the_first_extends_none():
    for day in ("2013-10-31", "2013-11-01"):
        rows = [row(day, "initial")]
        assert (due(day, rows)["5"].date, due(day, rows)["5"].note) == (day, None)
        assert due("2013-11-02", rows)["5"].note == "outcome not known"
    assert due("2013-11-02", [row("2013-11-02")])["5"].note == "extended from 2013-11-01"


def test_a_decision_known_to_the_month_counts_from_its_first_day():
    rows = [row("2018-11-01", decided="2013-12")]
    assert due("2013-11-30", rows)["5"].basis == "initial"
    assert due("2013-12-01", rows)["5"].basis == "extension-1"
    assert due("2010-01-01", [row("2018-11-01")])["5"].basis == "extension-1"


def test_a_request_is_asked_and_changes_no_deadline():
    asked = due("2013-01-01", [row("2016-11-01", state="requested")])["5"]
    assert (asked.date, asked.basis, asked.status, asked.asked) == (
        "2013-11-01",
        "initial",
        "ahead",
        "2016-11-01",
    )
    assert asked.note == "more time was asked for, to 2016-11-01"
    noted = due("2013-01-01", [row("2016-11-01", state="requested", note="in a letter")])["5"]
    assert noted.note == "more time was asked for, to 2016-11-01; in a letter"
    late = due("2014-01-01", [row("2016-11-01", state="requested")])["5"]
    assert (late.status, late.note) == ("passed", "more time was asked for, to 2016-11-01; outcome not known")
    vague = due("2013-01-01", [row(None, state="requested")])["5"]
    assert (vague.asked, vague.note) == (None, "more time was asked for")
    old = due("2015-01-01", [row("2012-11-01", state="requested")])["5"]
    assert (old.asked, old.note) == (None, "outcome not known")
    same = due("2013-01-01", [row("2013-11-01", state="requested")])["5"]
    assert same.asked is None
    two = [row("2016-11-01", state="requested"), row("2018-11-01", "extension-2", "requested")]
    assert due("2013-01-01", two)["5"].asked == "2018-11-01"
    assert due("2013-01-01", two[::-1])["5"].asked == "2018-11-01"


def test_a_request_that_was_not_approved_is_said():
    refused = due("2013-01-01", [row("2016-11-01", state="not-approved")])["5"]
    assert (refused.date, refused.status, refused.asked) == ("2013-11-01", "not approved", "2016-11-01")
    assert refused.note == "a request for more time was not approved"
    late = due("2014-01-01", [row("2016-11-01", state="not-approved")])["5"]
    assert (late.status, late.note) == ("not approved", "a request for more time was not approved")


def test_a_declared_completion_meets_the_duty_from_its_day_on():
    rows = [row("2018-11-01", decided="2013-12-05")]
    assert due("2016-12-01", rows, [done("2016-12-02")])["5"].status == "ahead"
    met = due("2016-12-02", rows, [done("2016-12-02")])["5"]
    assert (met.status, met.date, met.basis, met.asked, met.on_record) == (
        "met",
        "2018-11-01",
        "extension-1",
        None,
        True,
    )
    assert met.note == "completion declared on 2 December 2016"
    # ten years after the entry into force end on 1 November 2013
    late = "completion declared in December 2016, after this deadline"
    assert due("2017-01-01", [], [done("2016-12")])["5"].note == late
    assert (
        due("2017-01-01", [], [done("2016")])["5"].note == "completion declared in 2016, after this deadline"
    )
    assert due("2017-01-01", [], [done("2013-11-01")])["5"].note == "completion declared on 1 November 2013"
    assert "after" in due("2017-01-01", [], [done("2013-11-02")])["5"].note
    assert due("2017-01-01", [], [done("2013-11")])["5"].note == "completion declared in November 2013"
    assert due("2016-12-01", [], [done("2016-12")])["5"].status == "met"
    two = [done("2012-01-01"), done("2016-12-02")]
    assert "2 December 2016" in due("2017-01-01", [], two)["5"].note
    assert "2 December 2016" in due("2017-01-01", [], two[::-1])["5"].note
    assert due("2017-01-01", [], two)["4"].status == "passed"
    assert due("2017-01-01", [], two)["7"].status == "passed"


def test_mined_areas_found_after_completion_make_a_new_deadline():
    rows = [row("2018-11-01", decided="2013-12-05"), row("2024-12-31", "extension-2", decided="2020-11-20")]
    completions = [done("2016-12-02")]
    assert due("2016-12-01", rows, completions)["5"].status == "ahead"
    between = due("2020-11-19", rows, completions)["5"]
    assert (between.status, between.date) == ("met", "2018-11-01")
    again = due("2020-11-20", rows, completions)["5"]
    assert (again.status, again.date, again.basis) == ("ahead", "2024-12-31", "extension-2")
    assert again.note == "completion declared on 2 December 2016, more time granted later"
    missed = due("2025-01-01", rows, completions)["5"]
    assert missed.status == "passed"
    assert missed.note == (
        "completion declared on 2 December 2016, more time granted later; outcome not known"
    )
    twice = [*completions, done("2023-06")]
    assert due("2023-05-31", rows, twice)["5"].status == "ahead"
    for order in (twice, twice[::-1]):
        met = due("2025-01-01", rows, order)["5"]
        assert (met.status, met.note) == ("met", "completion declared in June 2023")


def test_a_request_after_completion_opens_the_duty_again():
    asked = row("2024-12-31", "extension-2", "requested", "2020-11-20")
    again = due("2020-11-20", [row("2018-11-01", decided="2013-12-05"), asked], [done("2016-12-02")])["5"]
    assert (again.status, again.date, again.asked) == ("passed", "2018-11-01", "2024-12-31")
    assert (
        again.note
        == "completion declared on 2 December 2016; more time was asked for, to 2024-12-31; outcome not known"
    )
    asked = row("2024-12-31", "extension-2", "not-approved", "2020-11-20")
    assert due("2020-11-20", [asked], [done("2016-12-02")])["5"].status == "not approved"


def test_a_decision_that_may_precede_the_completion_is_met_by_it():
    for decided, state in (
        ("2016-12-02", "met"), ("2016-12", "met"), ("2016", "met"), (None, "met"), ("2016-12-03", "ahead")
    ):  # fmt: skip
        rows = [row("2024-12-31", decided=decided)]
        assert due("2017-01-01", rows, [done("2016-12-02")])["5"].status == state
    assert (
        due("2017-06-01", [row("2024-12-31", decided="2016-12-03")], [done("2016-12")])["5"].status == "met"
    )


def test_an_extension_of_one_article_is_none_of_another():
    rows = [row("2018-11-01", decided="2010-12-05"), row("2007-11-01", "initial", article="4")]
    found = due("2011-01-01", rows)
    assert (found["4"].date, found["5"].date) == ("2007-11-01", "2018-11-01")
    seven = DeadlineRow("AAA", "7", "2030-01-01", "extension", None, None, "granted", None, ("x",), "high")
    assert due("2011-01-01", [*rows, seven])["5"].date == "2018-11-01"


def test_what_became_of_a_stockpile_stands_in_its_row():
    for article, day in (("4", "2007-11-01"), ("7", "2004-04-29")):
        rows = [row(day, "initial", article=article, note="finished in 2006")]
        found = due("2010-01-01", rows)[article]
        assert (found.status, found.note, found.on_record) == ("passed", "finished in 2006", True)
    noted = [row("2018-11-01", note="by the ninth meeting")]
    assert due("2014-01-01", noted)["5"].note == "extended from 2013-11-01"
    assert due("2019-01-01", noted)["5"].note == (
        "extended from 2013-11-01; by the ninth meeting; outcome not known"
    )
    asked = row("2024-11-01", "extension-2", "requested", note="asked in March")
    assert due("2019-01-01", [*noted, asked])["5"].note == (
        "extended from 2013-11-01; more time was asked for, to 2024-11-01; asked in March"
    )


def test_every_consent_binds():
    for consent in CONSENTS:
        assert stands([act(consent, "2003-05-12")], "2003-11-01") == PARTY
    assert set(status.BOUND) == {PARTY, WITHDRAWING}
    assert status.OPENED == "1997-12-03"
