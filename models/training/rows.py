"""Reads training rows (JSON Lines) from one file or from a folder of `rows-*.jsonl` that may still be growing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .text_format import ANSWER


@dataclass(frozen=True)
class Row:
    """A text in parts, and what to answer after each part; what is asked later is read on top of the earlier parts."""

    parts: tuple[str, ...]
    completions: tuple[str, ...]
    kind: str
    domain: str
    held_out: bool

    def prompts(self) -> list[str]:
        """The prompt of every answer, as a model gets it at inference."""
        return ["".join(self.parts[: index + 1]) + ANSWER for index in range(len(self.parts))]


def parse_row(line: bytes | str) -> Row:
    data = json.loads(line)
    parts, completions = tuple(data["parts"]), tuple(data["completions"])
    if not parts or len(parts) != len(completions):
        raise ValueError("a row needs one completion for each of its parts")
    return Row(parts, completions, data["kind"], data["domain"], bool(data["heldOut"]))


def shard_paths(source: Path) -> list[Path]:
    """The shards of a folder in name order, or the file itself."""
    return sorted(source.glob("rows-*.jsonl")) if source.is_dir() else [source]


def iterate_rows(source: Path) -> Iterator[Row]:
    """Every row that is there now, once."""
    for path in shard_paths(source):
        with path.open("rb") as file:
            for line in file:
                if line.endswith(b"\n") and line.strip():
                    yield parse_row(line)


class RowStream:
    """Endless rows of a growing folder: what is new first, and from the start again only when nothing is new.

    A line counts once it ends in a newline, so a shard may be read while it is written. `position()` is what a
    checkpoint keeps to go on at the same place.
    """

    def __init__(self, source: Path, position: dict | None = None) -> None:
        self._source = source
        self._offsets: dict[str, int] = dict(position["offsets"]) if position else {}
        self.epoch: int = position["epoch"] if position else 0

    def position(self) -> dict:
        return {"offsets": dict(self._offsets), "epoch": self.epoch}

    def take(self, count: int) -> list[Row]:
        """The next rows: `count` of them, or fewer at the end of an epoch; never none."""
        rows = self._read(count)
        if not rows:
            if not self._offsets:
                raise FileNotFoundError(f"no complete row in {self._source}")
            self._offsets = {}
            self.epoch += 1
            rows = self._read(count)
        return rows

    def _read(self, count: int) -> list[Row]:
        rows: list[Row] = []
        for path in shard_paths(self._source):
            start = self._offsets.get(path.name, 0)
            if len(rows) >= count:
                break
            if path.stat().st_size <= start:
                continue
            with path.open("rb") as file:
                file.seek(start)
                while len(rows) < count:
                    line = file.readline()
                    if not line.endswith(b"\n"):
                        break
                    start += len(line)
                    if line.strip():
                        rows.append(parse_row(line))
            self._offsets[path.name] = start
        return rows
