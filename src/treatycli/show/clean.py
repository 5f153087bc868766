"""No control, direction or zero-width character reaches a terminal: each becomes U+FFFD."""

from __future__ import annotations

from treatycli.folding import clean as clean
