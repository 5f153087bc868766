"""A state's actions and a date give its status and its deadlines. Pure: never asks the clock.

Every rule is a function named for its article of the Convention; the other treaties' rules for
entry into force stand beside it. The depositary's list decides the dates (docs/status.md).
"""

from __future__ import annotations

from treatycli import dates
from treatycli.records import Action, Completion, DeadlineRow
from treatycli.values import Record
from treatycli.vocabulary import (
    CONSENTS,
    DUE_STATUSES,
    FORMER,
    MINE_BAN,
    NOT_ESTABLISHED,
    NOT_PARTY,
    NOT_YET_IN_FORCE,
    PARTY,
    SIGNATORY,
    WITHDRAWING,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any

OPENED = "1997-12-03"
"""The day the Convention was opened for signature (Article 15)."""
BOUND = (PARTY, WITHDRAWING)
"""The statuses under which the treaty is in force for a state on the day."""


class Standing(Record):
    """A state's status under one treaty on a day. `note` says what is not established, and why."""

    status: str
    note: str | None = None


class Due(Record):
    """A duty with the day (ISO 8601) by which the Convention wants it done, and what became of it.

    The day is an interval where that of the entry into force is known only within bounds.
    `status` is one of `DUE_STATUSES`; `basis` is `initial` or the extension; `asked` is a later day
    that was asked for and not, or not yet, granted; `on_record` tells that a table has the duty itself,
    and not the rule alone; `declared` is the date of the completion that met it.
    """

    article: str
    duty: str
    date: str
    status: str
    basis: str
    asked: str | None
    on_record: bool
    note: str | None
    declared: str | None


AHEAD, PASSED, MET, NOT_APPROVED = DUE_STATUSES
DUTIES = {
    "4": "destroy stockpiled mines",
    "5": "clear mined areas",
    "7": "first transparency report",
}


def article_17(deposit: str) -> str:
    """Return the day the Convention enters into force for a state that deposits on a day.

    Article 17: 1 March 1999 for deposits by 30 September 1998 (the fortieth was on 16 September
    1998); for later ones the first day of the sixth month after the month of deposit.
    """
    return max("1999-03-01", dates.plus_months(deposit[:7] + "-01", 6))


def article_20(receipt: str) -> str:
    """Return the day a withdrawal takes effect: six months after the depositary receives it.

    Article 20(3). Not while the state is engaged in an armed conflict: then only when it ends,
    which no table can know; the recorded date decides.
    """
    return dates.plus_months(receipt, 6)


def _sixth_month(deposit: str) -> str:
    return max(dates.plus_months(deposit[:7] + "-01", 6), "2010-08-01")


def _six_months(earliest: str, deposit: str) -> str:
    return max(dates.plus_months(deposit, 6), earliest)


def _ninety_days(deposit: str) -> str:
    return "2014-12-24" if deposit < "2014-12-24" else dates.plus_days(deposit, 90)


def entry_into_force(treaty: str, action: str, deposit: str) -> str | None:
    """Return the day a treaty enters into force for a state that consented on a day, or None.

    APMBC Article 17; CCM Article 17 (sixth month, from 1 August 2010); CCW Article 5 and its two
    protocols (six months, from 2 December 1983, 3 December 1998 and 12 November 2006); ATT Article
    22 (90 days, from 24 December 2014). None where no rule is certain: successions to the CCW.
    """
    if treaty == MINE_BAN:
        return article_17(deposit)
    if treaty == "CCM":
        return _sixth_month(deposit)
    if treaty == "CCW":
        return None if action == "succession" else _six_months("1983-12-02", deposit)
    if treaty == "CCW-AP2":
        return _six_months("1998-12-03", deposit)
    if treaty == "CCW-P5":
        return _six_months("2006-11-12", deposit)
    return _ninety_days(deposit) if treaty == "ATT" else None


def effect(action: Action) -> str | None:
    """Return when an action takes effect by its treaty's rule, as a date or interval; None: no rule."""
    start, end = dates.first(action.date), dates.last(action.date)
    if action.action == "withdrawal":
        if action.treaty not in (MINE_BAN, "CCM"):
            return None
        return dates.span(article_20(start), article_20(end))
    if action.action not in CONSENTS:
        return None
    earliest = entry_into_force(action.treaty, action.action, start)
    latest = entry_into_force(action.treaty, action.action, end)
    return dates.span(earliest, latest) if earliest and latest else None


def is_excepted(action: Action) -> bool:
    """Tell whether a recorded effect rightly differs from the rule.

    A succession may take effect on the day of independence, before its deposit (South Sudan,
    9 July 2011); the armed-conflict clause of Article 20(3) may hold a withdrawal back.
    """
    if action.effective is None:
        return False
    if action.action == "succession":
        return action.effective < dates.first(action.date)
    return action.action == "withdrawal" and dates.first(action.effective) > dates.last(
        effect(action) or action.date
    )


def takes_effect(action: Action) -> str:
    """Return the recorded effect of an action, else the rule's, else its own date."""
    return action.effective or effect(action) or action.date


def status_on(actions: Iterable[Action], treaty: str, day: str) -> Standing:
    """Return a state's status under a treaty on a day (ISO 8601), from its actions in any order.

    The last consent that may have been given by then decides; then a withdrawal after it; then a
    signature. A day known only within bounds makes the status not established from its first
    possible day to the last possible day of entry into force.
    """
    ours = [a for a in actions if a.treaty == treaty]
    consents = [a for a in ours if a.action in CONSENTS and _starts(a) <= day]
    if not consents:
        signed = any(a.action == "signature" and dates.last(a.date) <= day for a in ours)
        return Standing(SIGNATORY if signed else NOT_PARTY)
    consent = max(consents, key=_starts)
    notices = [a for a in ours if a.action == "withdrawal" and _starts(consent) <= dates.first(a.date) <= day]
    if notices:
        return _leaving(min(notices, key=lambda a: a.date), day)
    return _joining(consent, day)


def _starts(action: Action) -> str:
    return min(dates.first(action.date), dates.first(takes_effect(action)))


def _joining(consent: Action, day: str) -> Standing:
    effective = takes_effect(consent)
    earliest, latest = dates.first(effective), dates.last(effective)
    if day >= latest:
        return Standing(PARTY)
    if earliest == latest and dates.first(consent.date) == dates.last(consent.date):
        return Standing(NOT_YET_IN_FORCE)
    bound = "may or may not be bound" if day >= earliest else "is not yet bound"
    return Standing(
        NOT_ESTABLISHED,
        f"The {consent.action} was deposited {dates.words(consent.date)}, on a day not established; "
        f"in force {dates.words(effective)}. On {dates.words(day)} the state {bound}.",
    )


def _leaving(notice: Action, day: str) -> Standing:
    effective = takes_effect(notice)
    if day >= dates.last(effective):
        return Standing(FORMER)
    note = None
    if day >= dates.first(effective) or dates.first(notice.date) != dates.last(notice.date):
        note = (
            f"The notice of {dates.words(notice.date)} takes effect {dates.words(effective)}; "
            "the day is not established."
        )
    return Standing(WITHDRAWING, note)


def turns(actions: Sequence[Action], treaty: str) -> Iterator[tuple[str, int]]:
    """Yield each day on which a state became a party to a treaty or ceased to be one, with 1 or -1.

    A day known only within bounds counts as its last.
    """
    known = {date for act in actions for date in (act.date, takes_effect(act))}
    was = False
    for day in sorted({end(date) for date in known for end in (dates.first, dates.last)}):
        is_bound = status_on(actions, treaty, day).status in BOUND
        if is_bound != was:
            yield day, 1 if is_bound else -1
        was = is_bound


def milestones(actions: Iterable[Action]) -> dict[str, Any]:
    """Return the dates of a state's way through one treaty: signed, deposited, in force, left.

    `in_force` and `withdrawal_effective` are an interval where the day is known only within bounds.
    """
    signature = consent = notice = None
    for action in sorted(actions, key=lambda a: a.date):
        if action.action == "signature":
            signature = action
        elif action.action == "withdrawal":
            notice = action
        else:
            consent, notice = action, None
    return {
        "signed": signature.date if signature else None,
        "deposited": consent.date if consent else None,
        "deposit_type": consent.action if consent else None,
        "in_force": takes_effect(consent) if consent else None,
        "withdrawal_notified": notice.date if notice else None,
        "withdrawal_effective": takes_effect(notice) if notice else None,
        "notification": notice.notification if notice else None,
    }


def deadlines(
    actions: Sequence[Action],
    rows: Iterable[DeadlineRow],
    completions: Iterable[Completion],
    day: str,
    articles: Sequence[str] = ("7", "4", "5"),
) -> tuple[Due, ...]:
    """Return the deadlines of a state that is, or will be, bound by the Convention on a day.

    Those of Articles 4, 5 and 7, or of some of these, counted from the entry into force for the state; those
    of Articles 4 and 5 with what the tables hold on extensions and completion by the day. Empty for a state
    that is not, or no longer, a party, and where the entry into force is not established.
    """
    standing = status_on(actions, MINE_BAN, day).status
    if standing not in (*BOUND, NOT_YET_IN_FORCE):
        return ()
    consent = max(
        (a for a in actions if a.treaty == MINE_BAN and a.action in CONSENTS and _starts(a) <= day),
        key=_starts,
    )
    effective = takes_effect(consent)

    def after(rule: Callable[[str], str]) -> str:
        return dates.span(rule(dates.first(effective)), rule(dates.last(effective)))

    listed = list(rows)
    done = [c for c in completions if dates.first(c.declared) <= day]
    completion = max(done, key=lambda c: c.declared, default=None)
    return tuple(
        _due(
            article,
            after(_FIRST[article]),
            [row for row in listed if row.article == article],
            completion if article == "5" else None,
            day,
        )
        for article in articles
    )


def article_4(in_force: str) -> str:
    """Return the stockpile deadline. Article 4: four years after entry into force, no extension."""
    return dates.plus_months(in_force, 48)


def article_5(in_force: str) -> str:
    """Return the first clearance deadline. Article 5(1): ten years after entry into force."""
    return dates.plus_months(in_force, 120)


def article_7(in_force: str) -> str:
    """Return the day the first report was due. Article 7(1): 180 days after entry into force."""
    return dates.plus_days(in_force, 180)


_FIRST = {"4": article_4, "5": article_5, "7": article_7}
"""The rule for the first deadline of each article that sets one."""


def _is_later(row: DeadlineRow, completion: Completion) -> bool:
    return row.decided is not None and dates.first(row.decided) > dates.last(completion.declared)


def _due(
    article: str, first: str, rows: Sequence[DeadlineRow], completion: Completion | None, day: str
) -> Due:
    """Return the deadline that runs, or ran last, on a day: the first one, or the last extension granted.

    A completion meets it unless more time was granted or asked for later: a State Party that finds
    mined areas afterwards asks for a new deadline, as the Twelfth Meeting (2012) agreed.
    """
    known = [row for row in rows if not row.decided or dates.first(row.decided) <= day]
    granted = [row for row in known if row.due and row.status not in ("requested", "not-approved")]
    last = max(granted, key=lambda row: dates.last(row.due or ""), default=None)
    date, basis = (last.due or first, last.basis) if last else (first, "initial")
    unmet = [row for row in known if row.status in ("requested", "not-approved") and (row.due or "9") > date]
    asked = max(unmet, key=lambda row: row.due or "", default=None)
    duty = DUTIES[article] if rows or article != "5" else f"{DUTIES[article]}, if there are any"
    declared = f"completion declared {dates.on(completion.declared)}" if completion else ""
    if completion and dates.first(completion.declared) > dates.last(date):
        declared += ", after this deadline"
    reopened = completion is not None and any(_is_later(row, completion) for row in (last, asked) if row)
    if completion and not reopened:
        return Due(article, duty, date, MET, basis, None, True, declared, completion.declared)
    refused = asked is not None and asked.status == "not-approved"
    status = NOT_APPROVED if refused else AHEAD if day <= dates.last(date) else PASSED
    notes = [f"extended from {first}" if date > first else ""]
    if reopened:
        granted_later = last and completion and _is_later(last, completion)
        notes = [f"{declared}, more time granted later" if granted_later else declared]
    if refused:
        notes.append("a request for more time was not approved")
    elif asked:
        notes.append(f"more time was asked for, to {asked.due}" if asked.due else "more time was asked for")
    known_note = asked.note if asked else last.note if last and status == PASSED else None
    if known_note:
        notes.append(known_note)
    if status == PASSED and ((article == "5" and not asked) or not known_note):
        notes.append("outcome not known")
    said = "; ".join(part for part in notes if part)
    return Due(
        article, duty, date, status, basis, asked.due if asked else None, bool(rows), said or None, None
    )
