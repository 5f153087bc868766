"""Pictures and the calendar: fit for print and for every reader, whole, the same bytes twice, nothing from outside."""

from __future__ import annotations

import re
import sys
from collections import Counter
from xml.etree import ElementTree

import pytest
from conftest import DAY, run, run_fixture

from treatycli import vocabulary
from treatycli.commands import COMMANDS
from treatycli.show import svg
from treatycli.show.pictures import looks, story
from treatycli.show.pictures import map as tiled
from treatycli.topics.events import kind_words

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = (
    ["map"],
    ["map", "--as-of", "1998-01-01"],
    ["map", "--as-of", "2025-07-01"],
    ["map", "--group", "nato"],
    ["map", "--region", "oceania", "--treaty", "CCM"],
    ["stats"],
    ["stats", "--as-of", "1990-01-01"],
    ["stats", "--as-of", "1999-03-01"],
    ["stats", "--group", "baltic"],
    ["stats", "--treaty", "CCM"],
    ["stats", "--treaty", "CCW"],
    ["timeline"],
    ["timeline", "poland", "2025"],
    ["timeline", "--since", "2090"],
    ["timeline", "--ahead"],
    ["timeline", "--ahead", "--country", "tonga"],
)


def drawn(*arguments: str, ask=run) -> ElementTree.Element:
    """Return a picture as the tree that a parser of XML makes of it."""
    ran = ask(*arguments, "--format", "svg")
    assert ran.status == 0, ran.err
    assert len(ran.out) < 100_000
    return ElementTree.fromstring(ran.out)


def texts(root: ElementTree.Element) -> list[str]:
    """Return the lines of text of a picture."""
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def said(root: ElementTree.Element) -> str:
    """Return all lines of a picture as one text."""
    return " ".join(texts(root))


@pytest.mark.parametrize("arguments", PICTURES, ids=" ".join)
def test_a_picture_speaks_to_every_reader(arguments):
    root = drawn(*arguments)
    assert (root.tag, root.get("role"), root.get("lang")) == (f"{SVG}svg", "img", "en")
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert said(root).startswith(title.text)
    for last_known in (desc.text, said(root)):
        assert "Known to 3 February 2026 (depositary), 26 March 2026 (documents)" in last_known
    assert "Source: UN Treaty Collection, status as at 3 February 2026; treaty (treatycli), data 20" in said(
        root
    )
    day = arguments[-1] if "--as-of" in arguments else DAY
    if arguments[0] != "timeline":
        assert title.text.endswith(f"{int(day[8:])} {month(day)} {day[:4]}")


def month(day: str) -> str:
    """Return the month of a day in words."""
    from treatycli import dates

    return dates.MONTHS[int(day[5:7]) - 1]


@pytest.mark.parametrize("arguments", PICTURES, ids=" ".join)
def test_a_picture_scales_and_needs_nothing_from_outside(arguments):
    root = drawn(*arguments)
    assert root.get("width") == "100%"
    left, top, wide, high = numbers(root.get("viewBox"))
    assert (left, top, wide) == (0, 0, svg.WIDTH)
    allowed = {"svg", "title", "desc", "rect", "path", "circle", "text"}
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in allowed
        assert not any("href" in name or name.startswith("on") or name == "style" for name in element.attrib)
        assert not any("url(" in value for value in element.attrib.values())
        if element.tag == f"{SVG}text":
            assert 0 <= float(element.get("x")) <= svg.WIDTH
            assert 0 < float(element.get("y")) < high
            assert float(element.get("font-size")) >= 14, "7 pixels in a column of 400"


def numbers(text: str) -> list[float]:
    """Return the numbers of a list."""
    return [float(part) for part in text.split()]


@pytest.mark.parametrize("arguments", PICTURES, ids=" ".join)
def test_no_line_of_a_picture_runs_off_its_edge(arguments):
    for element in drawn(*arguments).iter(f"{SVG}text"):
        long = svg.wide(
            element.text or "", float(element.get("font-size")), bold=bool(element.get("font-weight"))
        )
        x, anchor = float(element.get("x")), element.get("text-anchor")
        start = x - long if anchor == "end" else x - long / 2 if anchor == "middle" else x
        assert start >= -1, element.text
        assert start + long <= svg.WIDTH + 1, element.text


@pytest.mark.parametrize("arguments", PICTURES, ids=" ".join)
def test_a_picture_has_the_same_bytes_twice(arguments):
    assert run(*arguments, "--format", "svg").out == run(*arguments, "--format", "svg").out


@pytest.mark.parametrize("arguments", [row for row in PICTURES if row[0] == "map"], ids=" ".join)
def test_the_map_shows_every_state_and_counts_what_json_counts(arguments):
    tiles = run(*arguments, "--json").json
    root = drawn(*arguments)
    codes = Counter(tile["iso2"] for tile in tiles)
    assert not codes - Counter(texts(root))
    hovered = {element.text for path in root.iter(f"{SVG}path") for element in path.iter(f"{SVG}title")}
    assert hovered == {f"{tile['name']}: {tile['status']}" for tile in tiles}
    lines = texts(root)
    for status, count in Counter(tile["status"] for tile in tiles).items():
        at = next(n for n, line in enumerate(lines) if re.match(rf"{re.escape(status)}(:|$)", line))
        assert lines[at - 1] == str(count)


