"""A state's page: the answer in the second line, then what a reader needs, on one screen; the rest if asked."""

from __future__ import annotations

from treatycli import dates, status
from treatycli.answers import Answer, Item
from treatycli.records import Action, Contested, Record, Source
from treatycli.show.blocks import (
    Block,
    Entry,
    Field,
    Foot,
    Gap,
    Headline,
    Numbers,
    References,
    Section,
    Title,
)
from treatycli.topics import known, lifeline, timeline
from treatycli.topics.facts import FactItem, fact_entry, leading, topic_words
from treatycli.topics.standing import StateRow
from treatycli.topics.timeline import EventItem
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.show.blocks import View


class ActionItem(Action, Item):
    """A treaty action, with its sources."""

    sources: tuple[Source, ...]  # type: ignore[assignment]


class ContestedItem(Contested, Item):
    """A notified act whose effect is contested, with its sources."""

    sources: tuple[Source, ...]  # type: ignore[assignment]


class TreatyStatus(Record):
    """A state's status under one treaty."""

    treaty: str
    name: str
    status: str
    note: str | None


class Mover(Record):
    """Another state that left the mine ban: its code, name, and the day from which it is out."""

    iso3: str
    name: str
    effective: str


class Profile(StateRow):
    """`treaty country`: a state's profile. The dates are those of the mine ban."""

    COLUMNS = ("iso3", "name", "status", "in_force", "withdrawal_effective")

    data_version: str
    documents_to: str
    standing: str
    status_note: str | None
    groups: tuple[str, ...]
    actions: tuple[ActionItem, ...]
    treaties: tuple[TreatyStatus, ...]
    deadlines: tuple[status.Due, ...]
    contested: tuple[ContestedItem, ...]
    same_move: tuple[Mover, ...]
    events: tuple[EventItem, ...]
    facts: tuple[FactItem, ...]
    matched: str
    query: str
    sources: tuple[Source, ...]


LEADING = (
    "stockpile",
    "retained",
    "contamination",
    "clearance",
    "casualties",
    "production",
    "use",
    "transfer",
)
"""The topics of which a state's page tells the leading statement, in this order."""
LATEST = 3
_DONE = {
    "signature": "signed",
    "ratification": "ratified",
    "acceptance": "accepted",
    "approval": "approved",
    "accession": "acceded",
    "succession": "succeeded",
    "consent_to_be_bound": "consented to be bound",
    "withdrawal": "notice of withdrawal received",
}


def page(answer: Answer, view: View) -> list[Block]:
    """The page of each state that was asked for: whole, in parts, or on one screen."""
    blocks: list[Block] = []
    for item in answer.items:
        if isinstance(item, Profile):
            parts = answer.parts or frozenset(("short",))
            blocks += _Page(item, view, parts).blocks()
    return blocks


