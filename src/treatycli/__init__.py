"""The mine-ban treaty, answered in your terminal: glossary, states, status on any day."""

from treatycli.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.api import Ambiguous, DataError, NotFound, Treaty, UsageError, open

__all__ = ["Ambiguous", "DataError", "NotFound", "Treaty", "UsageError", "__version__", "open"]


def __getattr__(name: str) -> object:
    """Return a name of the Python API, loaded when it is first asked for: the command needs none of it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from treatycli import api

    return getattr(api, name)


def __dir__() -> list[str]:
    """Return the names of the Python API, whether they are loaded yet or not."""
    return sorted({*globals(), *__all__})
