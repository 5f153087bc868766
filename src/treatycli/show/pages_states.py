"""A state's profile: status and the way there first, then what is known, footnoted."""

from __future__ import annotations

from treatycli import dates
from treatycli.answers import Answer
from treatycli.items import ActionItem, Profile
from treatycli.show.blocks import Block, Entry, Field, Foot, References, Section, Title
from treatycli.show.pages import Numbers, Room
from treatycli.show.pages_events import entry as event_entry
from treatycli.show.pages_facts import fact_entry, topic_words


def country(answer: Answer, room: Room) -> list[Block]:
    """The profile of each state that was asked for."""
    page: list[Block] = []
    for item in answer.items:
        if isinstance(item, Profile):
            page += _profile(item, room)
    return page


def action_words(action: ActionItem) -> str:
    """Return what an action was and what it does, in words."""
    done = {
        "signature": "signed",
        "ratification": "ratified",
        "acceptance": "accepted",
        "approval": "approved",
        "accession": "acceded",
        "succession": "succeeded",
        "consent_to_be_bound": "consented to be bound",
        "withdrawal": "notice of withdrawal received",
    }[action.action]
    if action.effective is None:
        return done
    verb = "effective" if action.action == "withdrawal" else "in force"
    return f"{done}, {verb} {action.effective}"


def _profile(state: Profile, room: Room) -> list[Block]:
    numbers = Numbers()
    ban = [a for a in state.actions if a.treaty == "APMBC"]
    page: list[Block] = [
        Title("State", state.name, f"{state.iso3} / {state.iso2}, {state.subregion}", state.status),
        Field("Status", f"{state.status} on {dates.words(state.as_of)}", tone=state.status),
    ]
    if state.status_note:
        page.append(Field("Not established", state.status_note, prose=True))
    page += _milestones(state)
    if state.neighbours:
        page.append(Field("In the same move", ", ".join(state.neighbours)))
    for act in state.contested:
        text = f"{act.act} notified {dates.words(act.date)}; it does not change the status. {act.note}"
        page.append(Field("Contested", text, tone="contested", prose=True, refs=numbers.refs(act.sources)))
    page.append(
        Section(
            "Action",
            "The way there",
            tuple(
                Entry(
                    a.date,
                    action_words(a)
                    + (f" ({a.notification})" if a.notification else "")
                    + (f". {a.note}" if a.note else ""),
                    refs=numbers.refs(a.sources),
                )
                for a in ban
            )
            or (Entry("", "never signed, never joined"),),
        )
    )
    page.append(
        Section(
            "Deadline",
            "Deadlines",
            tuple(
                Entry(d.date, d.duty, tag=f"Article {d.article}", tail=d.note or "") for d in state.deadlines
            ),
        )
    )
    page.append(
        Section(
            "Event",
            "Events",
            tuple(event_entry(e, room, full_date=True, refs=numbers.refs(e.sources)) for e in state.events),
        )
    )
    topics: dict[str, list[Entry]] = {}
    for fact in state.facts:
        topics.setdefault(fact.topic, []).append(fact_entry(fact, numbers))
    for topic in sorted(topics, key=lambda t: (t == "other", t)):
        words = topic_words(topic)
        page.append(Section(f"Fact ({words})", words.capitalize(), tuple(topics[topic])))
    page.append(_treaties(state, numbers))
    page.append(References(tuple(numbers.sources)))
    page.append(Foot(f"{state.as_of}, data {state.data_version}"))
    return page


def _milestones(state: Profile) -> list[Block]:
    dated = (
        ("Signed", state.signed),
        ((state.deposit_type or "").replace("_", " ").capitalize(), state.deposited),
        ("In force", state.in_force),
        ("Notice of withdrawal", state.withdrawal_notified),
        ("Withdrawal effective", state.withdrawal_effective),
    )
    found: list[Block] = []
    for label, date in dated:
        if date:
            number = state.notification if label == "Notice of withdrawal" else None
            found.append(Field(label, dates.words(date) + (f" ({number})" if number else "")))
    return found


def _treaties(state: Profile, numbers: Numbers) -> Section:
    entries = []
    for treaty in state.treaties:
        actions = [a for a in state.actions if a.treaty == treaty.treaty]
        way = "; ".join(f"{a.date} {action_words(a)}" for a in actions)
        said = treaty.status + (f": {way}" if way else "")
        refs = tuple(sorted({n for a in actions for n in numbers.refs(a.sources)}))
        entries.append(Entry(treaty.treaty, said, tail=treaty.note or "", tone=treaty.status, refs=refs))
    return Section("Other treaty", "Other treaties", tuple(entries))
