"""What to say when a name leads nowhere, to several places, or only nearly somewhere."""

from __future__ import annotations

from treatycli import names
from treatycli.answers import Answer, Problem, failed
from treatycli.records import Area, State, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatycli.names import Found, Key, Missed
    from treatycli.package import Package

_COMMANDS = {"terms": "define", "states": "country", "areas": "country"}
_KINDS = {"terms": "term", "states": "state", "areas": "area"}
_LONGEST = 80


def shown(typed: str) -> str:
    """Return what was typed as a message repeats it: quoted, and cut where it is long."""
    return repr(typed if len(typed) <= _LONGEST else typed[: _LONGEST - 3] + "...")


def missed(table: str, package: Package, miss: Missed) -> Answer:
    """Return the answer to a name of `terms` or `states` that was not found, with what it may have meant."""
    kind = _KINDS[table]
    if not miss.typed.strip():
        return failed(
            "not-found", f"there is no {kind} without a name", f"Give one: treaty {_COMMANDS[table]} NAME"
        )
    suggestions = miss.suggestions or _holding(package, miss, table)
    other = "states" if table == "terms" else "terms"
    elsewhere = None if miss.ambiguous else names.found(package, miss.typed, other)
    if elsewhere:
        key = elsewhere.key
        message = f"{shown(miss.typed)} is a {_KINDS[key.table]}, not a {kind}"
        return failed("other-command", message, "Ask for it so:", (paste(package, key),))
    pasted = tuple(paste(package, key) for key in suggestions)
    if miss.ambiguous:
        message = f"{shown(miss.typed)} may be {_either(package, suggestions)}"
        return failed("ambiguous", message, "Say which:", pasted)
    hint = "Did you mean:" if suggestions else f"Look for it: treaty search {quote(miss.typed[:_LONGEST])}"
    return failed("not-found", f"there is no {kind} {shown(miss.typed)}", hint, pasted)


def _holding(package: Package, miss: Missed, table: str) -> tuple[Key, ...]:
    """Return the records of a table that hold all the typed words, as suggestions."""
    if miss.ambiguous or not 3 < len(miss.typed) <= _LONGEST:
        return ()
    from treatycli.search import ranking

    hits, complete = ranking.find(package, miss.typed, (table,))
    keys = [names.Key("", hit.table, hit.id, "held", "") for hit in hits[: names.SUGGESTIONS]]
    return tuple(keys) if complete else ()


def state_named(package: Package, typed: str, *, exact: bool = False) -> Found | Answer:
    """Return the state that a name leads to, or the answer that it leads to none of the 197."""
    meant = names.resolve(package, typed, "states", exact=exact)
    if isinstance(meant, names.Missed):
        return missed("states", package, meant)
    return not_a_state(package, meant.key.id) if meant.key.table == "areas" else meant


def spelling_note(meant: Found, typed: str) -> tuple[str, ...]:
    """Return the note that says a misspelling was read as something else, if it was."""
    if meant.matched != "spelling":
        return ()
    return (f"no exact match for {shown(typed)}; this is the nearest: {meant.key.label}",)


def paste(package: Package, key: Key) -> str:
    """Return the command that answers with a record, ready to paste, and what the record is."""
    usual = key.how in ("name", "alias", "form")
    name = key.label if usual else title(package, key)
    return f"treaty {_COMMANDS[key.table]} {quote(name)}  # {_KINDS[key.table]}"


def title(package: Package, key: Key) -> str:
    """Return the usual name of what a key leads to."""
    if key.table == "terms":
        return package.get(Term, key.id).term
    if key.table == "areas":
        return package.get(Area, key.id).name
    return package.get(State, key.id).short_name


def quote(text: str) -> str:
    """Quote words for a shell where they need it; spaces do not, as the words of a name are joined."""
    if all(c.isalnum() or c in " -.,/" for c in text) and not text.startswith("-"):
        return text
    return '"' + "".join("\\" + c if c in '"$`\\!' else c for c in text) + '"'


def none_fits(what: str, others: Iterable[str]) -> str:
    """Return that a list is empty, and which statuses those have that all else asked for fits.

    `no state fits; 22 are party, 5 are former party`.
    """
    listed = list(others)
    counts = sorted(((s, listed.count(s)) for s in set(listed)), key=lambda pair: (-pair[1], pair[0]))
    said = ", ".join(f"{count} {'is' if count == 1 else 'are'} {status}" for status, count in counts)
    return f"no {what} fits; {said}" if said else f"no {what} fits"


def _either(package: Package, keys: tuple[Key, ...]) -> str:
    titles = [title(package, key) for key in keys]
    return ", ".join(titles[:-1]) + " or " + titles[-1] if len(titles) > 1 else "".join(titles)


def not_a_state(package: Package, code: str) -> Answer:
    """Return the answer for an area that is a subject of facts but not one of the 197 states."""
    area = package.get(Area, code)
    problem = Problem(
        "not-a-state",
        f"{area.name} is not one of the 197 states of the depositary's practice",
        "Its facts:",
        (f"treaty facts --country {area.code}",),
    )
    return Answer(problems=(problem,))
