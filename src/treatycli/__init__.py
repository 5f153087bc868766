"""The mine-ban treaty, answered in your terminal: glossary, states, status on any day.

In Python: `treatycli.open()` gives the same lookups (docs/python.md). What is behind it is imported when
it is first asked for, so that the command pays nothing for it.
"""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.api import Ambiguous, DataError, NotFound, Treaty, UsageError, open

__all__ = ["Ambiguous", "DataError", "NotFound", "Treaty", "UsageError", "__version__", "open"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from treatycli import api

        return getattr(api, name)
    raise AttributeError(f"module 'treatycli' has no attribute {name!r}")