def test_no_two_tiles_of_a_map_lie_on_each_other():
    for arguments in (["map"], ["map", "--region", "europe"], ["map", "--group", "eu"]):
        root = drawn(*arguments)
        codes = {tile["iso2"] for tile in run(*arguments, "--json").json}
        places = [(e.get("x"), e.get("y")) for e in root.iter(f"{SVG}text") if e.text in codes]
        assert len(set(places)) == len(places) == len(codes)


def test_narrowing_the_seas_keeps_west_of_east_and_north_of_south():
    pairs = [(0, 0), (0, 7), (3, 2), (3, 9), (5, 9)]
    columns = tiled._merged(pairs)
    assert all(columns[a] <= columns[b] for a in columns for b in columns if a < b)
    assert all(columns[a] != columns[b] for row, a in pairs for other, b in pairs if row == other and a < b)


@pytest.mark.parametrize("arguments", [row for row in PICTURES if row[0] == "stats"], ids=" ".join)
def test_the_curve_ends_at_the_number_of_parties_and_names_who_left(arguments):
    item = run(*arguments, "--json").json
    root = drawn(*arguments)
    for count in item["counts"]:
        assert (f"{count['states']} {count['status']}" in texts(root)) == bool(count["states"])
    if item["changes"]:
        assert str(item["changes"][-1]["parties"]) in texts(root)
        most = max(change["parties"] for change in item["changes"])
        assert most == item["parties"] or f"Most: {most}, from" in said(root)
    names = {row["iso3"]: row["short_name"] for row in run("countries", "--json").json}
    for change in item["changes"]:
        for code in change["left"]:
            assert names[code] in said(root)


@pytest.mark.parametrize("treaty", vocabulary.TREATIES)
def test_the_changes_are_the_growth_day_by_day(treaty):
    item = run("stats", "--treaty", treaty, "--json").json
    for year in item["growth"]:
        before = [change["parties"] for change in item["changes"] if change["date"] <= year["date"]]
        assert (before[-1] if before else 0) == year["parties"]
    parties: set[str] = set()
    for change in item["changes"]:
        assert change["joined"] or change["left"]
        assert not parties & set(change["joined"])
        assert set(change["left"]) <= parties
        parties = (parties | set(change["joined"])) - set(change["left"])
        assert len(parties) == change["parties"]


@pytest.mark.parametrize("arguments", [["timeline"], ["timeline", "--ahead"], ["timeline", "poland", "2025"]])
def test_the_line_tells_every_event_in_its_order(arguments):
    events = run(*arguments, "--json").json
    root = drawn(*arguments)
    shown = said(root)
    at = 0
    for event in events:
        at = shown.index(event["title"].split()[0], at)
        assert event["title"] in root.find(f"{SVG}desc").text
    assert all(word in shown for event in events for word in event["title"].split())
    assert "date of this picture" in shown


def test_what_is_not_certain_is_said_so_on_the_line():
    for event in run("timeline", "--ahead", "--json").json:
        if event["sure"] != "high":
            assert f"how sure: {event['sure']}" in said(drawn("timeline", "--ahead"))
    assert "between 1 August 2026 and 1 May 2027" in said(drawn("timeline", "--ahead"))


def test_too_many_events_for_a_picture_are_refused_with_the_remedy():
    ran = run("timeline", "--all", "--format", "svg")
    assert (ran.status, ran.out) == (2, b"")
    assert re.fullmatch(
        r"treaty: \d+ events are too many for a picture; it takes 60\. Narrow them: .*\n", ran.err
    )


def test_every_kind_of_event_and_every_status_has_a_look_of_its_own():
    kinds = {*vocabulary.EVENT_KINDS, "deadline"}
    assert {kind for mark in story.MARKS for kind in mark.kinds} == kinds
    assert len({mark.corners for mark in story.MARKS}) == len(story.MARKS)
    assert looks.STATUS.keys() == set(vocabulary.STATUSES)
    shapes = [(look.corners, look.dashes, look.band, look.stroke) for look in looks.STATUS.values()]
    assert len(set(shapes)) == len(shapes), "two statuses would differ by colour alone"


def test_letters_stand_out_from_their_tile():
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for status, look in looks.STATUS.items():
        dark, bright = sorted((light(look.fill), light(look.ink)))
        assert (bright + 0.05) / (dark + 0.05) >= 4.5, status


HOSTILE = '<script>zzqx&"\x1b[31m\u202e\ufffe\x00]]>'


@pytest.mark.parametrize("word", [HOSTILE, "a" * 500, "<zzqx>", "&zzqx;"])
def test_what_is_typed_cannot_break_a_picture(word):
    root = drawn("timeline", word)
    assert "No event on record fits." in texts(root)
    assert not list(root.iter(f"{SVG}script"))


