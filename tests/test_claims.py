"""`treaty claims`: counts are computed for the day and the treaty; sentences find their claim or the nearest."""

from __future__ import annotations

import pytest
from conftest import run, run_fixture

from treatycli import quantities
from treatycli.parties import Count


def checked(text, *options, on="2026-02-03"):
    """Return verdict and claim of what is answered first."""
    first = run("claims", *text.split(), "--as-of", on, "--json", *options).json[0]
    return first["verdict"], first["claim"]


def ids(text, *options):
    return run("claims", *text.split(), "--field", "id", *options).text.split()


@pytest.mark.parametrize(
    ("text", "kind", "number", "how", "year", "treaty"),
    [
        ("164 parties", "parties", 164, "exact", None, None),
        ("is 164 right?", "parties", 164, "exact", None, None),
        ("The treaty has 164 States Parties", "parties", 164, "exact", None, None),
        ("One hundred and sixty-four states are parties", "parties", 164, "exact", None, None),
        ("more than 160 countries have joined the Ottawa Treaty", "consents", 160, "over", None, "APMBC"),
        ("at least 130 signatories", "signatories", 130, "from", None, None),
        ("about 160 members of the mine-ban convention", "parties", 160, "about", None, "APMBC"),
        ("160 states in 1999", "parties", 160, "exact", "1999", None),
        ("112 parties to the Convention on Cluster Munitions", "parties", 112, "exact", None, "CCM"),
        ("106 parties to CCW Amended Protocol II", "parties", 106, "exact", None, "CCW-AP2"),
        ("117 instruments, arms trade treaty", "consents", 117, "exact", None, "ATT"),
        ("six states have left", "exits", 6, "exact", None, None),
        ("5 withdrawals", "notices", 5, "exact", None, None),
        ("five states are leaving", "notices", 5, "exact", None, None),
        ("164 parties in May 2024", "parties", 164, "exact", "2024-05", None),
        ("166 states were parties on 20 December 2025", "parties", 166, "exact", "2025-12-20", None),
        ("163 states were parties at the end of 2025", "parties", 163, "exact", "2025-12-31", None),
        ("in 2020 the treaty had 164 parties", "parties", 164, "exact", "2020", None),
        ("on 2025-12-20, 166 parties", "parties", 166, "exact", "2025-12-20", None),
        ("on December 20, 2025 there were 166 parties", "parties", 166, "exact", "2025-12-20", None),
        ("By the end of June 2025: 165 parties", "parties", 165, "exact", "2025-06-30", None),
        ("in excess of 100 states were 2014's parties", "parties", 100, "over", "2014", None),
        ("the Convention's 9 members", "parties", 9, "exact", None, None),
        ("almost one hundred sixty parties", "parties", 160, "about", None, None),
        ("ottawa is right, the Ottawa Treaty has 164 parties", "parties", 164, "exact", None, "APMBC"),
    ],
)
def test_a_count_is_read_from_the_words(text, kind, number, how, year, treaty):
    assert quantities.count_meant(text) == (Count(kind, number, how, year), treaty)


@pytest.mark.parametrize(
    "text",
    [
        "six states use mines", "22 NATO states", "80 % of states", "80 percent of states", "164 parties, May 32, 2024", "160 states use mines", "164 and 166 parties", "parties",
        "fewer than 164 parties", "164 parties have not joined", "110 million mines", "0 parties", "1,160 parties",
        "164 parties in 2012 and 2013", "how many parties are there", "164 parties on 1.12.2014", "012 parties",
        "1000 parties", "twenty states are parties", "one hundred and sixty of 164 parties",
        "112 parties to the CCM and the ATT",
    ],
)  # fmt: skip
def test_what_is_not_wholly_understood_is_no_count(text):
    assert quantities.count_meant(text) is None


