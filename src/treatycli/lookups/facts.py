"""Sourced statements: facts about states and the world, and claims met in print, checked."""

from __future__ import annotations

from treatycli import names
from treatycli.answers import Answer, Problem
from treatycli.items import ClaimItem, FactItem
from treatycli.lookups import misses
from treatycli.records import Claim, Fact, Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatycli.package import Package

WORLD = "WORLD"


def facts(
    package: Package,
    words: Sequence[str] = (),
    *,
    today: str,
    country: str | None = None,
    topic: str | None = None,
    year: str | None = None,
    world: bool = False,
) -> Answer:
    """List facts, newest first; those whose sources disagree stand together.

    `country` is a name or code, `topic` one of the topics, `year` four digits (that of the fact's
    date, or of its as-of where it has none); `world` asks for what is about no state.
    """
    notes: tuple[str, ...] = ()
    if country:
        found = names.resolve(package, country, "states")
        if isinstance(found, names.Missed):
            return misses.missed("facts", package, found)
        notes = misses.spelling_note(found, country)
        chosen = package.find(Fact, found.key.id)
    else:
        chosen = package.find(Fact, WORLD) if world else package.all(Fact)
    chosen = [
        fact
        for fact in chosen
        if (not topic or fact.topic == topic)
        and (not year or (fact.date or fact.as_of or "").startswith(year))
    ]
    return Answer(
        "facts",
        tuple(fact_item(package, fact) for fact in disagreeing_together(newest_first(chosen))),
        many=True,
        notes=notes,
        as_of=package.as_of,
        data_version=package.version,
    )


def newest_first(facts: Iterable[Fact]) -> list[Fact]:
    """Return facts by their date, newest first, undated last."""
    return sorted(facts, key=lambda fact: (fact.date or fact.as_of or "", fact.id), reverse=True)


def disagreeing_together(facts: Sequence[Fact]) -> list[Fact]:
    """Return facts in their order, but each with those it is in conflict with right behind it."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(fact.conflict or fact.id, []).append(fact)
    return [fact for group in groups.values() for fact in group]


def fact_item(package: Package, fact: Fact) -> FactItem:
    """Return a fact as it is answered, with its sources whole."""
    return FactItem(**{**dict(fact.pairs()), "sources": package.many(Source, fact.sources)})


def claims(package: Package, words: Sequence[str] = (), *, today: str) -> Answer:
    """List the claims that hold all the words, or all claims: each with its verdict and correction."""
    wanted = names.fold(" ".join(words)).split()
    chosen = [
        claim for claim in package.all(Claim) if all(f" {word}" in f" {_searched(claim)}" for word in wanted)
    ]
    problems: tuple[Problem, ...] = ()
    if not chosen:
        typed = " ".join(words)
        hint = f"See all of them: treaty claims. Look in everything: treaty search {misses.quote(typed)}"
        problems = (Problem("not-found", f"no claim on record holds {typed!r}", hint),)
    return Answer(
        "claims",
        tuple(
            ClaimItem(**{**dict(claim.pairs()), "sources": package.many(Source, claim.sources)})
            for claim in chosen
        ),
        many=True,
        problems=problems,
        as_of=package.as_of,
        data_version=package.version,
    )


def _searched(claim: Claim) -> str:
    return names.fold(f"{claim.id} {claim.claim} {claim.claimed_by} {claim.correction}")