class _Page:
    """One state's page. Its footnotes are numbered in the order in which statements need them."""

    def __init__(self, state: Profile, view: View, parts: frozenset[str]) -> None:
        self.state, self.view, self.parts = state, view, parts
        self.full = "full" in parts
        self.numbers = Numbers()
        self.most = 0 if self.full else 1

    def _refs(self, sources: tuple[Source, ...]) -> tuple[int, ...]:
        return self.numbers.refs(sources, self.most)

    def blocks(self) -> list[Block]:
        """Return the blocks of the page: the head, then the parts asked for, then until when it is known."""
        blocks = self._head()
        if self.full or "short" in self.parts:
            blocks += [Gap(), *self._milestones(), *self._contested()]
        if "short" in self.parts:
            blocks += [Gap(), *self._statements(), *self._latest(), Gap()]
        if self.full:
            blocks += self._actions() + self._deadlines()
        if self.full or "events" in self.parts:
            blocks.append(self._events())
        if self.full or "facts" in self.parts:
            blocks += self._facts()
        if self.full:
            blocks.append(self._treaties())
        listed = self.state.sources if "sources" in self.parts else tuple(self.numbers.sources)
        state = self.state
        blocks.append(known.foot(state.known_to, state.documents_to))
        blocks.append(References(listed, whole=bool(self.parts - {"short"})))
        if "short" in self.parts:
            name = state.short_name.lower()
            text = f"More: treaty country {name} --full. To quote: treaty cite {name}."
            blocks.append(Foot(text, (("Data", state.data_version),)))
        return blocks

    def _head(self) -> list[Block]:
        state = self.state
        where = f"{state.iso3} / {state.iso2}, {state.subregion}"
        inside = ", ".join(state.groups[:4]) if "short" in self.parts else ", ".join(state.groups)
        ban = [a for a in state.actions if a.treaty == MINE_BAN]
        refs = self._refs(ban[-1].sources) if ban else ()
        head: list[Block] = [
            Title("State", state.name, where + (f"; {inside}" if inside else ""), state.status),
            Headline("Status", state.standing, state.status, state.status, refs),
            Field("As of", "", bare=state.as_of),
        ]
        if self.view.drawn:
            head.append(Gap())
            head.append(lifeline.drawing(ban, state, self.view))
        if state.status_note:
            head.append(Field("Not established", state.status_note, prose=True))
        return head

    def _milestones(self) -> list[Block]:
        state = self.state
        acts = [a for a in state.actions if a.treaty == MINE_BAN]
        rows: list[Block] = []
        for act in acts:
            label = "Notice received" if act.action == "withdrawal" else _DONE[act.action].capitalize()
            bare = {"signature": "Signed", "withdrawal": "Withdrawal notified"}.get(act.action, label)
            number = f" · {act.notification}" if act.notification and act.action == "withdrawal" else ""
            rows.append(
                self._dated(
                    label,
                    bare,
                    act.date,
                    act.sources,
                    number if self.view.unicode else number.replace("·", "-"),
                )
            )
            if act.notification and act.action == "withdrawal":
                rows.append(Field("Notification", "", bare=act.notification))
            if act.action != "signature":
                word = "Out" if act.action == "withdrawal" else "In force"
                tail = self._movers() if act.action == "withdrawal" else ""
                rows.append(
                    self._dated(
                        word,
                        "Withdrawal effective" if word == "Out" else word,
                        status.takes_effect(act),
                        act.sources,
                        tail,
                    )
                )
        return rows

    def _dated(self, label: str, bare: str, date: str, sources: tuple[Source, ...], tail: str) -> Field:
        later = "; later than the day asked" if dates.first(date) > self.state.as_of else ""
        return Field(
            label, dates.words(date) + tail + later, bare=date, tone="", refs=self._refs(sources), name=bare
        )

    def _movers(self) -> str:
        """Return with whom the state left, by day: `, as Estonia, Latvia; Finland on 10 January 2026`."""
        days: dict[str, list[str]] = {}
        for mover in self.state.same_move:
            days.setdefault(mover.effective, []).append(mover.name)
        said = []
        for effective, names in days.items():
            same = effective == self.state.withdrawal_effective
            said.append(
                f"as {', '.join(names)}" if same else f"{', '.join(names)} on {dates.words(effective)}"
            )
        return f" ({'; '.join(said)})" if said else ""

    def _contested(self) -> list[Block]:
        blocks: list[Block] = []
        for act in self.state.contested:
            later = " This is later than the day asked." if dates.first(act.date) > self.state.as_of else ""
            text = f"{act.act} notified on {dates.words(act.date)}. {act.note}{later}"
            blocks.append(Field("Contested", text, tone="contested", refs=self._refs(act.sources)))
        return blocks

    def _statements(self) -> list[Block]:
        """One line a topic, the leading statement of each; then deadlines that matter and other treaties."""
        blocks: list[Block] = []
        for topic in LEADING:
            rows = [
                f
                for f in self.state.facts
                if f.topic == topic and dates.first(f.date or f.as_of or "0001") <= self.state.as_of
            ]
            if rows:
                blocks.append(self._statement(topic, rows))
        blocks += [
            Field(
                f"Article {due.article}",
                f"{due.duty}: {dates.words(due.date)}, {due.note or due.status}",
                bare=f"{due.date}, {due.status}",
            )
            for due in self.state.deadlines
            if due.status in ("ahead", "passed", "not approved")
            and (due.article == "5" or due.status == "ahead")
        ]
        blocks.append(self._others())
        return blocks

    def _statement(self, topic: str, rows: Sequence[FactItem]) -> Field:
        lead = leading(rows)
        rivals = [
            f.value for f in rows if f.conflict and f.conflict == lead.conflict and f.value and f is not lead
        ]
        said = lead.statement
        if lead.conflict and rivals:
            said += f" (sources disagree: {', '.join(dict.fromkeys([lead.value or '', *rivals]))})"
        elif lead.conflict:
            said += " (sources disagree)"
        return Field(topic_words(topic).capitalize(), said, refs=self._refs(lead.sources))

    def _others(self) -> Field:
        """Return the other treaties in one line, those of one status together."""
        by_status: dict[str, list[str]] = {}
        for treaty in self.state.treaties:
            by_status.setdefault(treaty.status, []).append(treaty.treaty)
        said = "; ".join(f"{', '.join(ids)}: {name}" for name, ids in by_status.items())
        acts = [a for a in self.state.actions if a.treaty != MINE_BAN]
        left = [
            f"left {a.treaty} on {dates.words(status.takes_effect(a))}"
            for a in acts
            if a.action == "withdrawal" and dates.first(a.date) <= self.state.as_of
        ]
        refs = self._refs(acts[-1].sources) if acts else ()
        return Field("Other treaties", "; ".join([said, *left]), refs=refs)

    def _latest(self) -> list[Block]:
        """The latest events that no other line of the page tells, newest first, and how much more there is."""
        state = self.state
        told = {a.date for a in state.actions if a.treaty == MINE_BAN} | {
            state.withdrawal_effective,
            state.in_force,
        }
        rows = [e for e in state.events if dates.first(e.date) <= state.as_of and e.date not in told]
        entries = tuple(
            timeline.entry(e, self.view, year=True, refs=self._refs(e.sources), own=state.iso3)
            for e in reversed(rows[-LATEST:])
        )
        left = (len(state.events) - len(entries), "more events"), (len(state.facts), "facts")
        foot = ", ".join(f"{count} {what}" for count, what in left if count > 0)
        blocks: list[Block] = [Section("Latest", "Latest", entries)]
        if foot and entries:
            blocks.append(Field("Besides", foot, tone="quiet"))
        return blocks

    def _actions(self) -> list[Block]:
        acts = [a for a in self.state.actions if a.treaty == MINE_BAN and a.note]
        entries = tuple(
            Entry(a.date, f"{action_words(a)}. {a.note}", refs=self._refs(a.sources)) for a in acts
        )
        return [Section("Action", "With its acts", entries)]

    def _deadlines(self) -> list[Block]:
        entries = tuple(
            Entry(
                d.date,
                d.duty,
                tag=f"Article {d.article}",
                tail=f"{d.status}; {d.note}" if d.note else d.status,
            )
            for d in self.state.deadlines
        )
        return [Section("Deadline", "Deadlines", entries)]

    def _events(self) -> Section:
        rows = self.state.events
        return Section(
            "Event",
            "Events",
            tuple(
                timeline.entry(e, self.view, year=True, refs=self._refs(e.sources), own=self.state.iso3)
                for e in rows
            ),
        )

    def _facts(self) -> list[Block]:
        topics: dict[str, list[Entry]] = {}
        for fact in self.state.facts:
            topics.setdefault(fact.topic, []).append(fact_entry(fact, self.numbers))
        order = sorted(topics, key=lambda t: (LEADING.index(t) if t in LEADING else 99, t == "other", t))
        return [
            Section(f"Fact ({topic_words(t)})", topic_words(t).capitalize(), tuple(topics[t])) for t in order
        ]

    def _treaties(self) -> Section:
        entries = []
        for treaty in self.state.treaties:
            acts = [a for a in self.state.actions if a.treaty == treaty.treaty]
            way = "; ".join(f"{a.date} {action_words(a)}" for a in acts)
            said = treaty.status + (f": {way}" if way else "")
            refs = tuple(sorted({n for a in acts for n in self._refs(a.sources)}))
            entries.append(Entry(treaty.treaty, said, tail=treaty.note or "", tone=treaty.status, refs=refs))
        return Section("Other treaty", "Other treaties", tuple(entries))


def action_words(action: Action) -> str:
    """Return what an action was and what it does, in words."""
    done = _DONE[action.action]
    if action.effective is None:
        return done
    verb = "effective" if action.action == "withdrawal" else "in force"
    return f"{done}, {verb} {action.effective}"
