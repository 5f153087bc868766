"""The index beside our tables: it gives what they give; damaged or stale, it is refused and never wrong.

Damaged is a copy of the small package of the tests, which stands in the place of ours.
"""

from __future__ import annotations

import os
import random
import shutil

import pytest
from conftest import DATA, FILES, PLACED, overlay

from treatycli.answers import DataError
from treatycli.package import BUNDLED, Package, open_package, sections, writing
from treatycli.package import index as indexes
from treatycli.package.directory import load
from treatycli.package.overlay import lay
from treatycli.records import ROWS, Action, Event, Fact, Source, Term
from treatycli.topics import data


@pytest.fixture
def ours(tmp_path, small_place, monkeypatch):
    """A copy of the small package and its index, in the place of ours, to be damaged."""
    target = tmp_path / "data"
    shutil.copytree(small_place, target)
    index = target / indexes.INDEX
    index.write_bytes(index.read_bytes())
    for module in PLACED:
        monkeypatch.setattr(f"{module}.BUNDLED", str(target))
    return target


FOUND = (
    (Action, "XBB"), (Action, "XAA"), (Action, "XCC"), (Event, "opened-1997"), (Fact, "XAA"), (Term, "mine"),
    (Term, "zzz"), (Source, "list-2026-02-03"), (Fact, "WORLD"), (Action, "XXX"),
)  # fmt: skip
LINKED = (("names_by_fold", "belmark"), ("names_by_fold", "arvanie"), ("events_by_state", "XBB"),
          ("cited_by", "list-2026-02-03"), ("names_by_fold", "quux"), ("records_by_word", "mine"))  # fmt: skip


def told(package):
    """Return what a package answers to a dozen questions."""
    return [
        *(package.find(record, key) for record, key in FOUND),
        *(package.linked(section, key) for section, key in LINKED),
        package.starting("names_by_fold", "belm"),
    ]


