"""Claims: figures and statements often met in print, checked."""

from __future__ import annotations

from treatycli import names
from treatycli.answers import Answer, Item, failed
from treatycli.records import Claim, Source
from treatycli.show.blocks import Block, Entry, Field, Numbers, References, Section, Title
from treatycli.topics import Topic, misses, sourced
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.package import Package
    from treatycli.show.blocks import View


class ClaimItem(Claim, Item):
    """`treaty claims`: a figure or statement met in print, checked."""

    COLUMNS = ("verdict", "claim", "correction", "sources")

    sources: tuple[Source, ...]  # type: ignore[assignment]


def claims(package: Package, words: Sequence[str] = (), *, day: str, treaty: str = MINE_BAN) -> Answer:
    """List the claims that hold all the words, or all claims: each with its verdict and correction."""
    typed = " ".join(words)
    wanted = names.fold(typed).split()
    chosen = [
        claim for claim in package.all(Claim) if all(f" {word}" in f" {_searched(claim)}" for word in wanted)
    ]
    if not chosen:
        hint = f"See all of them: treaty claims. Look in everything: treaty search {misses.quote(typed)}"
        return failed("not-found", f"no claim on record holds {misses.shown(typed)}", hint, many=True)
    return Answer(
        tuple(sourced.whole(package, claim, ClaimItem) for claim in chosen),
        many=True,
        parts=frozenset() if words else frozenset(("list",)),
    )


def _searched(claim: Claim) -> str:
    return names.fold(f"{claim.id} {claim.claim} {claim.claimed_by} {claim.correction}")


def _page(answer: Answer, view: View) -> list[Block]:
    """Claims with their verdict first, then what is right; without words one line each."""
    rows = [item for item in answer.items if isinstance(item, ClaimItem)]
    if "list" in answer.parts:
        entries = tuple(Entry(c.verdict, c.claim, tone=c.verdict) for c in rows)
        return [Section("Claim", f"{len(rows)} claims; what is right: treaty claims WORDS", entries)]
    numbers = Numbers()
    page: list[Block] = []
    for item in rows:
        page += [
            Title("Claim", item.claim),
            Field("Verdict", item.verdict, tone=item.verdict),
            Field("Right", item.correction, refs=numbers.refs(item.sources)),
            Field("Claimed by", item.claimed_by, tone="quiet"),
        ]
    return [*page, References(tuple(numbers.sources), whole=len(rows) == 1)]


CLAIMS = Topic(ClaimItem, claims, _page)
