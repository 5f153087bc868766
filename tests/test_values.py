"""Records: immutable, equal by what they hold, also where some of it is made only when it is read."""

from __future__ import annotations

import json
import pickle

import pytest
from conftest import run

import treatycli
from treatycli.values import Record


class Pair(Record):
    """A record of two fields."""

    left: str
    right: tuple[str, ...]


class Three(Pair):
    """A record of three fields, one with a default."""

    more: int = 0


def test_a_record_takes_each_field_once_and_knows_its_defaults():
    assert Three("a", ()) == Three(left="a", right=(), more=0)
    assert dict(Three("a", ("b",), 1).pairs()) == {"left": "a", "right": ("b",), "more": 1}
    assert Pair("a", ()) != Three("a", ())
    for wrong in ({}, {"left": "a"}, {"left": "a", "right": (), "middle": "b"}):
        with pytest.raises(TypeError):
            Three(**wrong)
    with pytest.raises(TypeError):
        Pair("a", left="b")


def test_a_record_cannot_be_changed():
    with pytest.raises(AttributeError, match="immutable"):
        Pair("a", ()).left = "b"
    with pytest.raises(AttributeError, match="no field middle"):
        _ = Pair("a", ()).middle


def test_what_is_put_off_is_made_once_and_only_when_it_is_read():
    made = []

    def right():
        made.append(1)
        return ("b",)

    late = Pair.putting_off({"right": right}, left="a")
    assert late.left == "a"
    assert made == []
    assert late.right == ("b",)
    assert late.right == ("b",)
    assert made == [1]


def test_what_is_put_off_counts_as_if_it_were_there():
    def late():
        return Pair.putting_off({"right": lambda: ("b",)}, left="a")

    whole = Pair("a", ("b",))
    assert late() == whole
    assert hash(late()) == hash(whole)
    assert repr(late()) == repr(whole)
    assert late().replace(left="c") == Pair("c", ("b",))
    assert list(late().pairs()) == list(whole.pairs())
    assert pickle.loads(pickle.dumps(late())) == whole
    assert late() != Pair("a", ("c",))


def test_a_record_is_a_dictionary_all_the_way_down():
    inner = Pair("a", ("b", "c"))
    assert Pair("x", (inner,)).as_dict() == {"left": "x", "right": [{"left": "a", "right": ["b", "c"]}]}
    profile = treatycli.open().country("palestine", as_of="2026-11-24")
    assert (
        json.loads(json.dumps(profile.as_dict()))
        == run("country", "palestine", "--as-of", "2026-11-24", "--json").json
    )


class Wider(Pair):
    """A record that has more to say of one of the fields."""

    right: tuple[int, ...]


def test_a_record_is_widened_by_what_is_put_off():
    made = Wider.widening(Pair("a", ("b",)), {"right": lambda: (1, 2)})
    assert made == Wider("a", (1, 2))
    assert Wider.widening(Pair("a", ()), {}) == Wider("a", ())


def test_only_a_record_of_the_same_fields_is_widened():
    with pytest.raises(TypeError, match="fields are left, right, more"):
        Three.widening(Pair("a", ()), {"right": tuple})
    with pytest.raises(TypeError, match="more has a default"):
        Three.widening(Three("a", ()), {"more": int})


@pytest.mark.parametrize("fields", [{}, {"left": "a", "right": ()}, {"middle": "a"}])
def test_a_field_that_is_put_off_is_named_once(fields):
    with pytest.raises(TypeError, match="fields are left, right"):
        Pair.putting_off({"right": tuple}, **fields)


def test_a_field_with_a_default_cannot_be_put_off():
    with pytest.raises(TypeError, match="field more has a default"):
        Three.putting_off({"more": int}, left="a", right=())


def test_a_list_for_python_holds_all_that_a_single_lookup_holds():
    treaty = treatycli.open()
    assert treaty.define("stockpiling").replace(matched="id", query="stockpiling") in [
        term.replace(query=term.id) for term in treaty.terms()
    ]
    (fact,) = [fact for fact in treaty.facts("lithuania") if fact.id == "ltu-stockpile-destroyed-2004"]
    assert fact.sources[0].tier == "specialist"