def test_data_cannot_break_a_picture(tmp_path):
    header = "id,date,end_date,kind,treaty,turning,countries,title,detail,place,sources,confidence,note"
    title = "<script>alert(1)</script> & ]]> </text>"
    row = f"odd-2025,2025-05-01,,milestone,APMBC,1,,{title},Detail.,,untc-2026-02-03,high,"
    (tmp_path / "events.csv").write_text(f"{header}\n{row}\n", "utf-8")
    root = drawn("timeline", "--data", str(tmp_path))
    assert title in root.find(f"{SVG}desc").text
    assert not list(root.iter(f"{SVG}script"))


def test_a_package_of_three_states_is_drawn_as_well():
    for command in ("map", "stats", "timeline"):
        drawn(command, ask=run_fixture)


@pytest.mark.parametrize("kind", vocabulary.DRAWINGS)
def test_a_command_without_the_format_names_those_that_have_it(kind):
    having = [name for name, row in COMMANDS.items() if row.topic().drawing(kind)]
    assert "timeline" in having
    for arguments in (["country", "finland"], ["country", "no such state"], ["countries"], ["data", "info"]):
        ran = run(*arguments, "--format", kind)
        assert (ran.status, ran.out) == (2, b"")
        assert ran.err.count("\n") == 1
        assert all(f"treaty {name}" in ran.err for name in having)


def test_fields_and_a_picture_contradict_each_other():
    ran = run("map", "--format", "svg", "--fields", "iso2")
    assert (ran.status, ran.out) == (2, b"")


def test_ahead_is_answered_in_every_format():
    events = run("timeline", "--ahead", "--json").json
    assert len(run("timeline", "--ahead", "--format", "csv").lines) == len(events) + 1
    assert run("timeline", "--ahead", "--field", "sure").lines == [event["sure"] for event in events]
    assert [line.split("\t")[-1] for line in run("timeline", "--ahead").lines] == [e["sure"] for e in events]


def test_without_the_extra_a_calendar_is_one_line_with_the_remedy(monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "treatycli.show.calendar", raising=False)
    import treatycli.show

    monkeypatch.delattr(treatycli.show, "calendar", raising=False)
    ran = run("timeline", "--ahead", "--format", "ics")
    assert (ran.status, ran.out) == (2, b"")
    assert ran.err == (
        "treaty: --format ics needs the package icalendar, which is not installed. pip install icalendar.\n"
    )


class TestCalendar:
    """`--format ics`, read back by the library that calendars use."""

    @pytest.fixture(autouse=True)
    def _library(self):
        self.icalendar = pytest.importorskip("icalendar")

    def events(self, *arguments: str):
        """Return the events of a calendar."""
        ran = run(*arguments, "--format", "ics")
        assert ran.status == 0, ran.err
        assert ran.out.count(b"\n") == ran.out.count(b"\r\n")
        assert max(map(len, ran.out.split(b"\r\n"))) <= 75
        return self.icalendar.Calendar.from_ical(ran.out).walk("VEVENT")

    @pytest.mark.parametrize("arguments", [["timeline", "--ahead"], ["timeline"], ["timeline", "--all"]])
    def test_it_holds_every_event_as_whole_days_with_its_sources(self, arguments):
        items = run(*arguments, "--json").json
        events = self.events(*arguments)
        assert len(events) == len(items)
        assert len({str(event["uid"]) for event in events}) == len(events)
        for item, event in zip(items, events, strict=True):
            assert str(event["summary"]).startswith(item["title"])
            first = (item["date"].split("/")[0] + "-01-01")[:10]
            assert event["dtstart"].dt.isoformat() == first
            assert event["dtend"].dt > event["dtstart"].dt
            assert event["dtstamp"].dt.isoformat() == "2026-03-26T00:00:00+00:00"
            assert kind_words(item["kind"]) in event["categories"].cats
            assert f"How sure: {item.get('sure') or item['confidence']}." in event["description"]
            for source in item["sources"]:
                assert source["title"] in event["description"]
            whole = len(item["date"]) == 10
            assert ("The day is not known: " in event["description"]) is not whole
            assert str(event["status"]) == "CONFIRMED" or not whole or item.get("sure") == "low"

    def test_a_day_known_within_bounds_has_them_in_words(self):
        event = next(e for e in self.events("timeline", "--ahead") if "Lebanon" in e["summary"])
        assert (
            "between 1 August 2026 and 1 May 2027. Shown on the first possible day." in event["description"]
        )
        assert str(event["uid"]) == "APMBC/LBN/accession@treatycli"

    def test_a_meeting_of_several_days_lasts_them(self):
        item = next(
            i for i in run("timeline", "1997", "ottawa", "--json").json if i["end_date"] == "1997-12-04"
        )
        spans = {
            (e["dtstart"].dt.isoformat(), e["dtend"].dt.isoformat())
            for e in self.events("timeline", "1997", "ottawa")
        }
        assert (item["date"], "1997-12-05") in spans

    def test_it_has_the_same_bytes_on_every_day_that_asks_the_same(self):
        asked = ("timeline", "--ahead", "--as-of", "2026-06-01", "--format", "ics")
        assert run(*asked, day="2026-07-01").out == run(*asked, day="2030-01-01").out
