"""What to say when a name leads nowhere, to several places, or only nearly somewhere."""

from __future__ import annotations

from treatycli import names, search
from treatycli.answers import MISSING, Answer, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.names import Found, Key, Missed
    from treatycli.package import Package

_COMMANDS = {"terms": "define", "states": "country", "areas": "country"}
_KINDS = {"terms": "term", "states": "state", "areas": "area"}


def missed(command: str, package: Package, miss: Missed) -> Answer:
    """Return the answer to a name that was not found, with what it may have meant."""
    kind = "term" if command == "define" else "state"
    table = "terms" if command == "define" else "states"
    suggestions = miss.suggestions or _holding(package, miss, table)
    other = "states" if table == "terms" else "terms"
    elsewhere = names.resolve(package, miss.typed, other, exact=True) if not miss.ambiguous else None
    if isinstance(elsewhere, names.Found):
        key = elsewhere.key
        problem = Problem(
            "other-command",
            f"{miss.typed!r} is a {_KINDS[key.table]}, not a {kind}",
            "Ask for it so:",
            (paste(package, key),),
        )
    elif miss.ambiguous:
        problem = Problem(
            "ambiguous",
            f"{miss.typed!r} may be {_either(package, suggestions)}",
            "Say which:",
            tuple(paste(package, key) for key in suggestions),
        )
    else:
        problem = Problem(
            "not-found",
            f"there is no {kind} {miss.typed!r}",
            "Did you mean:" if suggestions else f"Look for it: treaty search {quote(miss.typed)}",
            tuple(paste(package, key) for key in suggestions),
            MISSING,
        )
    return Answer(command, problems=(problem,), as_of=package.as_of, data_version=package.version)


def _holding(package: Package, miss: Missed, table: str) -> tuple[Key, ...]:
    """Return the records of a table that hold all the typed words, as suggestions."""
    if miss.ambiguous or len(miss.typed) < 4:
        return ()
    hits, whole = search.find(package, miss.typed, (table,))
    found = [names.Key("", hit.table, hit.id, "held", "") for hit in hits[: names.SUGGESTIONS]]
    return tuple(found) if whole else ()


def spelling_note(found: Found, typed: str) -> tuple[str, ...]:
    """Return the note that says a misspelling was read as something else, if it was."""
    if found.matched != "spelling":
        return ()
    return (f"no exact match for {typed!r}; this is the nearest: {found.key.label}",)


def paste(package: Package, key: Key) -> str:
    """Return the command that answers with a record, ready to paste, and what the record is."""
    usual = key.how in ("name", "alias", "form")
    name = key.label if usual else title(package, key)
    return f"treaty {_COMMANDS[key.table]} {quote(name)}  # {_KINDS[key.table]}"


def title(package: Package, key: Key) -> str:
    """Return the usual name of what a key leads to."""
    from treatycli.records import Area, State, Term

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


def _either(package: Package, keys: tuple[Key, ...]) -> str:
    found = [title(package, key) for key in keys]
    return ", ".join(found[:-1]) + " or " + found[-1] if len(found) > 1 else "".join(found)


def not_a_state(command: str, package: Package, code: str) -> Answer:
    """Return the answer for an area that is a subject of facts but not one of the 197 states."""
    from treatycli.records import Area

    area = package.get(Area, code)
    problem = Problem(
        "not-a-state",
        f"{area.name} is not one of the 197 states of the depositary's practice",
        "Its facts:",
        (f"treaty facts --country {area.code}",),
    )
    return Answer(command, problems=(problem,), as_of=package.as_of, data_version=package.version)
