"""Turns rows into batches of similar length, each of about the same number of tokens."""

from __future__ import annotations

import queue
import threading
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from .rows import Row, RowStream
from .tokenizer import BEGIN_ID, END_ID, Tokenizer

IGNORED = -100
"""The target of a padded position."""

LENGTHS = (32, 64, 96, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, 768, 1024, 1536, 2048)
"""Sequences are padded to the next of these, so that few shapes occur and each is compiled once."""

ASKED_STEP = 16
"""The number of predicted positions is padded to a multiple of this."""


@dataclass(frozen=True)
class Example:
    """`ids` is begin, prompt, completion, end; the first `prompt_length` of them are given."""

    ids: np.ndarray
    prompt_length: int
    row: Row


@dataclass(frozen=True)
class Batch:
    """Inputs [batch, time]; for each position in `query_index` [batch, asked] the token to predict in `targets`."""

    tokens: Tensor
    query_index: Tensor
    targets: Tensor
    examples: list[Example]

    def to(self, device: torch.device) -> Batch:
        return Batch(self.tokens.to(device), self.query_index.to(device), self.targets.to(device), self.examples)


def encode_row(tokenizer: Tokenizer, row: Row, marker_shift: int = 0) -> Example:
    """The ids of a row; all markers are moved on by `marker_shift`, round the end, prompt and completion alike."""
    prompt, completion = tokenizer.encode(row.prompt), tokenizer.encode(row.completion)
    ids = np.array([BEGIN_ID, *prompt, *completion, END_ID], dtype=np.int64)
    if marker_shift:
        marker = ids - tokenizer.marker_start
        moved = tokenizer.marker_start + (marker + marker_shift) % tokenizer.marker_count
        ids = np.where((marker >= 0) & (marker < tokenizer.marker_count), moved, ids)
    return Example(ids, len(prompt) + 1, row)


def padded_length(example: Example) -> int:
    """The length of the batch that an example goes into."""
    return LENGTHS[bisect_left(LENGTHS, len(example.ids) - 1)]


def group_examples(examples: list[Example], tokens_per_batch: int) -> list[list[Example]]:
    """Groups of the same padded length in the given order, full except the last of every length."""
    by_length: defaultdict[int, list[Example]] = defaultdict(list)
    for example in examples:
        by_length[padded_length(example)].append(example)
    groups = []
    for length, members in sorted(by_length.items()):
        rows = rows_per_batch(length, tokens_per_batch)
        groups += [members[start : start + rows] for start in range(0, len(members), rows)]
    return groups


def rows_per_batch(length: int, tokens_per_batch: int) -> int:
    return max(1, tokens_per_batch // length)


def pad(examples: list[Example]) -> Batch:
    """One batch of examples of the same padded length."""
    time = padded_length(examples[0])
    asked = max(len(example.ids) - example.prompt_length for example in examples)
    asked = min(time, -(-asked // ASKED_STEP) * ASKED_STEP)
    tokens = np.full((len(examples), time), END_ID, dtype=np.int64)
    query_index = np.zeros((len(examples), asked), dtype=np.int64)
    targets = np.full((len(examples), asked), IGNORED, dtype=np.int64)
    for at, example in enumerate(examples):
        length, start = len(example.ids), example.prompt_length
        tokens[at, : length - 1] = example.ids[:-1]
        query_index[at, : length - start] = np.arange(start - 1, length - 1)
        targets[at, : length - start] = example.ids[start:]
    return Batch(torch.from_numpy(tokens), torch.from_numpy(query_index), torch.from_numpy(targets), examples)


class BatchStream:
    """Endless training batches from a growing folder, prepared in a thread.

    Rows are drawn in pools of `pool_rows`, mixed within a pool; what fills no batch waits for the next pool, so that
    all batches of one length have the same shape. Held-out rows and rows longer than `longest` tokens are
    never trained on. `position` after a batch is the start of its pool: a resumed run repeats at most one pool.
    """

    def __init__(
        self,
        stream: RowStream,
        tokenizer: Tokenizer,
        tokens_per_batch: int,
        seed: int,
        longest: int = 1024,
        pool_rows: int = 4096,
    ) -> None:
        self._stream = stream
        self._tokenizer = tokenizer
        self._tokens_per_batch = tokens_per_batch
        self._random = np.random.default_rng(seed)
        self._longest = longest
        self._pool_rows = pool_rows
        self.position = stream.position()
        self.rows_seen = 0
        self._waiting: list[Example] = []
        self._stop = threading.Event()

    def __iter__(self) -> Iterator[Batch]:
        ready: queue.Queue = queue.Queue(maxsize=2)
        threading.Thread(target=self._fill, args=(ready,), daemon=True).start()
        while True:
            pool = ready.get()
            if isinstance(pool, BaseException):
                raise pool
            self.position, batches = pool
            for batch in batches:
                self.rows_seen += len(batch.examples)
                yield batch

    def close(self) -> None:
        self._stop.set()

    def _fill(self, ready: queue.Queue) -> None:
        try:
            while not self._stop.is_set():
                pool = self._next_pool()
                while not self._stop.is_set():
                    try:
                        ready.put(pool, timeout=0.5)
                        break
                    except queue.Full:
                        continue
        except BaseException as error:
            ready.put(error)

    def _next_pool(self) -> tuple[dict, list[Batch]]:
        position = self._stream.position()
        for _ in range(1000):
            for row in self._stream.take(self._pool_rows):
                if not row.held_out:
                    example = encode_row(self._tokenizer, row, int(self._random.integers(self._tokenizer.marker_count)))
                    if len(example.ids) - 1 <= self._longest:
                        self._waiting.append(example)
            self._random.shuffle(self._waiting)  # type: ignore[arg-type]
            groups = group_examples(self._waiting, self._tokens_per_batch)
            full = [group for group in groups if self._is_full(group)]
            if full:
                self._waiting = [example for group in groups if not self._is_full(group) for example in group]
                return position, [pad(full[index]) for index in self._random.permutation(len(full))]
        raise ValueError("no row to train on: all are held out or too long")

    def _is_full(self, group: list[Example]) -> bool:
        return len(group) == rows_per_batch(padded_length(group[0]), self._tokens_per_batch)
