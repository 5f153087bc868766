"""Claims: figures and statements often met in print, checked."""

from __future__ import annotations

from treatycli import dates, names
from treatycli.answers import Answer, Item, counted, failed
from treatycli.records import Claim, Source, Treaty
from treatycli.show.blocks import Block, Entry, Field, Numbers, References, Section, Title, until_when
from treatycli.topics import Topic, known, misses, sourced
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.package import Package
    from treatycli.parties import Count
    from treatycli.show.blocks import View


class ClaimItem(Claim, Item):
    """`treaty claims`: a figure or statement met in print, checked."""

    COLUMNS = ("verdict", "claim", "correction", "sources")

    sources: tuple[Source, ...]  # type: ignore[assignment]


def claims(package: Package, words: Sequence[str] = (), *, day: str, treaty: str | None = None) -> Answer:
    """Check a statement, or list all claims on record: each with its verdict and correction.

    A number of parties, signatories or instruments is computed for the day (ISO 8601) and the treaty, by
    default the one that the words name, else this Convention. Then come the claims that the words make,
    and those that hold all of them, but not `160 parties` where `more than 160` is right. Where there are
    none the nearest are suggested, without a verdict.
    """
    if not words:
        rows = tuple(sourced.whole(package, claim, ClaimItem) for claim in package.all(Claim))
        return Answer(rows, many=True, parts=frozenset(("list",)))
    typed = " ".join(words)
    made = _made(package, typed)
    on_record = [*made, *_holding(package, typed)]
    computed = _computed(package, typed, day, treaty, on_record)
    items = {claim.id: sourced.whole(package, claim, ClaimItem) for claim in on_record}
    known_to = None
    if computed:
        item, of = computed
        plain = item.id.partition("-")[2] if item.verdict == "confirmed" else item.id
        rest = {key: other for key, other in items.items() if key not in (item.id, plain)}
        items = {item.id: item} | rest
        known_to = known.known_to(package, of)
    if not items:
        return _unknown(package, typed, day, treaty or MINE_BAN)
    notes: list[str] = []
    if len(typed.split()) > 1 and not made and not computed:
        notes.append("these hold the words; each verdict is on the claim beside it, not on the words")
    if day < package.as_of and any(not (computed and key == computed[0].id) for key in items):
        known_on = dates.words(package.as_of)
        notes.append(f"claims on record are judged by what was known on {known_on}, not on the day asked")
    return Answer(tuple(items.values()), many=True, known_to=known_to, notes=tuple(notes))


def _unknown(package: Package, typed: str, day: str, treaty: str) -> Answer:
    """Return the answer to a statement that is none on record: the verdict on another is none on it.

    Where each state that it names stands is said, so that a reader can judge it at once.
    """
    from treatycli.search import ranking
    from treatycli.topics import standing

    near = [package.get(Claim, hit.id) for hit in ranking.near(package, typed, "claims", ENOUGH)]
    message = f"no claim on record says {misses.shown(typed)}"
    states = _states(package, names.fold(typed).split())[:NEAREST]
    rows = [standing.row_of(package, iso3, treaty, day) for iso3 in states]
    pasted = [f"treaty country {row.short_name.lower()}  # {standing.sentence(row)}" for row in rows]
    pasted += [f"treaty claims {claim.id}  # {claim.claim}" for claim in near[:NEAREST]]
    if pasted:
        known_to = known.known_to(package, treaty)
        notes = (until_when(known_to, package.as_of).rstrip("."),) if rows and day > known_to else ()
        missed = failed("not-found", message, "The nearest:", tuple(pasted), many=True)
        return missed.replace(notes=notes)
    hint = f"See all of them: treaty claims. Look in everything: treaty search {misses.quote(typed)}"
    return failed("not-found", message, hint, many=True)


def _computed(
    package: Package, typed: str, day: str, treaty: str | None, on_record: Sequence[Claim]
) -> tuple[ClaimItem, str] | None:
    """Return the judgement of the count that the words state, and of which treaty it is.

    None where one of the claims `on_record` says more of it: of exits, which states; of what is said with
    other numbers too, or counted otherwise by the depositary.
    """
    said = typed.casefold()
    if not any(c.isdigit() for c in said) and not any(word in said for word in _COUNTING):
        return None
    from treatycli import parties, quantities

    meant = quantities.count_meant(typed)
    if meant is None:
        return None
    count, named = meant
    own = f"{count.number}-{count.kind}"
    same = [c for c in on_record if c.id != own and str(count.number) in c.claim.replace("(", "").split()]
    if on_record and (count.kind in ("exits", "notices") or (count.kind == "signatories" and same)):
        return None
    of = package.one(Treaty, treaty or named or MINE_BAN)
    if of is None:
        return None
    name = "the Convention" if of.id == MINE_BAN else f"the {of.short_name}"
    judged = parties.judge(parties.counts_under(package, of.id), count, day, name, dated=True)
    if judged is None:
        return None
    is_plain = of.id == MINE_BAN and count.how == "exact" and not count.when
    row = package.one(Claim, own) if is_plain else None
    item = ClaimItem(
        id=row.id if row else _id(count, of),
        claim=row.claim if row else judged.claim,
        claimed_by=row.claimed_by if row else "",
        verdict=judged.verdict,
        correction=judged.correction,
        cues=(),
        sources=sourced.documents(package, list(dict.fromkeys((*of.sources, *(row.sources if row else ()))))),
    )
    return item, of.id


