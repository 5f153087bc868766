"""Groups of states, such as NATO or the Baltic states: who is in one, on any day."""

from __future__ import annotations

from treatycli import folding
from treatycli.answers import WRONG, Answer, Item, counted, failed
from treatycli.records import Group, Member, Source
from treatycli.show.blocks import Block, Foot, Grid
from treatycli.topics import Topic, sourced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.package import Package
    from treatycli.show.blocks import View


class GroupItem(Group, Item):
    """`treaty groups`: a group, its members on the day asked about, and its sources."""

    COLUMNS = ("id", "name", "kind", "members")

    sources: tuple[Source, ...]  # type: ignore[assignment]
    as_of: str
    members: tuple[str, ...]


def named(package: Package, typed: str) -> Group | None:
    """Return the group that a name, an abbreviation or an alias means; None for no group."""
    folded = folding.fold(typed)
    rows = package.linked("groups_by_fold", folded) if folded else []
    return package.get(Group, rows[0][1]) if rows else None


def title(package: Package, typed: str | None) -> str:
    """Return the short name of the group that is asked for; nothing where none is."""
    group = named(package, typed) if typed else None
    return group.short_name if group else ""


def members_on(package: Package, typed: str | None, day: str) -> frozenset[str] | Answer | None:
    """Return the codes of a group's members on a day; None where no group is asked for.

    A name that is no group's is answered with all of them.
    """
    if typed is None:
        return None
    group = named(package, typed)
    if group is None:
        known = "".join(f"\n  {row.id}" for row in package.all(Group))
        return failed("usage", f"there is no group {typed!r}", f"Use one of:{known}", status=WRONG, many=True)
    return frozenset(m.iso3 for m in package.all(Member, group=group.id) if m.holds_on(day))


def common(codes: frozenset[str] | None, others: frozenset[str] | None) -> frozenset[str] | None:
    """Return the states that two ways to ask for some have in common; None asks for all."""
    return others if codes is None else codes if others is None else codes & others


def of_state(package: Package, iso3: str, day: str) -> tuple[str, ...]:
    """Return the ids of the groups that a state is in on a day."""
    return tuple(dict.fromkeys(m.group for m in package.find(Member, iso3) if m.holds_on(day)))


def groups(package: Package, words: Sequence[str] = (), *, day: str) -> Answer:
    """List the groups with their members on a day, or those that the words name together."""
    typed = " ".join(words)
    chosen = package.all(Group)
    if typed:
        group = named(package, typed)
        if group is None:
            return failed(
                "not-found", f"there is no group {typed!r}", "List them all: treaty groups", many=True
            )
        chosen = [group]
    members = package.all(Member)
    return Answer(tuple(_item(package, group, members, day) for group in chosen), many=True)


def _item(package: Package, group: Group, members: Sequence[Member], day: str) -> GroupItem:
    inside = tuple(sorted(m.iso3 for m in members if m.group == group.id and m.holds_on(day)))
    return GroupItem(
        **{**dict(group.pairs()), "sources": sourced.documents(package, group.sources)},
        as_of=day,
        members=inside,
    )


def _page(answer: Answer, view: View) -> list[Block]:
    """The groups in a table: how many states each has, and which."""
    rows = [item for item in answer.items if isinstance(item, GroupItem)]
    cells = tuple((g.id, g.name, str(len(g.members)), " ".join(g.members)) for g in rows)
    return [
        Grid(
            ("Group", "Name", "States", "Members"),
            cells,
            foot=f"{counted(len(rows), 'group')} on {answer.as_of}",
        ),
        Foot("Where they stand: treaty countries --group ID."),
    ]


GROUPS = Topic(GroupItem, groups, _page)