@pytest.mark.parametrize(
    ("text", "day", "verdict"),
    [
        ("164 parties", "2018-05-31", "confirmed"),  # 164 instruments, 162 states bound
        ("162 parties", "2018-05-31", "confirmed"),
        ("163 parties", "2018-05-31", "imprecise"),  # so many instruments stood in December 2017
        ("163 parties", "2017-12-12", "wrong"),
        ("163 parties", "2017-12-13", "confirmed"),
        ("164 parties", "2025-08-31", "confirmed"),
        ("164 parties", "2025-09-01", "imprecise"),
        ("45 parties", "1999-03-01", "confirmed"),
        ("45 parties", "1999-02-28", "imprecise"),
        ("161 parties", "2026-02-20", "confirmed"),
        ("161 parties", "2026-11-28", "confirmed"),  # so many are established; Lebanon may be bound too
        ("160 parties", "2026-11-28", "imprecise"),
        ("166 instruments", "2025-12-26", "confirmed"),
        ("167 joined", "2026-11-28", "confirmed"),
        ("167 parties", "2026-11-28", "imprecise"),
        ("190 parties", "2026-11-28", "wrong"),
        ("more than 160 parties", "2012-12-26", "wrong"),
        ("more than 160 parties", "2012-12-27", "confirmed"),
        ("at least 160 parties", "2012-04-16", "confirmed"),
        ("122 signatories in 1997", "2026-02-03", "confirmed"),
        ("five states have left", "2026-02-19", "imprecise"),  # five had given notice, four had left
        ("five states are leaving", "2025-09-01", "confirmed"),
        ("five withdrawals", "2025-09-01", "confirmed"),
        ("five states have left", "2026-02-20", "confirmed"),
        ("four states have left", "2026-02-19", "confirmed"),
        ("four states have left", "2026-02-20", "imprecise"),
        ("six states have left", "2026-11-28", "wrong"),
        ("163 states were parties at the end of 2025", "2026-11-28", "confirmed"),
        ("163 states were parties on 26 December 2025", "2026-11-28", "wrong"),
        ("164 parties in May 2024", "2026-11-28", "confirmed"),
        ("164 parties in May 2013", "2026-11-28", "wrong"),
        ("133 signatories", "2026-02-03", "confirmed"),
        ("164 signatories", "2026-02-03", "imprecise"),
        ("200 signatories", "2026-02-03", "wrong"),
        ("160 states in 1999", "2026-02-03", "wrong"),
        ("161 parties in 2013", "2026-02-03", "confirmed"),
        ("164 parties in 2013", "2026-02-03", "wrong"),
    ],
)
def test_a_count_is_judged_on_the_day_or_in_the_year(text, day, verdict):
    assert checked(text, on=day)[0] == verdict


def test_the_treaty_is_that_of_the_option_else_of_the_words():
    cluster = "to the Convention on Cluster Munitions."
    assert checked("112 parties", "--treaty", "CCM")[1] == f"112 states are parties {cluster}"
    assert checked("112 parties to the cluster munitions treaty")[1] == f"112 states are parties {cluster}"
    assert checked("112 cluster munition parties", "--treaty", "ATT")[1].endswith("the Arms Trade Treaty.")
    assert checked("112 parties")[1] == "112 states are parties to the Convention."


def test_a_count_on_record_keeps_who_said_it_and_tells_when_it_was_right():
    ran = run("claims", "164", "parties", "--as-of", "2026-02-03", "--json")
    (only,) = ran.json
    assert (only["id"], only["claimed_by"]) == ("164-parties", "Landmine Monitor 2018 to 2024; press to 2025")
    assert only["correction"] == (
        "On 3 February 2026, 162 states were bound and 162 instruments of consent stood. 164 states were"
        " bound from 1 June 2018 to 31 August 2025; 164 instruments of consent stood from 29 December 2017"
        " to 11 March 2025."
    )
    assert only["sources"][0]["id"] == "untc-2026-02-03"


def test_what_may_have_ended_is_not_told_as_lasting():
    shown = run("claims", "161", "parties", "--as-of", "2026-11-28").text
    assert "161 or 162 states were bound" in shown
    assert "from 20 February 2026 to at least 31 July 2026" in shown


def test_a_count_says_until_when_it_is_known():
    assert "Known to 3 February 2026" in run("claims", "164", "parties", "--as-of", "2026-11-28").err
    assert "Known to" not in run("claims", "110", "million").err


def test_a_sentence_finds_the_claim_that_it_makes():
    assert ids("Ukraine has left the Ottawa Convention") == ["ukraine-withdrew"]
    assert ids("six states have left")[0] == "six-states-have-left"
    assert ids("160 states")[:2] == ["160-parties", "160-states-in-1999"]
    assert ids("60 countries contaminated") == ["100-million-people-60-countries"]
    assert len(ids("border")) > 1
    assert run_fixture("claims", *"goes off by itself".split(), "--field", "id").text == "mines-lie-in-wait\n"


@pytest.mark.parametrize(
    "true",
    [
        "Finland withdrew in January 2026",
        "Poland left the Ottawa Convention in February 2026",
        "Latvia left in December 2025",
        "Norway is leaving",
        "35 states are not parties",
        "Russia is bound by the treaty",
    ],
)
def test_a_statement_never_gets_the_verdict_on_another(true):
    ran = run("claims", *true.split(), "--as-of", "2026-11-28")
    assert (ran.status, ran.out) == (1, b"")
    assert f"no claim on record says '{true}'. " in ran.err


