"""States side by side: what differs is marked."""

from __future__ import annotations

from treatycli import names
from treatycli.answers import WRONG, Answer, Item, failed
from treatycli.records import Action, State
from treatycli.show.blocks import Block, Foot, Grid
from treatycli.topics import Topic, groups, known, misses
from treatycli.topics.standing import LATER, StateRow, before, later, rows_on, state_row
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.package import Package
    from treatycli.show.blocks import View

FIELDS = {
    "region": "Region",
    "subregion": "Subregion",
    "un_member": "UN member",
    "status": "Status",
    "signed": "Signed",
    "deposited": "Deposited",
    "deposit_type": "By",
    "in_force": "In force",
    "withdrawal_notified": "Notice",
    "withdrawal_effective": "Left",
    "notification": "Notification",
}
DATED = ("signed", "deposited", "in_force", "withdrawal_notified", "withdrawal_effective")
_NAMES = ("iso3", "iso2", "name", "short_name")


class Comparison(Item):
    """`treaty compare`: states side by side; `differs` names the fields in which they do."""

    COLUMNS = ("treaty", "as_of", "differs", "states")

    as_of: str
    known_to: str
    data_version: str
    treaty: str
    differs: tuple[str, ...]
    states: tuple[StateRow, ...]


def compare(
    package: Package,
    words: Sequence[str] = (),
    *,
    day: str,
    treaty: str = MINE_BAN,
    exact: bool = False,
    group: str | None = None,
) -> Answer:
    """Put two or more states side by side on a day, one word a name, or those of a group."""
    members = groups.members_on(package, group, day)
    if isinstance(members, Answer):
        return members.replace(many=False)
    rows: dict[str, StateRow] = {}
    notes: list[str] = []
    if members is not None:
        rows = {row.iso3: row for row in rows_on(package, treaty, day, members)}
    known_to = known.known_to(package, treaty)
    for word in words:
        meant = misses.state_named(package, word, exact=exact)
        if isinstance(meant, Answer):
            return _others(package, words) or meant
        notes += misses.spelling_note(meant, word)
        state = package.get(State, meant.key.id)
        rows[state.iso3] = state_row(state, package.find(Action, state.iso3), treaty, day, known_to)
    if len(rows) < 2:
        hint = 'Quote names of several words: treaty compare lithuania "south korea"'
        message = "compare takes two states or more" + ("; these names are one" if len(words) > 1 else "")
        return failed("usage", message, hint, status=WRONG)
    states = tuple(rows.values())
    differs = tuple(
        field
        for field in StateRow.FIELDS
        if field not in _NAMES and len({getattr(row, field) for row in states}) > 1
    )
    return Answer(
        (Comparison(day, known_to, package.version, treaty, differs, states),),
        notes=(*notes, *before(package, treaty, day)),
        known_to=known_to,
    )


def _others(package: Package, words: Sequence[str]) -> Answer | None:
    """Return what to ask instead where the names are terms or groups; None where they are not."""
    chosen = [group.id for word in words if (group := groups.named(package, word))]
    if chosen:
        pasted = tuple(f"treaty compare --group {name}" for name in chosen)
        return failed("not-a-state", "a group is no state", "Its members side by side:", pasted)
    if all(names.found(package, word, "terms") for word in words):
        pasted = (f"treaty define {' '.join(map(misses.quote, words))}",)
        return failed("not-a-state", "these are terms", "compare takes states; terms together:", pasted)
    return None


def _page(answer: Answer, view: View) -> list[Block]:
    """Fields as rows where the states fit beside one another; else states as rows, with what differs."""
    item = answer.items[0]
    assert isinstance(item, Comparison)
    headers = ("", item.treaty, *(state.short_name for state in item.states))
    rows = tuple(
        (
            "*" if field in item.differs else "",
            label,
            *(_said(getattr(state, field)) for state in item.states),
        )
        for field, label in FIELDS.items()
    )
    least = sum(
        max(max(len(w) for w in cell.split() or [""]) for cell in column) + 2
        for column in zip(*rows, headers, strict=False)
    )
    foot = known.foot_of(answer, item.as_of)
    coming = [(s, later(s, *DATED)) for s in item.states]
    coming_dates = "; ".join(
        f"{s.short_name}: {', '.join(FIELDS[f] for f in fields)}" for s, fields in coming if fields
    )
    feet = [*([Foot(f"{LATER}: {coming_dates}.", ((LATER, coming_dates),))] if coming_dates else []), foot]
    if least <= view.width and len(item.states) < 5:
        return [Grid(headers, rows, foot="* differs"), *feet]
    shown = [
        f
        for f in ("status", "signed", "deposited", "in_force", "withdrawal_notified", "withdrawal_effective")
        if f in item.differs
    ]
    cells = tuple((s.short_name, *(_said(getattr(s, f)) for f in shown)) for s in item.states)
    alike = "; ".join(
        f"{FIELDS[f]}: {_said(getattr(item.states[0], f))}"
        for f in FIELDS
        if f not in item.differs and f not in ("notification", "un_member")
    )
    grid = Grid(("State", *(FIELDS[f] for f in shown)), cells, tuple(s.status for s in item.states))
    return [grid, *([Foot(f"Alike: {alike}.")] if alike else []), *feet]


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if value else "-"


COMPARE = Topic(Comparison, compare, _page, StateRow, lambda item: item.states)
