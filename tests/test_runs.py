"""Rules about words in a row: where they begin, and how many words they take."""

from __future__ import annotations

import pytest

from treatycli.gloss.runs import Run


@pytest.mark.parametrize(
    ("line", "text", "count"),
    [
        ("a|b c", "b c d", 2),
        ("a|b c", "c b", None),
        ("a_b|a c", "a b c", 3),
        ("a_b|a c", "a c", 2),
        ("a? b", "b", 1),
        ("a? b", "a a b", None),
        ("a* b", "b", 1),
        ("a* b", "a a a a b", 5),
        ("a* b", "a a a a a b", None),
        ("a+ b", "b", None),
        ("a+ b", "a b", 2),
        ("a+ b", "a a a a b", 5),
        ("a+ b", "a a a a a b", None),
        ("~2 b", "b", 1),
        ("~2 b", "x y b", 3),
        ("~2 b", "x y z b", None),
        ("~2 b", "x b b", 3),
        ("a b", "a", None),
        ("a b .", "a b .", 3),
    ],
)
def test_a_rule_takes_the_words_that_a_list_begins_with(line, text, count):
    assert Run(line).ahead(text.split()) == count
    assert Run("never", line).ahead(text.split()) == count


def test_the_longest_of_several_ways_counts():
    assert Run("a", "a b", "a b c d").ahead("a b c".split()) == 2


def test_a_rule_takes_the_words_that_a_list_ends_with():
    rule = Run("a? b_c|d")
    assert rule.behind("x a b c".split()) == 3
    assert rule.behind("x b c".split()) == 2
    assert rule.behind("a d".split()) == 2
    assert rule.behind("d x".split()) is None


def test_a_rule_is_found_at_each_place_where_it_begins():
    rule = Run("a? b", "c d")
    assert list(rule.places("b x a b c a c d".split())) == [(0, 1), (2, 2), (3, 1), (6, 2)]
    assert list(rule.places("a c".split())) == []
    assert rule.found("x c d".split())
    assert not rule.found("x c x d".split())
    assert not rule.found([])


def test_a_rule_that_begins_with_any_word_is_found_too():
    assert list(Run("~1 b").places("x y b".split())) == [(1, 2), (2, 1)]
