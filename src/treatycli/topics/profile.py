"""A state's page: the answer in the second line, what a reader needs on one screen, the rest if asked."""

from __future__ import annotations

from treatycli import dates, status
from treatycli.answers import Answer, Item, counted
from treatycli.records import Action, Contested, Source
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
    height,
)
from treatycli.topics import events, known
from treatycli.topics.events import EventItem
from treatycli.topics.facts import FactItem, fact_entry, leads, topic_words
from treatycli.topics.standing import LATER, StateRow
from treatycli.values import Record
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
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
    "production",
    "use",
    "casualties",
    "clearance",
    "transfer",
)
"""The topics of which a state's page tells the leading statement, in this order."""
LATEST = 3
SCREEN = 40
"""The page has at most so many lines from 80 columns on."""
NARROW_SCREEN = 64
"""And so many on a narrower screen, which wraps what it says."""
SHOWN_GROUPS = ("EU", "NATO", "BALTIC", "NORDIC", "AU", "ARAB-LEAGUE", "ASEAN", "OAS", "CIS", "PIF", "P5")
"""The groups that the first line names, as far as there is room; `--full` and `--json` have all."""
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
        self.acts = [act for act in state.actions if act.treaty == MINE_BAN]
        self.numbers = Numbers()
        self.most = 0 if self.full else 1
        self.later: list[str] = []

    def _refs(self, sources: tuple[Source, ...]) -> tuple[int, ...]:
        return self.numbers.refs(sources, self.most)

    def blocks(self) -> list[Block]:
        """Return the blocks of the page: the head, then the parts asked for, then until when it is known."""
        if "short" in self.parts:
            return self._short()
        blocks = self._head()
        if self.full:
            blocks += [Gap(), *self._milestones(), *self._contested(), *self._actions(), *self._deadlines()]
        if self.full or "events" in self.parts:
            blocks.append(self._events())
        if self.full or "facts" in self.parts:
            blocks += self._facts()
        if self.full:
            blocks.append(self._treaties())
        listed = self.state.sources if "sources" in self.parts else tuple(self.numbers.sources)
        return [*blocks, Gap(), self._known(), References(listed)]

    def _short(self) -> list[Block]:
        """Return the page on one screen: statements on the less urgent topics give way where it is full."""
        leads = self._leads()
        head = [*self._head(), Gap(), *self._milestones(), *self._contested()]
        numbers = self.numbers
        while True:
            self.numbers = numbers.copy()
            body = [Gap(), *(self._statement(lead) for lead in leads), *self._duties(), self._others()]
            page = [*head, *body, *self._latest(len(leads)), Gap(), self._known()]
            page += [References(tuple(self.numbers.sources), whole=False), self._more()]
            if len(leads) < 2 or height(page, self.view.width) <= (
                SCREEN if self.view.width >= 76 else NARROW_SCREEN
            ):
                return page
            leads.pop()

    def _known(self) -> Foot:
        return known.foot(self.state.known_to, self.state.documents_to)

    def _more(self) -> Foot:
        name = self.state.short_name.lower()
        text = f"More: treaty country {name} --full. To quote: treaty cite {name}."
        return Foot(text, (("Data", self.state.data_version),))

    def _head(self) -> list[Block]:
        state = self.state
        where = f"{state.iso3} / {state.iso2}, {state.subregion}"
        room = min(self.view.width, 88) - len(state.name) - len(where) - 4
        groups = [g for g in SHOWN_GROUPS if g in state.groups] if "short" in self.parts else state.groups
        inside = ""
        for group in groups:
            said = f"{inside}, {group}" if inside else f"; {group}"
            if "short" not in self.parts or len(said) <= room:
                inside = said
        done = [act for act in self.acts if dates.first(act.date) <= state.as_of]
        refs = self._refs(done[-1].sources) if done else ()
        head: list[Block] = [
            Title("State", state.name, where + inside, state.status),
            Headline("Status", state.standing, state.status, state.status, refs),
            Field("As of", "", bare=state.as_of),
        ]
        if state.groups:
            head.append(Field("Groups", "", bare=", ".join(state.groups)))
        if self.view.drawn and self.acts:
            from treatycli.topics import lifeline

            head += [Gap(), lifeline.drawing(self.acts, state, state.documents_to, self.view)]
        if state.status_note and self.full:
            head.append(Field("Not established", state.status_note, prose=True))
        return head

    def _milestones(self) -> list[Block]:
        rows: list[Block] = []
        for act in self.acts:
            label = "Notice received" if act.action == "withdrawal" else _DONE[act.action].capitalize()
            bare = {"signature": "Signed", "withdrawal": "Withdrawal notified"}.get(act.action, label)
            number = act.notification if act.action == "withdrawal" else None
            tail = f" {self.view.sign('·', '-')} {number}" if number else ""
            rows.append(self._dated(label, bare, act.date, act.sources, tail))
            if number:
                rows.append(Field("Notification", "", bare=number))
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
        if self.later:
            rows.append(Field("", "", bare=", ".join(self.later), name=LATER))
        return rows

    def _dated(self, label: str, bare: str, date: str, sources: tuple[Source, ...], tail: str) -> Field:
        later = f"; {LATER.lower()}" if dates.first(date) > self.state.as_of else ""
        if later:
            self.later.append(bare)
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
            said = act.note if self.full else act.summary
            until = self.state.documents_to
            known_by = f" As known on {dates.words(until)}:" if self.state.as_of < until else ""
            text = f"{act.act} notified on {dates.words(act.date)}.{known_by} {said}{later}"
            blocks.append(Field("Contested", text, tone="contested", refs=self._refs(act.sources)))
        return blocks

    def _leads(self) -> list[FactItem]:
        """Return the leading statement of each topic that is known by the day, the most urgent first."""
        state, done = self.state, self._completed()
        duty = any(due.article == "5" and due.on_record for due in state.deadlines)
        facts = [fact for fact in state.facts if not (duty and fact.unit == "deadline")]
        return leads(facts, LEADING, state.as_of, done.declared if done else None)

    def _completed(self) -> status.Due | None:
        """Return the duty to clear, if its completion was declared and no more time was asked for since."""
        return next((d for d in self.state.deadlines if d.article == "5" and d.status == status.MET), None)

    def _statement(self, lead: FactItem) -> Field:
        rivals = [f for f in self.state.facts if f.conflict and f.conflict == lead.conflict]
        values = dict.fromkeys(_number(f.value) for f in (lead, *rivals) if f.value)
        said = lead.statement
        if rivals:
            figures = f": {', '.join(values)}" if len(values) > 1 else ""
            said += f" (sources disagree{figures})"
        return Field(topic_words(lead.topic).capitalize(), said, refs=self._refs(lead.sources))

    def _duties(self) -> list[Block]:
        """Return the deadlines that lie ahead or were missed, and that clearance was completed."""
        done = self._completed()
        duties: list[Block] = []
        if done:
            bare = f"{done.date}, {done.status}"
            duties.append(Field("Article 5", done.note or "", bare=bare, tone=done.status))
        duties += [
            Field(
                f"Article {due.article}",
                f"{due.duty} by {dates.a_day(due.date)}: {due.note or due.status}",
                bare=f"{due.date}, {due.status}",
                tone=due.status,
            )
            for due in self.state.deadlines
            if due.article != "7"
            and due.status != status.MET
            and (due.on_record or (due.article == "4" and due.status == status.AHEAD))
        ]
        return duties

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

    def _latest(self, shown: int) -> list[Block]:
        """Return the latest events that no other line tells, newest first, and how much more there is."""
        state = self.state
        days = {act.date for act in self.acts} | {status.takes_effect(act) for act in self.acts}
        # An event known to its year may lie behind a day before that of the documents that tell of it.
        earliest = dates.first if state.as_of >= state.documents_to else dates.last
        rows = [e for e in state.events if earliest(e.date) <= state.as_of and e.date not in days]
        entries = tuple(
            events.entry(e, self.view, year=True, refs=self._refs(e.sources), own=state.iso3)
            for e in reversed(rows[-LATEST:])
        )
        left = (len(state.events) - len(entries), "more event"), (len(state.facts) - shown, "more fact")
        foot = ", ".join(counted(count, what) for count, what in left if count > 0)
        blocks: list[Block] = [Section("Latest", "Latest", entries)]
        if foot:
            blocks.append(Field("Besides", foot, tone="quiet"))
        return blocks

    def _actions(self) -> list[Block]:
        acts = [act for act in self.acts if act.note]
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
                events.entry(e, self.view, year=True, refs=self._refs(e.sources), own=self.state.iso3)
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


def _number(value: str | None) -> str:
    """Return a value as people write it: whole numbers with commas."""
    return (
        f"{int(value):,}" if value and value.isascii() and value.isdigit() and len(value) > 4 else value or ""
    )


def action_words(action: Action) -> str:
    """Return what an action was and what it does, in words."""
    done = _DONE[action.action]
    if action.effective is None:
        return done
    verb = "effective" if action.action == "withdrawal" else "in force"
    return f"{done}, {verb} {action.effective}"
