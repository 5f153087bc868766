"""Statements of how many parties a treaty has, judged by a few acts whose every number can be counted by hand."""

from __future__ import annotations

import pytest

from treatycli.parties import Count, counts_of, judge
from treatycli.records import Action


def act(code, action, date, effective=None, treaty="X"):
    return Action(treaty, code, action, date, effective, None, (), None)


ACTS = (
    act("AAA", "signature", "1999-05-01"),
    act("AAA", "ratification", "2000-01-01", "2000-07-01"),
    act("BBB", "accession", "2001-01-01/2001-03-01", "2001-07-01/2001-09-01"),
    act("CCC", "accession", "2010-01-01", "2010-07-01"),
    act("AAA", "withdrawal", "2012-01-01", "2012-07-01"),
    act("DDD", "accession", "2000-01-01", "2000-07-01", "W"),  # of other treaties, before and behind it
    act("EEE", "accession", "2000-01-01", "2000-07-01", "Y"),
)


def judged_of(identity, day, acts=ACTS):
    """Judge the count that an id tells; its words are no constants of the program."""
    return judge(counts_of(acts, "X"), Count.read(identity), day)


def verdict(kind, number, how, day):
    judged = judged_of(f"{how}-{number}-{kind}", day)
    return judged and judged.verdict


@pytest.mark.parametrize(
    ("kind", "number", "how", "day", "expected"),
    [
        # BBB's instrument came on a day from 1 January to 1 March 2001: then it may, or must, count
        ("parties", 1, "over", "2000-12-31", "wrong"), ("parties", 1, "over", "2001-02-01", "imprecise"),
        ("parties", 1, "over", "2001-03-01", "confirmed"), ("parties", 2, "from", "2001-02-01", "imprecise"),
        ("parties", 2, "exact", "2001-08-01", "confirmed"), ("parties", 3, "exact", "2010-06-30", "confirmed"),
        # five more or less are about as many
        ("parties", 7, "about", "2005-01-01", "confirmed"), ("parties", 8, "about", "2005-01-01", None),
        ("parties", 3, "under", "2005-01-01", "confirmed"), ("parties", 2, "under", "2005-01-01", "imprecise"),
        ("parties", 1, "under", "2005-01-01", "imprecise"), ("parties", 2, "under", "2001-02-01", "confirmed"), ("parties", 4, "under", "2020-01-01", "confirmed"),
        # the last day bound, and the first day out
        ("parties", 3, "exact", "2012-06-30", "confirmed"), ("parties", 3, "exact", "2012-07-01", "imprecise"),
        ("parties", 4, "exact", "2020-01-01", "wrong"),
        ("consents", 3, "exact", "2020-01-01", "confirmed"), ("consents", 4, "exact", "2020-01-01", "wrong"),
        ("exits", 1, "exact", "2011-12-31", "wrong"), ("exits", 1, "exact", "2012-06-30", "imprecise"),
        ("notices", 1, "exact", "2011-12-31", "wrong"), ("notices", 1, "exact", "2012-06-30", "confirmed"),
        ("exits", 1, "exact", "2012-07-01", "confirmed"), ("notices", 1, "exact", "2012-07-01", "confirmed"),
        ("signatories", 1, "exact", "2020-01-01", "confirmed"), ("signatories", 0, "over", "2020-01-01", "confirmed"),
        ("signatories", 3, "over", "2020-01-01", "wrong"), ("signatories", 3, "exact", "2020-01-01", "imprecise"),
        ("signatories", 2, "over", "2020-01-01", "wrong"), ("signatories", 3, "from", "2020-01-01", "wrong"),
        ("signatories", 9, "exact", "2020-01-01", "wrong"), ("signatories", 9, "about", "2020-01-01", None),
    ],
)  # fmt: skip
def test_a_count_is_judged_by_the_acts(kind, number, how, day, expected):
    assert verdict(kind, number, how, day) == expected


@pytest.mark.parametrize(
    ("when", "day", "start"),
    [
        ("2000", "2020-01-01", "At the end of 2000, 1 state was bound and 1 instrument of consent stood."),
        ("2000", "2000-03-05", "On 5 March 2000, 0 states were bound and 1 instrument of consent stood."),
        ("2000-03", "2020-01-01", "At the end of March 2000, 0 states were bound and 1 instrument"),
        (
            "2000-03-05",
            "2020-01-01",
            "On 5 March 2000, 0 states were bound and 1 instrument of consent stood.",
        ),
        ("2001", "2020-01-01", "At the end of 2001, 2 states were bound and 2 instruments of consent stood."),
    ],
)
def test_a_date_told_is_that_of_the_count_and_its_end_is_said(when, day, start):
    judged = judge(counts_of(ACTS, "X"), Count("parties", 5, "exact", when), day)
    assert judged.correction.startswith(start)
    assert judged.correction.endswith("It is not on record as 5 on any day.")


