"""The fast lane and the option parser are two doors to one room: same bytes, same exit status."""

from __future__ import annotations

import contextlib
import io

from hypothesis import example, given, settings
from hypothesis import strategies as st

from treatycli import __main__, cli, lookups

WORDS = st.sampled_from(
    ["stockpiling", "stokpiling", "lithuania", "lithuana", "congo", "korea", "notice", "of", "withdrawal",
     "5", "1", "UN", "xx", "", " ", "Côte", "[bold]", "\x1b[31m", "160", "states", "preamble", "LTU"]
)  # fmt: skip
LISTS = st.builds(
    lambda command, words, json_at: (
        [command, *words[:json_at], "--json", *words[json_at:]] if json_at < 3 else [command, *words]
    ),
    st.sampled_from(sorted(lookups.PLAIN)),
    st.lists(WORDS, max_size=3),
    st.integers(0, 4),
)


def through(door, arguments):
    """Return exit status, stdout bytes and stderr text of arguments through one door."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    err = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = door(arguments)
    out.flush()
    return status, out.buffer.getvalue(), err.getvalue()  # type: ignore[attr-defined]


@settings(max_examples=150, deadline=None)
@example(["define", "stockpiling"])
@example(["country", "lithuania", "--json"])
@example(["country", "korea", "--json"])
@given(LISTS)
def test_both_doors_give_the_same_bytes_and_the_same_status(arguments):
    fast = through(__main__.fast_lane, arguments)
    if fast[0] is not None:
        assert fast == through(cli.run, arguments)


def test_every_plain_lookup_goes_through_the_fast_lane():
    for command, (_, _, takes) in lookups.PLAIN.items():
        words = [] if takes == lookups.NONE else ["finland", "sweden"] if command == "compare" else ["5"]
        assert through(__main__.fast_lane, [command, *words])[0] is not None, command


def test_an_option_is_never_taken_by_the_fast_lane():
    for arguments in (
        ["define", "--exact", "x"],
        ["timeline", "--since", "2025"],
        ["--version"],
        ["nonsense"],
    ):
        assert through(__main__.fast_lane, arguments)[0] is None
