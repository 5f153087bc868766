"""Immutable values with named fields: the base of every record, and of the rows of the tables.

`from_cells` turns the text cells of a row into a record by each field's annotation: `tuple[str, ...]` is
a list separated by `;`, `bool` is `1` or `0`, `str | None` is None where the cell is empty.

The standard library's `dataclasses` would double the cost of a piped lookup (docs/performance.md);
`Record` gives what is needed of it, and type checkers see a frozen dataclass.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any, ClassVar, Self, TypeGuard, dataclass_transform
else:

    def dataclass_transform(**_options):
        return lambda cls: cls


def split_list(cell: str) -> tuple[str, ...]:
    """Split a list cell: `a;b` gives ("a", "b"), an empty cell gives ()."""
    return tuple(cell.split(";")) if cell else ()


def is_list(value: object) -> TypeGuard[Sequence[object]]:
    """Tell whether a field's value is a list: a tuple, or what makes its records only when they are read."""
    return isinstance(value, tuple) or (hasattr(value, "__getitem__") and not isinstance(value, str))


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.as_dict()
    return [_plain(part) for part in value] if is_list(value) else value


def _optional(cell: str) -> str | None:
    return cell or None


def _flag(cell: str) -> bool:
    return cell == "1"


def _whole(cell: str) -> int | None:
    return int(cell) if cell else None


_FROM_CELL: dict[str, Callable[[str], Any]] = {
    "str | None": _optional,
    "bool": _flag,
    "bool | None": _flag,
    "int": int,
    "int | None": _whole,
    "tuple[str, ...]": split_list,
}


@dataclass_transform(frozen_default=True)
class Record:
    """An immutable value with named fields, in the order of their annotations."""

    __slots__ = ("__dict__", "_later")

    FIELDS: ClassVar[dict[str, str]] = {}
    CONVERTED: ClassVar[tuple[tuple[int, str], ...]] = ()
    """The places of the fields that are more than text, and their kinds."""

    def __init_subclass__(cls) -> None:
        own = cls.__annotations__
        cls.FIELDS = {**cls.FIELDS, **{n: a for n, a in own.items() if not n.isupper()}}
        kinds = enumerate(cls.FIELDS.values())
        cls.CONVERTED = tuple(pair for pair in kinds if pair[1] != "str")

    def __init__(self, *values: Any, **named: Any) -> None:
        # Most records name all their fields once: the rest is looked at only where that is not so.
        own, fields = self.__dict__, self.FIELDS
        own.update(zip(fields, values, strict=False))
        own.update(named)
        if len(own) != len(values) + len(named) or own.keys() != fields.keys():
            self._complete(len(values) + len(named))

    def _complete(self, count: int) -> None:
        """Give the fields that are left their defaults; TypeError where one is unknown, twice or missing."""
        own, cls = self.__dict__, type(self)
        if len(own) != count or own.keys() - cls.FIELDS.keys():
            raise TypeError(f"{cls.__name__}: fields are {', '.join(cls.FIELDS)}")
        for name in cls.FIELDS:
            if name not in own:
                try:
                    own[name] = getattr(cls, name)
                except AttributeError:
                    raise TypeError(f"{cls.__name__}: field {name} is missing") from None

    @classmethod
    def from_cells(cls, cells: Sequence[str]) -> Self:
        """Make a record from the text cells of a row, one for each field, in their order."""
        values: list[Any] = list(cells)
        for place, kind in cls.CONVERTED:
            values[place] = _FROM_CELL[kind](values[place])
        record = cls.__new__(cls)  # All fields are here: nothing that `__init__` would look for.
        record.__dict__.update(zip(cls.FIELDS, values, strict=True))
        return record

    @classmethod
    def putting_off(cls, later: dict[str, Callable[[], Any]], **now: Any) -> Self:
        """Make a record of which some fields are made when they are first read: a list shows few of them.

        TypeError where a field is missing, named twice or unknown, or is put off though it has a default.
        """
        record = cls.__new__(cls)
        if len(now) + len(later) != len(cls.FIELDS) or {*now, *later} != cls.FIELDS.keys():
            raise TypeError(f"{cls.__name__}: fields are {', '.join(cls.FIELDS)}")
        for name in later:
            if hasattr(cls, name):  # the default would be read in its place
                raise TypeError(f"{cls.__name__}: field {name} has a default")
        record.__dict__.update(now)
        object.__setattr__(record, "_later", later)
        return record

    if not TYPE_CHECKING:

        def __getattr__(self, name):
            # Only a field that was put off is not among the attributes.
            later = object.__getattribute__(self, "_later") if name in self.FIELDS else {}
            if name not in later:
                raise AttributeError(f"{type(self).__name__} has no field {name}")
            value = self.__dict__[name] = later[name]()
            return value

    def pairs(self) -> Iterator[tuple[str, Any]]:
        """Yield each field's name and value, in order."""
        own = self.__dict__
        for name in self.FIELDS:
            yield name, own[name] if name in own else getattr(self, name)

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as JSON knows them: records as dictionaries, lists as lists, all the way down."""
        return {name: _plain(value) for name, value in self.pairs()}

    def replace(self, **changes: Any) -> Self:
        """Return a copy with some fields changed."""
        return type(self)(**{**dict(self.pairs()), **changes})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and list(self.pairs()) == list(other.pairs())

    def __getstate__(self) -> dict[str, Any]:
        return dict(self.pairs())

    def __hash__(self) -> int:
        return hash(tuple([value for _, value in self.pairs()]))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{n}={v!r}' for n, v in self.pairs())})"


class Row(Record):
    """A row of a table. `TABLE` is the table's name, `KEY` its primary key, `BY` what it is found by.

    A column may be empty, or left out of somebody's table, if its kind allows that (`str | None`, a
    list other than the sources), if the field has a default, or if it is among `BLANK`.
    """

    TABLE: ClassVar[str]
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    BY: ClassVar[str] = "id"
    BLANK: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def is_required(cls, name: str) -> bool:
        """Tell whether each row must fill this column."""
        kind = cls.FIELDS[name]
        may_be_empty = kind.endswith("| None") or (kind.startswith("tuple") and name != "sources")
        return not (may_be_empty or name in cls.BLANK or hasattr(cls, name))

    @classmethod
    def default_cell(cls, name: str) -> str:
        """Return the cell that stands for one left out: the field's default, else nothing."""
        default = getattr(cls, name, None)
        if isinstance(default, bool):
            return "1" if default else "0"
        if isinstance(default, tuple):
            return ";".join(default)
        return "" if default is None else str(default)
