"""Pages of facts and claims: each statement with the numbers of its sources, listed below."""

from __future__ import annotations

from treatycli.answers import Answer
from treatycli.items import ClaimItem, FactItem
from treatycli.show.blocks import Block, Entry, Field, Foot, References, Section, Title
from treatycli.show.pages import Numbers, Room

TOPIC_WORDS = {"victim_assistance": "victim assistance", "retained": "mines kept for training"}


def topic_words(topic: str) -> str:
    """Return a topic of facts in words."""
    return TOPIC_WORDS.get(topic, topic)


def fact_entry(fact: FactItem, numbers: Numbers, *, tag: str = "", tail: str = "") -> Entry:
    """Return a fact as a footnoted line; one whose sources disagree says so."""
    marks = [word for word in (tail, "sources disagree" if fact.conflict else "") if word]
    if fact.confidence == "low":
        marks.append("low confidence")
    return Entry(
        fact.date or fact.as_of or "undated",
        fact.statement + (f" Note: {fact.note}." if fact.note else ""),
        tag=tag,
        tail=", ".join(marks),
        refs=numbers.refs(fact.sources),
    )


def facts(answer: Answer, room: Room) -> list[Block]:
    """Facts, newest first."""
    numbers = Numbers()
    rows = [item for item in answer.items if isinstance(item, FactItem)]
    entries = tuple(
        fact_entry(fact, numbers, tag=f"{fact.subject}, {topic_words(fact.topic)}") for fact in rows
    )
    return [
        Section("Fact", f"{len(rows)} facts", entries),
        References(tuple(numbers.sources)),
        Foot(f"{answer.as_of}, data {answer.data_version}"),
    ]


def claims(answer: Answer, room: Room) -> list[Block]:
    """Claims with their verdict first, then what is right."""
    numbers = Numbers()
    page: list[Block] = []
    for item in answer.items:
        if isinstance(item, ClaimItem):
            page += [
                Title("Claim", item.claim),
                Field("Verdict", item.verdict, tone=item.verdict),
                Field("Right", item.correction, refs=numbers.refs(item.sources)),
                Field("Claimed by", item.claimed_by, tone="quiet"),
            ]
    return [*page, References(tuple(numbers.sources)), Foot(f"{answer.as_of}, data {answer.data_version}")]
