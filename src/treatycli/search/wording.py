"""The words of a question, asked what they say; and what a question may want beyond them."""

from __future__ import annotations

from treatycli.search import idioms, stems
from treatycli.search.idioms import LISTED, STANDING, STOP_WORDS, TOPIC
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PLAIN = frozenset(stems.stem(word) for word in STANDING | TOPIC | LISTED)


class Wish(Record):
    """The records that a question wants first, as the index names them, and the command that lists more.

    `age` is 1 where newer records count more than older ones that hold the words as well, -1 where older do.
    """

    records: tuple[str, ...] = ()
    hint: str = ""
    age: int = 0


class Words:
    """The words of a question as they are, and by their stems."""

    def __init__(self, words: Sequence[str]) -> None:
        self.text = f" {' '.join(words)} "
        self._stems = {word: stems.stem(word) for word in words if word}
        self._held = {*self._stems.values(), *self._stems}

    def has(self, words: str) -> bool:
        """Tell whether one of some words is among these, in any form."""
        return any(word in self._held or stems.stem(word) in self._held for word in words.split())

    @property
    def lists(self) -> bool:
        """Whether they begin as a list of states does: `countries that left`."""
        return self.text.split(" ", 2)[1] in idioms.LISTS

    def say(self, phrases: Iterable[str]) -> bool:
        """Tell whether one of some phrases stands here as it is written."""
        return any(f" {phrase} " in self.text for phrase in phrases)

    def beyond(self, *known: str) -> int:
        """Return how many words say more than that it is about states, the treaty, or what is known."""
        known_stems = {stems.stem(word) for words in known for word in words.split()}
        return sum(
            stem not in known_stems and stem not in _PLAIN and word not in STOP_WORDS
            for word, stem in self._stems.items()
        )
