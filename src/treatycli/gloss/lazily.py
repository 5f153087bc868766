"""Regular expressions that are compiled when they are first used: most texts need few of them."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class _Lazy:
    """Stands for a compiled pattern, and is one from its first use on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._pattern, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what can be used as the compiled pattern."""
    return _Lazy(pattern, flags)  # type: ignore[return-value]