def test_the_nearest_claims_are_suggested_by_their_ids():
    ran = run("claims", *"Russia is bound by the treaty".split())
    assert "\n  treaty claims russia-is-a-party  # Russia is a party" in ran.err
    assert run("claims", "russia-is-a-party", "--field", "verdict").text == "wrong\n"
    assert ran.err.count("\n  treaty claims ") <= 3


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Ukraine is a party", "ukraine"),
        ("Belarus is not a member", "belarus"),
        ("Poland left on 20 February 2026", "poland"),
        ("Norway has left", "norway"),
    ],
)
def test_a_statement_on_a_state_is_not_judged_by_a_claim_on_another_and_leads_to_its_page(text, state):
    ran = run("claims", *text.split())
    assert (ran.status, ran.out) == (1, b"")
    assert f"\n  treaty country {state}  # " in ran.err


@pytest.mark.parametrize(
    ("text", "is_said"), [("Finland withdrew", True), ("Ukraine", False), ("164 parties", False)]
)
def test_words_that_only_stand_in_a_claim_are_not_what_is_judged(text, is_said):
    ran = run("claims", *text.split())
    assert ran.status == 0
    assert ("each verdict is on the claim beside it" in ran.err) == is_said


def test_a_statement_like_none_on_record_is_exit_1():
    for text in ("qqqqq", "the treaty is bad for children", "toys in the sea"):
        ran = run("claims", *text.split())
        assert (ran.status, ran.out) == (1, b""), text
        assert f"treaty search {text.split()[0]}" in ran.err


def test_the_list_of_all_claims_has_no_count_of_its_own():
    assert len(run_fixture("claims", "--field", "id").text.split()) == 3


@pytest.mark.parametrize("key", ["exact-112-parties-CCM", "over-160-consents", "exact-160-parties-in-1999"])
def test_the_id_of_a_computed_claim_can_be_cited(key):
    assert "UN Treaty Collection" in run("cite", key).text
    assert ("cluster" in run("cite", key).text.lower()) == key.endswith("CCM")


def test_every_id_that_claims_shows_is_one_that_cite_takes():
    for text in ("112 parties to the CCM", "164 parties", "more than 160 joined", "133 signed in 1999"):
        (first, *_) = ids(text)
        assert run("cite", first).status == 0, first


def test_a_claim_on_record_that_says_more_stands_for_the_count():
    assert ids("132 signatories") == ["132-counted-signatories"]
    assert ids("More than 160 countries have signed the Ottawa treaty.") == ["signed-by-more-than-160"]
    assert ids("133 signatories")[0] == "exact-133-signatories"


def test_a_claim_on_record_says_by_when_it_was_judged():
    ran = run("claims", "All EU members are parties.", "--as-of", "2020-01-01")
    assert "judged by what was known on 26 March 2026, not on the day asked" in ran.err
    assert "judged by" not in run("claims", "All EU members are parties.").err
    assert "judged by" not in run("claims", "164 parties to the CCM", "--as-of", "2020-01-01").err


@pytest.mark.parametrize(
    "true",
    [
        "All EU members were parties in 2021",
        "All EU members are parties to the Convention on Migratory Species",
        "Is it true that all EU states are bound by the mine ban?",
        "Five of the six states that wished to leave have left",
        "The figure of 110 million mines has long been given up",
        "The treaty was signed in Oslo, says a blog, but that is wrong",
        "Some say that Ukraine is no longer bound; the meeting rejected this",
        "The Convention on Migratory Species has 133 parties",
    ],
)
def test_what_is_asked_refuted_past_or_elsewhere_gets_no_verdict(true):
    assert run("claims", *true.split(), "--as-of", "2026-11-28").status == 1


def test_a_least_number_that_is_right_is_not_called_imprecise_beside():
    only = run("claims", *"The Convention has more than 160 parties".split(), "--json").json
    assert [item["verdict"] for item in only] == ["confirmed"]


def test_how_many_signed_within_the_days_of_the_opening_is_not_judged():
    assert run("claims", *"122 signatories on 3 December 1997".split()).status == 1
    assert checked("122 signatories in December 1997")[0] == "confirmed"


def test_where_a_state_stands_is_said_where_a_statement_on_it_cannot_be_judged():
    ran = run("claims", "Lithuania left in 2024", "--as-of", "2026-01-01")
    assert ran.status == 1
    assert "treaty country lithuania  # LEFT the Convention on 27 December 2025" in ran.err
    before = run("claims", "Lithuania left in 2024", "--as-of", "2025-01-01").err
    assert "treaty country lithuania  # PARTY since 1 November 2003" in before
    assert "Known to" not in before


def test_until_when_that_is_known_is_said_where_the_day_is_later():
    assert "Known to 3 February 2026" in run("claims", "Norway left in 2024", "--as-of", "2026-02-04").err
    assert "Known to" not in run("claims", "Norway left in 2024", "--as-of", "2026-02-03").err
    assert "Known to" not in run("claims", "unheard-of statement about zebras", "--as-of", "2026-02-04").err