def test_when_the_number_was_right_is_said_for_each_reading():
    judged = judge(counts_of(ACTS, "X"), Count("parties", 3, "exact", None), "2012-07-01")
    assert judged.correction == (
        "On 1 July 2012, 2 states were bound and 2 instruments of consent stood. 3 states were bound from 1 July 2010"
        " to 30 June 2012; 3 instruments of consent stood from 1 January 2010 to 30 June 2012."
    )
    once = judge(counts_of(ACTS, "X"), Count("signatories", 3, "exact", None), "2020-01-01")
    assert (
        once.correction
        == "On 1 January 2020, 1 state had signed. 3 is a number of parties, who need not have signed."
    )


def test_acts_of_one_day_count_together():
    signed = [act(code, "signature", day) for code, day in (
        ("AAA", "2000-01-01"), ("BBB", "2000-01-01"), ("CCC", "2000-01-01/2000-02-01"), ("DDD", "2000-02-01"),
    )]  # fmt: skip
    assert counts_of(signed, "X").signed == [
        ("2000-01-01", "2000-02-01", 2, 3), ("2000-02-01", None, 4, 4)
    ]  # fmt: skip
    left = [act(code, "withdrawal", "2005-01-01", "2005-07-01") for code in ("AAA", "BBB")]
    joined = [act(code, "accession", "2000-01-01", "2000-07-01") for code in ("AAA", "BBB", "CCC")]
    assert counts_of([*joined, *left], "X").bound == [
        ("2000-07-01", "2005-07-01", 3, 3), ("2005-07-01", None, 1, 1)
    ]  # fmt: skip


SIGNED = [
    act(f"AA{number}", "signature", day)
    for number, day in enumerate(
        ("2000-01-01", "2000-01-02", "2001-01-01/2001-02-01", "2001-03-05", "2001-03-06/2001-03-08", "2001-03-09",
         "2003-01-01")
    )
]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1 state had signed on 1 January 2000."),
        (2, "2 states had signed from 2 January 2000 to at least 31 December 2000."),
        (3, "3 states had signed from at the latest 1 February 2001 to 4 March 2001."),
        (4, "4 states had signed from 5 March 2001 to at least 5 March 2001."),
        (5, "5 states had signed from at the latest 8 March 2001 to 8 March 2001."),
        (6, "6 states had signed from 9 March 2001 to 31 December 2002."),
    ],
)
def test_the_days_of_a_number_are_told_as_far_as_they_are_known(number, said):
    judged = judge(counts_of(SIGNED, "X"), Count("signatories", number, "exact", None), "2020-01-01")
    assert (judged.verdict, judged.correction) == (
        "imprecise",
        f"On 1 January 2020, 7 states had signed. {said}",
    )


@pytest.mark.parametrize(
    ("identity", "day", "correction"),
    [
        ("exact-3-parties", "2011-01-01",
         "On 1 January 2011, 3 states were bound and 3 instruments of consent stood."),
        ("over-2-parties", "2011-01-01",
         "On 1 January 2011, 3 states were bound and 3 instruments of consent stood."),
        ("exact-3-consents", "2020-01-01",
         "On 1 January 2020, 2 instruments of consent stood and 3 states had ever joined."),
        ("exact-2-parties", "2011-01-01",
         ("On 1 January 2011, 3 states were bound and 3 instruments of consent stood. 2 states were bound from at the"
         " latest 1 September 2001 to 30 June 2010; 2 instruments of consent stood from at the latest 1 March 2001 to"
         " 31 December 2009.")),
        # one for certain, and perhaps two: right, but there is more to say
        ("exact-1-parties", "2001-08-01",
         ("On 1 August 2001, 1 or 2 states were bound and 2 instruments of consent stood. 1 state was bound from"
         " 1 July 2000 to at least 30 June 2001; 1 instrument of consent stood from 1 January 2000 to at least"
         " 31 December 2000.")),
        # of the states that ever joined only a number of parties may be meant
        ("exact-3-exits", "2020-01-01",
         ("On 1 January 2020, 1 withdrawal had taken effect and 1 had been notified. It is not on record as 3 on"
         " any day.")),
        ("exact-1-exits", "2012-06-30",
         ("On 30 June 2012, 0 withdrawals had taken effect and 1 had been notified. 1 had been notified from"
         " 1 January 2012 on.")),
        ("exact-1-exits", "2011-12-31",
         ("On 31 December 2011, 0 withdrawals had taken effect and 0 had been notified. It is not on record as 1 on"
         " any day.")),
    ],
)  # fmt: skip
def test_no_more_is_said_of_a_number_than_it_needs(identity, day, correction):
    assert judged_of(identity, day).correction == correction


