"""One function per command: a question in, an Answer out. Lookups never print.

`PLAIN` names the commands that need no option parser, for both doors (`__main__`, `cli`): the
module and function, and how many words they take. A plain lookup is `function(package, words,
today=DAY)`; everything else a command can be asked is a keyword with a default.
"""

from __future__ import annotations

from treatycli.answers import Answer, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from treatycli.package import Package

    Lookup = Callable[..., Answer]

NONE, SOME, ANY = "none", "some", "any"
"""How many words a command takes: none; one or more; any number."""

PLAIN: dict[str, tuple[str, str, str]] = {
    "define": ("words", "define", SOME),
    "terms": ("words", "terms", NONE),
    "country": ("states", "country", SOME),
    "timeline": ("events", "timeline", NONE),
    "search": ("searching", "search", SOME),
    "gloss": ("glossing", "gloss", ANY),
    "cite": ("citing", "cite", SOME),
    "countries": ("standing", "countries", NONE),
    "compare": ("standing", "compare", SOME),
    "stats": ("standing", "stats", NONE),
    "map": ("standing", "map_", NONE),
    "facts": ("facts", "facts", NONE),
    "claims": ("facts", "claims", ANY),
    "article": ("documents", "article", ANY),
    "source": ("documents", "source", ANY),
}
BATCH = ("define", "country", "article", "claims", "source")
"""Commands that read names from standard input, one a line, where the name is `-`."""

PLACED = ("gloss",)
"""Commands whose JSON tells every place in a text; the keyword is `places`."""


def plain(command: str) -> Lookup:
    """Return the lookup function of a plain command, importing its module now and not before."""
    module, function, _ = PLAIN[command]
    found = __import__(f"treatycli.lookups.{module}", fromlist=[function])
    return getattr(found, function)  # type: ignore[no-any-return]


def batch(command: str, package: Package, names: list[str], **asked: object) -> Answer:
    """Answer one name a line, in order; a miss is reported with its line and the others still answer.

    `names` are the lines; empty ones are skipped. The exit status is 1 if any line missed.
    """
    lookup = plain(command)
    answers = [
        (number, lookup(package, [name.strip()], **asked))
        for number, name in enumerate(names, 1)
        if name.strip()
    ]
    problems = tuple(
        problem.replace(message=f"line {number}: {problem.message}")
        for number, answer in answers
        for problem in answer.problems
    )
    notes = tuple(f"line {number}: {note}" for number, answer in answers for note in answer.notes)
    if not answers:
        problems = (Problem("nothing-asked", "there is no name on standard input", "Give one a line"),)
    return Answer(
        command,
        tuple(item for _, answer in answers for item in answer.items),
        many=True,
        notes=notes,
        problems=problems,
        as_of=answers[0][1].as_of if answers else None,
        data_version=package.version,
    )