def test_a_table_truncated_emptied_reordered_or_re_encoded_is_refused_or_changes_nothing(ours):
    expected = told(open_package())
    for name in FILES:
        whole = (ours / name).read_bytes()
        lines = whole.split(b"\n")
        for content in (
            b"", whole[: len(whole) // 2], whole[:-1], b"\n".join([lines[0], *reversed(lines[1:-1]), b""]),
            whole.decode("utf-8").encode("utf-16"), whole.replace(b"\n", b"\r\n"), whole.replace(b"a", b"b", 1),
        ):  # fmt: skip
            (ours / name).write_bytes(content)
            problems = ()
            try:
                assert told(open_package()) == expected
            except DataError as error:
                problems = error.problems
            assert {problem.code[:3] for problem in problems} <= {"E10", "E11"}
            assert all(problem.hint for problem in problems)
        (ours / name).write_bytes(whole)
        os.utime(ours / name, (1, 1))


@pytest.mark.parametrize("when", [1, None])
def test_an_edit_of_the_same_size_is_noticed_whatever_its_time(ours, when):
    terms = ours / "terms.csv"
    before = os.stat(terms)
    terms.write_bytes(terms.read_bytes().replace(b"Stockpiling", b"Stockpilinh"))
    os.utime(terms, (when, when) if when else ns_of(before))
    assert indexes.fresh(str(ours)) is None
    with pytest.raises(DataError, match=r"terms.csv:1: E109"):
        load()


def test_an_edit_just_after_the_installation_is_noticed_too(ours):
    for name in FILES:
        os.utime(ours / name)
    (ours / indexes.INDEX).write_bytes((ours / indexes.INDEX).read_bytes())
    terms = ours / "terms.csv"
    before = os.stat(terms)
    terms.write_bytes(terms.read_bytes().replace(b"Stockpiling", b"Stockpilinh"))
    os.utime(terms, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert indexes.fresh(str(ours)) is None


def test_an_edit_of_the_same_size_is_noticed_in_every_table(ours):
    for row in ROWS:
        path = ours / f"{row.TABLE}.csv"
        whole = path.read_bytes()
        path.write_bytes(whole[:-2] + b"~\n")
        assert indexes.fresh(str(ours)) is None, path
        path.write_bytes(whole)
        assert indexes.fresh(str(ours)), path


def test_an_index_of_other_columns_is_not_used(ours, monkeypatch):
    assert indexes.fresh(str(ours))
    for row in ROWS:
        monkeypatch.setattr(indexes, "ROWS", [other for other in ROWS if other is not row])
        assert indexes.fresh(str(ours)) is None


MINUTE = 60 * 10**9


@pytest.mark.parametrize(
    ("before", "taken"),
    [(0, True), (MINUTE - 1, True), (MINUTE, True), (MINUTE + 1, False), (1 << 62, False)],
)
def test_a_table_that_was_written_within_a_minute_of_the_index_is_not_read(ours, before, taken):
    terms, index = ours / "terms.csv", ours / indexes.INDEX
    terms.write_bytes(terms.read_bytes().replace(b"Stockpiling", b"Stockpilinh"))
    ahead = os.stat(index).st_ctime_ns + MINUTE
    os.utime(index, ns=(ahead, ahead))
    for name in FILES:
        os.utime(ours / name, ns=(ahead, ahead))
    os.utime(terms, ns=(ahead, max(ahead - before, 0)))
    assert (indexes.fresh(str(ours)) is not None) is taken


@pytest.mark.parametrize("change", [b"", b"XAA"])
def test_a_table_of_another_size_is_noticed_whatever_its_time(ours, change):
    areas, index = ours / "areas.csv", ours / indexes.INDEX
    areas.write_bytes(areas.read_bytes().replace(b"XZZ", change * 2))
    ahead = os.stat(index).st_ctime_ns + MINUTE
    for path in (areas, index):
        os.utime(path, ns=(ahead, ahead))
    assert indexes.fresh(str(ours)) is None


def ns_of(status):
    return (status.st_atime_ns / 1e9, status.st_mtime_ns / 1e9)


def test_tables_unpacked_with_old_times_are_still_those_of_the_index(ours):
    for name in FILES:
        os.utime(ours / name, (1_000_000_000, 1_000_000_000))
    assert indexes.fresh(str(ours))


def test_without_an_index_the_tables_are_read_and_answer_alike(ours):
    expected = told(open_package())
    (ours / indexes.INDEX).unlink()
    assert told(open_package()) == expected
    (ours / indexes.INDEX).mkdir()
    assert told(open_package()) == expected


def judged(index, expected):
    """Ask each question of an index on its own: the answer is right, or the damage is noticed."""
    package = Package.__new__(Package)
    package.backend = index
    questions = [
        *(lambda r=record, k=key: package.find(r, k) for record, key in FOUND),
        *(lambda s=section, k=key: package.linked(s, k) for section, key in LINKED),
        lambda: package.starting("names_by_fold", "belm"),
    ]
    for question, right in zip(questions, expected, strict=True):
        codes = []
        try:
            assert question() == right
        except DataError as error:
            codes = [problem.code for problem in error.problems]
        assert codes in ([], ["E110"])


def places(whole, chance, count):
    """Yield places in the index: anywhere, and near the lines that the questions lead to."""
    near = [whole.index(f"\n{key}\t".encode()) for key in ("XBB", "mine", "belmark", "list-2026-02-03")]
    for number in range(count):
        anywhere = chance.randrange(len(whole))
        yield (
            anywhere if number % 2 else min(len(whole) - 1, chance.choice(near) + chance.randrange(-300, 300))
        )


@pytest.mark.parametrize("seed", range(4))
def test_an_index_with_a_byte_changed_gives_right_answers_or_is_refused(ours, seed):
    path = ours / indexes.INDEX
    whole = path.read_bytes()
    expected = told(open_package())
    chance = random.Random(seed)
    for place in places(whole, chance, 150):
        data = bytearray(whole)
        data[place] = chance.choice((data[place] ^ 1 << chance.randrange(8), 10, 9, 0, 255))
        path.write_bytes(data)
        index = indexes.fresh(str(ours))
        if index:
            judged(index, expected)


@pytest.mark.parametrize("seed", range(4))
def test_an_index_that_is_cut_or_has_bytes_too_many_is_not_used(ours, seed):
    path = ours / indexes.INDEX
    whole = path.read_bytes()
    chance = random.Random(seed)
    for place in places(whole, chance, 100):
        path.write_bytes(whole[:place])
        assert indexes.fresh(str(ours)) is None
    for content in (
        b"",
        whole + b"\n",
        whole[1:],
        whole[: len(whole) // 2] + b"x" + whole[len(whole) // 2 :],
    ):
        path.write_bytes(content)
        assert indexes.fresh(str(ours)) is None


def test_a_section_that_is_missing_or_damaged_is_noticed_when_it_is_read_whole(ours):
    path = ours / indexes.INDEX
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"\nmine\t", b"\nmind\t", 1))
    for section in ("terms", "nothing"):
        with pytest.raises(DataError, match="E110"):
            [
                indexes.Index(str(path)).all(name)
                for name in (section, "forms", "names_by_fold", "records_by_word")
            ]


def test_a_section_read_whole_is_refused_whatever_letter_was_changed(ours):
    path = ours / indexes.INDEX
    whole = path.read_bytes()
    for letter in b"abcdefgh":
        path.write_bytes(whole.replace(b"\nmine\tmine\tMine", b"\nmine\tmine\tMin%c" % (letter - 32), 1))
        with pytest.raises(DataError, match=r"^treaty\.index:1: E110: "):
            indexes.Index(str(path)).all("terms")


@pytest.mark.parametrize("cell", ["XAA", "withdrawal", "XA", "2008-12-03", "XQQ", ""])
def test_of_a_section_the_lines_may_be_asked_for_that_have_a_cell(small, cell):
    for section in ("actions", "events", "contested"):
        lines = small.all(section)
        assert small.all(section, cell) == [cells for cells in lines if not cell or cell in cells]


@pytest.mark.parametrize("more", [-1, 1])
def test_a_head_with_another_checksum_is_refused(ours, more):
    path = ours / indexes.INDEX
    head, _, body = path.read_bytes().partition(b"\n\n")
    text, _, crc = head.rpartition(b"\t")
    path.write_bytes(b"%s\t%d\n\n%s" % (text, int(crc) + more, body))
    assert indexes.fresh(str(ours)) is None


def test_a_lookup_reads_no_further_than_its_lines(ours):
    path = ours / indexes.INDEX
    path.write_bytes(
        path.read_bytes().replace(
            b"\nstockpiling\tstockpiling\tStock", b"\nstockpiling\tstockpiling\tStick", 1
        )
    )
    package = Package(indexes.fresh(str(ours)))
    assert package.one(Term, "mine").term == "Mine"
    with pytest.raises(DataError, match="E110"):
        package.one(Term, "stockpiling")


def test_many_lookups_find_what_few_find(ours):
    often, place = indexes.Index(os.path.join(ours, indexes.INDEX)), sections.BY
    for section in ("actions", "names", "sources"):
        keys = sorted({cells[place[section]] for cells in often.all(section)})
        for key in [*keys, "", keys[0][:-1], keys[-1] + "a"] * 99:
            assert often.find(section, key) == often.starting(section, key + "\t")


def test_a_section_is_compared_with_its_checksum_when_it_is_read_whole_at_last(ours):
    opened = indexes.Index(os.path.join(ours, indexes.INDEX))
    start, end, crc = opened._sections["names"]
    opened._sections["names"] = (start, end, crc ^ 1)
    found = (opened.find("names", "XAA") for _ in range(end))
    with pytest.raises(DataError, match="the index is damaged"):
        list(found)


def test_data_check_compares_the_index_with_the_tables(ours):
    assert data.check(None).items == ()
    path = ours / indexes.INDEX
    whole = path.read_bytes()
    for content in (whole[:-1], whole.replace(b"\nmine\t", b"\nmind\t", 1), b"nonsense"):
        path.write_bytes(content)
        assert [problem.code for problem in data.check(None).items] == ["E110"]


# The bundled package itself


def test_the_bundled_index_gives_what_the_bundled_tables_give_and_an_overlay_laid_over_both(tmp_path):
    directory = overlay(tmp_path, names=["GNQ,Quuxland,alternative,en", "GNQ,Quuxian,demonym,"])
    index = indexes.fresh(BUNDLED)
    assert index is not None, "the index is stale: python tools/seal.py"
    laid, whole = Package(lay(index, directory)), Package(load(directory))
    ours, tables = Package(index), Package(load())
    assert (laid.meta, ours.meta) == (whole.meta, tables.meta)
    for section in (*(row.TABLE for row in ROWS), *sections.DERIVED):
        assert sorted(laid.listed(section)) == sorted(whole.listed(section)), section
        assert sorted(ours.listed(section)) == sorted(tables.listed(section)), section
        for line in whole.listed(section)[::997]:
            for backend, right in ((laid, whole), (ours, tables)):
                assert sorted(backend.linked(section, line[0])) == sorted(right.linked(section, line[0]))
                prefix = line[0][:3]
                assert sorted(backend.starting(section, prefix)) == sorted(right.starting(section, prefix))


def test_the_bundled_index_compiled_anew_is_the_one_that_was_installed(tmp_path):
    target = tmp_path / "data"
    shutil.copytree(DATA, target)
    path = target / indexes.INDEX
    whole = path.read_bytes()
    path.unlink()
    memory = load()
    assert writing.compile_index(str(target), memory.tables, memory.meta) == str(path)
    assert path.read_bytes() == whole
    assert indexes.fresh(str(target))