_COUNTING = ("hundred", "left", "leav", "withdr", "exit", "quit", "depart")
"""What a count without digits has a part of: most statements have none, and are read no further."""


def _id(count: Count, treaty: Treaty) -> str:
    return count.id if treaty.id == MINE_BAN else f"{count.id}-{treaty.id}"


def count_of(package: Package, identity: str) -> tuple[Count, Treaty] | None:
    """Return the count that a computed claim's id stands for, and its treaty; None for any other id."""
    from treatycli.parties import Count

    for treaty in package.all(Treaty):
        count = Count.read(identity.removesuffix(f"-{treaty.id}"))
        if count and _id(count, treaty) == identity:
            return count, treaty
    return None


def _made(package: Package, typed: str) -> list[Claim]:
    """Return the claims that a sentence makes, by the cues that `gloss` reads."""
    if len(typed.split()) < _SENTENCE:
        return []
    from treatycli.gloss import mentions, phrases, stretch

    compiled = phrases.phrases_of(package)
    return [
        package.get(Claim, key) for key in mentions.claims_in(stretch.Words(typed, compiled.known), compiled)
    ]


_SENTENCE = 3
"""From how many words on what is typed may make a statement."""


def _holding(package: Package, typed: str) -> list[Claim]:
    """Return the claims that hold all the typed words, or words that begin with them.

    A sentence must have the numbers of the claim: `signed in February 1999` is not `on 22 February 1999`;
    and its states: `Ukraine is a party` is not `Russia is a party, and breaks the Convention in Ukraine`.
    What says whether a claim is right counts for one word alone, or where the claim has the numbers:
    else a true statement would be taken for the false one that it corrects.
    """
    wanted = names.fold(typed).split()
    numbers = [word for word in wanted if word.isdigit()]
    held = []
    for claim in package.all(Claim):
        if claim.id == typed:
            held.append(claim)
            continue
        claimed = names.fold(claim.claim).split()
        text = f" {names.fold(f'{claim.id} {claim.claim} {claim.claimed_by}')}"
        counted_in = {word for word in claimed if word.isdigit()}
        if len(wanted) >= _SENTENCE and not counted_in <= set(wanted):
            continue
        if len(wanted) == 1 or (numbers and set(numbers) <= set(claimed)):
            text += f" {names.fold(claim.correction)}"
        if all(f" {word}" in text for word in wanted):
            held.append(claim)
    if len(wanted) < _SENTENCE or not held:
        return held
    named = frozenset(_states(package, wanted))
    return [
        c for c in held if c.id == typed or named.issuperset(_states(package, names.fold(c.claim).split()))
    ]


def _states(package: Package, words: Sequence[str]) -> list[str]:
    """Return the states that folded words name one by one, in their order, each once."""
    lines = (line for word in words for line in package.linked("names_by_fold", word))
    return list(dict.fromkeys(key for _, table, key, how, _ in lines if table == "states" and how != "code"))


ENOUGH = 0.4
"""Which share of the words, weighed by how rare they are, the nearest claims hold at least."""
NEAREST = 3
"""How many claims are suggested where none is the one typed."""


def _page(answer: Answer, view: View) -> list[Block]:
    """Claims with their verdict first, then what is right; without words one line each."""
    rows = [item for item in answer.items if isinstance(item, ClaimItem)]
    if "list" in answer.parts:
        entries = tuple(Entry(c.verdict, c.claim, tone=c.verdict) for c in rows)
        return [
            Section("Claim", f"{counted(len(rows), 'claim')}; what is right: treaty claims WORDS", entries)
        ]
    numbers = Numbers()
    page: list[Block] = []
    for item in rows:
        page += [
            Title("Claim", item.claim),
            Field("Verdict", item.verdict, tone=item.verdict),
            Field("Right", item.correction, refs=numbers.refs(item.sources)),
        ]
        if item.claimed_by:
            page.append(Field("Claimed by", item.claimed_by, tone="quiet"))
    foot = [known.foot_of(answer)] if answer.known_to else []
    return [*page, References(tuple(numbers.sources), whole=len(rows) == 1), *foot]


CLAIMS = Topic(ClaimItem, claims, _page)
