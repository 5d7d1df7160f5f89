"""The characters with a meaning of their own in prompts and completions, and the list of them (`vocabulary.json`)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

MARKER_BASE = 0xE000
"""Marker i, the pointer to the i-th atom of a prompt, is the private-use character MARKER_BASE + i."""

ANSWER = "\ue203"
"""The sign that ends a prompt and asks for the completion."""

DEFAULT_VOCABULARY = Path(__file__).with_name("vocabulary.json")


@dataclass(frozen=True)
class Vocabulary:
    """The fixed strings that are one token each, whatever the rows say."""

    markers: int
    structure: tuple[str, ...]
    completion: tuple[str, ...]

    def marker_strings(self) -> list[str]:
        return [chr(MARKER_BASE + index) for index in range(self.markers)]


def read_vocabulary(path: Path = DEFAULT_VOCABULARY) -> Vocabulary:
    """Reads `{"markers": n, "structure": [...], "completion": [...]}`; a repeated or empty string is an error."""
    data = json.loads(path.read_text(encoding="utf-8"))
    vocabulary = Vocabulary(int(data["markers"]), tuple(data["structure"]), tuple(data["completion"]))
    strings = [*vocabulary.marker_strings(), *vocabulary.structure, *vocabulary.completion]
    if len(set(strings)) != len(strings) or "" in strings:
        raise ValueError(f"{path}: a string is empty or listed twice")
    return vocabulary
