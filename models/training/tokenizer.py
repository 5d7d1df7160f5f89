"""The tokenizer of planwright-nano: exactly what llama.cpp does for `tokenizer.ggml.model = "llama"` (SPM).

User-defined tokens (markers, structure, completion strings) are cut out first, longest string first; in every fragment
between them the adjacent pair whose concatenation is the piece with the best score is merged, leftmost first on ties;
a character that is no piece becomes its UTF-8 bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

NORMAL, UNKNOWN, CONTROL, USER_DEFINED, UNUSED, BYTE = 1, 2, 3, 4, 5, 6
"""llama.cpp's token types."""

UNKNOWN_ID, BEGIN_ID, END_ID, FIRST_BYTE_ID = 0, 1, 2, 3
_PRIVATE_USE = re.compile("([\ue000-\uf8ff])")
_ESCAPED_SPACE = "\u2581"


@dataclass
class Tokenizer:
    """Tokens by id, with scores and llama.cpp's types; `marker_start` is the id of marker 0, markers are consecutive."""

    tokens: list[str]
    scores: list[float]
    types: list[int]
    marker_start: int
    marker_count: int
    _ids: dict[str, int] = field(init=False, repr=False)
    _cache: dict[str, tuple[int, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._ids = {token: index for index, token in enumerate(self.tokens)}
        if len(self._ids) != len(self.tokens):
            raise ValueError("two tokens have the same text")
        defined = [token for token, kind in zip(self.tokens, self.types) if kind == USER_DEFINED]
        self._single = {token: (self._ids[token],) for token in defined if _PRIVATE_USE.fullmatch(token)}
        self._strings = sorted(
            (token for token in defined if token not in self._single), key=lambda token: -len(token.encode())
        )
        self._cache = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def encode(self, text: str, own: dict[str, tuple[int, ...]] | None = None) -> list[int]:
        """The ids of a text, without begin and end tokens; fragments in `own` have those ids."""
        ids: list[int] = []
        cache = self._cache
        for fragment in _PRIVATE_USE.split(text):
            if fragment:
                known = (own and own.get(fragment)) or cache.get(fragment)
                ids.extend(known if known is not None else self._encode_uncached(fragment))
        return ids

    def encode_in_other_pieces(self, fragment: str, skips: Callable[[], bool]) -> tuple[int, ...]:
        """What lies between two markers, in smaller pieces: merges are left out as `skips` says
        (BPE dropout, Provilkov et al. 2020)."""
        return tuple(index for part in self._partition(fragment) for index in self._encode_part(part, skips))

    @staticmethod
    def fragments(text: str) -> set[str]:
        """What lies between single characters of the private use area: mostly words."""
        return {fragment for fragment in _PRIVATE_USE.split(text) if fragment and not _PRIVATE_USE.match(fragment)}

    def decode(self, ids: list[int]) -> str:
        """The text of ids; control tokens and unused tokens are left out."""
        data = bytearray()
        for index in ids:
            if self.types[index] == BYTE:
                data.append(index - FIRST_BYTE_ID)
            elif self.types[index] in (NORMAL, USER_DEFINED):
                data.extend(self.tokens[index].replace(_ESCAPED_SPACE, " ").encode())
        return data.decode("utf-8", errors="replace")

    def fingerprint(self) -> str:
        """Changes whenever a token, score or type does: a checkpoint fits only the tokenizer it was trained with."""
        return sha256(json.dumps([self.tokens, self.scores, self.types]).encode()).hexdigest()[:16]

    def to_json(self) -> dict[str, object]:
        return {
            "tokens": self.tokens,
            "scores": self.scores,
            "types": self.types,
            "markerStart": self.marker_start,
            "markerCount": self.marker_count,
        }

    @staticmethod
    def from_json(data: dict) -> Tokenizer:
        return Tokenizer(data["tokens"], data["scores"], data["types"], data["markerStart"], data["markerCount"])

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(self.to_json()), encoding="utf-8")

    @staticmethod
    def load(path: Path) -> Tokenizer:
        return Tokenizer.from_json(json.loads(path.read_text(encoding="utf-8")))

    def _encode_uncached(self, fragment: str) -> tuple[int, ...]:
        ids = self._single.get(fragment)
        if ids is None:
            ids = tuple(index for part in self._partition(fragment) for index in self._encode_part(part))
        if len(self._cache) < 500_000:
            self._cache[fragment] = ids
        return ids

    def _partition(self, fragment: str) -> list[int | str]:
        """Cuts out the user-defined strings, the longest everywhere before the next longest, as llama.cpp does."""
        parts: list[int | str] = [fragment]
        for string in self._strings:
            if string in fragment:
                cut: list[int | str] = []
                for part in parts:
                    if isinstance(part, int):
                        cut.append(part)
                        continue
                    pieces = part.split(string)
                    for number, piece in enumerate(pieces):
                        if number:
                            cut.append(self._ids[string])
                        if piece:
                            cut.append(piece)
                parts = cut
        return parts

    def _encode_part(self, part: int | str, skips: Callable[[], bool] = lambda: False) -> list[int]:
        if isinstance(part, int):
            return [part]
        symbols = list(part.replace(" ", _ESCAPED_SPACE))
        while True:
            best, best_at = float("-inf"), -1
            for at in range(len(symbols) - 1):
                index = self._ids.get(symbols[at] + symbols[at + 1])
                if index is not None and self.scores[index] > best and not skips():
                    best, best_at = self.scores[index], at
            if best_at < 0:
                break
            symbols[best_at : best_at + 2] = [symbols[best_at] + symbols[best_at + 1]]
        ids: list[int] = []
        for symbol in symbols:
            index = self._ids.get(symbol)
            ids.extend([index] if index is not None else (FIRST_BYTE_ID + byte for byte in symbol.encode()))
        return ids