def test_a_number_that_only_the_states_that_ever_joined_had_is_explained_by_them():
    acts = [
        act("AAA", "accession", "2000-01-01", "2000-07-01"), act("AAA", "withdrawal", "2001-01-01", "2001-07-01"),
        act("BBB", "accession", "2002-01-01", "2002-07-01"),
    ]  # fmt: skip
    judged = judged_of("exact-2-parties", "2020-01-01", acts)
    assert (judged.verdict, judged.correction) == (
        "imprecise",
        (
            "On 1 January 2020, 1 state was bound and 1 instrument of consent stood. 2 states had ever joined from"
            " 1 January 2002 on."
        ),
    )


@pytest.mark.parametrize(
    ("identity", "expected"),
    [
        ("exact-1-signatories-in-1999-12-28", "imprecise"), ("exact-1-signatories-in-1999-12-29", None),
        ("exact-1-signatories-in-1999-12", None), ("exact-2-signatories-in-1999", None),
        ("exact-7-signatories-in-1999", "imprecise"), ("exact-7-signatories-in-2002-12-28", "imprecise"),
        ("exact-7-signatories-in-2002-12-29", None), ("exact-8-signatories-in-2002-12-31", "wrong"),
    ],
)  # fmt: skip
def test_an_opening_for_signature_lasts_three_days(identity, expected):
    judged = judged_of(identity, "2020-01-01", SIGNED)
    assert (judged and judged.verdict) == expected


def test_a_number_of_signatories_that_none_ever_was_below_the_last_is_no_number_of_parties():
    acts = [
        act("AAA", "signature", "2000-01-01"), act("BBB", "signature", "2000-01-01"),
        act("AAA", "accession", "2001-01-01", "2001-07-01"), *(
            act(code, "accession", "2002-01-01", "2002-07-01") for code in ("BBB", "CCC")
        ),
    ]  # fmt: skip
    assert judged_of("exact-1-signatories", "2020-01-01", acts) is None
    assert judged_of("exact-3-signatories", "2020-01-01", acts).verdict == "imprecise"


def test_what_is_told_of_a_day_yet_to_come_is_not_judged():
    assert judged_of("exact-9-parties-in-2011-01-01", "2011-01-01").verdict == "wrong"
    assert judged_of("exact-9-parties-in-2011-01-02", "2011-01-01") is None
    assert judged_of("exact-9-parties-in-2011-01", "2011-01-01").verdict == "wrong"
    assert judged_of("exact-9-parties-in-2011-02", "2011-01-01") is None


def test_a_state_that_leaves_on_a_day_within_bounds_may_count_up_to_the_last():
    acts = [
        act("AAA", "accession", "2000-01-01", "2000-07-01"),
        act("AAA", "withdrawal", "2005-01-01", "2005-07-01/2005-08-01"),
    ]
    counts = counts_of(acts, "X")
    assert counts.bound == [
        ("2000-07-01", "2005-07-01", 1, 1), ("2005-07-01", "2005-08-01", 0, 1), ("2005-08-01", None, 0, 0)
    ]  # fmt: skip
    assert counts.left == [("2005-07-01", "2005-08-01", 0, 1), ("2005-08-01", None, 1, 1)]
    assert counts.notified == [("2005-01-01", None, 1, 1)]


@pytest.mark.parametrize("identity", ["over-160-consents", "exact-164-parties-in-2018-06", "under-3-exits"])
def test_an_id_reads_back(identity):
    assert Count.read(identity).id == identity


@pytest.mark.parametrize(
    "identity", ["over-160", "some-160-parties", "exact-x-parties", "exact-160-cats", ""]
)
def test_what_is_no_id_of_a_count_is_none(identity):
    assert Count.read(identity) is None
