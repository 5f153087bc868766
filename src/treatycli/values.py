"""Immutable values with named fields: the base of every record, and of the rows of the tables.

`from_cells` turns the text cells of a row into a record by each field's annotation: `tuple[str, ...]` is
a list separated by `;`, `bool` is `1` or `0`, `str | None` is None where the cell is empty.

The standard library's `dataclasses` would double the cost of a piped lookup (docs/performance.md);
`Record` gives what is needed of it, and type checkers see a frozen dataclass.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Any, ClassVar, Self, TypeGuard, dataclass_transform
else:

    def dataclass_transform(**_options):
        return lambda cls: cls


def split_list(cell: str) -> tuple[str, ...]:
    """Split a list cell: `a;b` gives ("a", "b"), an empty cell gives ()."""
    return tuple(cell.split(";")) if cell else ()


def is_list(value: object) -> TypeGuard[Sequence[object]]:
    """Tell whether a field's value is a list: a tuple, or what makes its records only when they are read."""
    return isinstance(value, tuple) or (not isinstance(value, str | Record) and hasattr(value, "__getitem__"))


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.as_dict()
    return [_plain(part) for part in value] if is_list(value) else value


def _flag(cell: str) -> bool:
    return cell == "1"


def _whole(cell: str) -> int | None:
    return int(cell) if cell else None


_FROM_CELL: dict[str, Callable[[str], Any]] = {
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
    """The fields and their kinds, as annotated."""
    DEFAULTS: ClassVar[dict[str, Any]] = {}
    OPTIONAL: ClassVar[tuple[int, ...]] = ()
    """The places of the fields that are None where their cell is empty."""
    CONVERTED: ClassVar[tuple[tuple[int, Callable[[str], Any]], ...]] = ()
    """The places of the other fields that are more than text, and what makes them of it."""

    def __init_subclass__(cls) -> None:
        own = {n: a for n, a in cls.__annotations__.items() if not n.isupper()}
        cls.FIELDS = {**cls.FIELDS, **own}
        given = vars(cls)
        cls.DEFAULTS = {**cls.DEFAULTS, **{name: given[name] for name in own if name in given}}
        kinds = list(enumerate(cls.FIELDS.values()))
        cls.OPTIONAL = tuple([place for place, kind in kinds if kind == "str | None"])
        cls.CONVERTED = tuple([(place, _FROM_CELL[kind]) for place, kind in kinds if kind in _FROM_CELL])

    def __init__(self, *values: Any, **named: Any) -> None:
        own, cls = self.__dict__, type(self)
        own.update(cls.DEFAULTS)
        own.update(zip(cls.FIELDS, values, strict=False))
        own.update(named)
        if own.keys() != cls.FIELDS.keys() or len(values) > len(own) or (values and named):
            self._refuse(len(values), named)

    def _refuse(self, placed: int, named: Mapping[str, Any]) -> None:
        """Raise TypeError where a field is unknown, missing, or given twice: by its place and by its name."""
        fields = list(self.FIELDS)
        twice = named.keys() & set(fields[:placed])
        if placed > len(fields) or twice or not named.keys() <= self.FIELDS.keys():
            raise TypeError(f"{type(self).__name__}: fields are {', '.join(fields)}")
        for name in fields:
            if name not in self.__dict__:
                raise TypeError(f"{type(self).__name__}: field {name} is missing")

    @classmethod
    def from_cells(cls, cells: Sequence[str]) -> Self:
        """Make a record from the text cells of a row, one for each field, in their order."""
        values: list[Any] = list(cells)
        for place in cls.OPTIONAL:
            values[place] = values[place] or None
        for place, made in cls.CONVERTED:
            values[place] = made(values[place])
        record = cls.__new__(cls)  # All fields are here: nothing that `__init__` would look for.
        record.__dict__.update(zip(cls.FIELDS, values, strict=True))
        return record

    @classmethod
    def putting_off(cls, later: dict[str, Callable[[], Any]], **now: Any) -> Self:
        """Make a record of which some fields are made when they are first read: a list shows few of them.

        TypeError where a field is missing, named twice or unknown, or is put off though it has a default.
        """
        if {*now, *later} != cls.FIELDS.keys():
            raise TypeError(f"{cls.__name__}: fields are {', '.join(cls.FIELDS)}")
        return cls._holding(now, later)

    @classmethod
    def widening(cls, row: Record, later: dict[str, Callable[[], Any]]) -> Self:
        """Make a record of a class that has the fields of another's, some of them made when first read.

        TypeError where it has not the same fields, or one is put off that has a default.
        """
        now = {**row.__dict__}
        for name in later:
            del now[name]
        return cls._holding(now, later)

    @classmethod
    def _holding(cls, now: dict[str, Any], later: dict[str, Callable[[], Any]]) -> Self:
        if len(now) + len(later) != len(cls.FIELDS):
            raise TypeError(f"{cls.__name__}: fields are {', '.join(cls.FIELDS)}")
        for name in later:
            if name in cls.DEFAULTS:  # it would be read in its place
                raise TypeError(f"{cls.__name__}: field {name} has a default")
        record = cls.__new__(cls)
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
        return not (may_be_empty or name in cls.BLANK or name in cls.DEFAULTS)

    @classmethod
    def default_cell(cls, name: str) -> str:
        """Return the cell that stands for one left out: the field's default, else nothing."""
        default = cls.DEFAULTS.get(name)
        if isinstance(default, bool):
            return "1" if default else "0"
        if isinstance(default, tuple):
            return ";".join(default)
        return "" if default is None else str(default)
