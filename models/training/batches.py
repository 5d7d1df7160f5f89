"""Turns rows into batches of similar length, each of about the same number of tokens."""

from __future__ import annotations

import queue
import threading
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor

from .rows import Row, RowStream
from .text_format import ANSWER
from .tokenizer import BEGIN_ID, END_ID, Tokenizer

IGNORED = -100
"""The target of a padded position."""

LENGTHS = range(32, 2049, 32)
"""Rows are put together with rows of about their length, padded to the next of these."""

OTHER_PIECES = 0.06
"""How many of the words of a training row are cut up in another way than the tokenizer's."""

ASKED_STEP = 16
"""The number of predicted positions is padded to a multiple of this."""


@dataclass(frozen=True)
class Example:
    """
    A row as tokens: the text, then an answer after the other, each as if it stood right behind its part of the text and
    no other answer were there. All arrays have one entry a token but `targets`, which has one for each answer token.
    """

    ids: np.ndarray
    positions: np.ndarray
    """Where a token stands for the model: an answer goes on from the end of its part."""
    answers: np.ndarray
    """0 for the text, i + 1 for the i-th answer."""
    text_seen: np.ndarray
    """How many tokens of the text a token can see at most."""
    targets: np.ndarray
    row: Row

    @property
    def text_length(self) -> int:
        return len(self.ids) - len(self.targets)


@dataclass(frozen=True)
class Batch:
    """
    Inputs [batch, time]; for each index in `query_index` [batch, asked] the token to predict in `targets`. A token sees
    itself and the earlier ones of its own answer and, of the text, the first `text_seen` tokens.
    """

    tokens: Tensor
    positions: Tensor
    answers: Tensor
    text_seen: Tensor
    query_index: Tensor
    targets: Tensor
    examples: list[Example]

    def to(self, device: torch.device) -> Batch:
        moved = (getattr(self, field.name).to(device) for field in fields(self) if field.name != "examples")
        return Batch(*moved, self.examples)


def other_pieces(tokenizer: Tokenizer, row: Row, random: np.random.Generator) -> dict[str, tuple[int, ...]]:
    """A few of a row's words in other pieces than usual, the same all over the row: any name may be cut up in any way."""
    words = sorted(set().union(*map(tokenizer.fragments, row.parts)))
    chosen = (word for word in words if random.random() < OTHER_PIECES)
    return {word: tokenizer.encode_in_other_pieces(word, lambda: random.random() < 0.5) for word in chosen}


def encode_row(
    tokenizer: Tokenizer, row: Row, marker_shift: int = 0, pieces: dict[str, tuple[int, ...]] | None = None
) -> Example:
    """
    The tokens of a row; all markers are moved on by `marker_shift`, round the end, text and answers alike; words of the
    text that `pieces` has are in those.
    """
    ids, answers_at = [BEGIN_ID], []
    for part in row.parts:
        ids += tokenizer.encode(part, pieces)
        answers_at.append(len(ids))
    positions, answers = list(range(len(ids))), [0] * len(ids)
    text_seen, targets = [index + 1 for index in range(len(ids))], []
    (ask,) = tokenizer.encode(ANSWER)
    for number, (start, completion) in enumerate(zip(answers_at, row.completions), start=1):
        answer = [ask, *tokenizer.encode(completion)]
        ids += answer
        positions += range(start, start + len(answer))
        answers += [number] * len(answer)
        text_seen += [start] * len(answer)
        targets += [*answer[1:], END_ID]
    arrays = (np.array(column, dtype=np.int64) for column in (positions, answers, text_seen))
    shifted = (shift_markers(tokenizer, np.array(column, dtype=np.int64), marker_shift) for column in (ids, targets))
    shifted_ids, shifted_targets = shifted
    return Example(shifted_ids, *arrays, shifted_targets, row)


def shift_markers(tokenizer: Tokenizer, ids: np.ndarray, shift: int) -> np.ndarray:
    marker = ids - tokenizer.marker_start
    moved = tokenizer.marker_start + (marker + shift) % tokenizer.marker_count
    return np.where((marker >= 0) & (marker < tokenizer.marker_count), moved, ids)


def padded_length(example: Example) -> int:
    """The length of the batch that an example goes into."""
    return LENGTHS[bisect_left(LENGTHS, len(example.ids))]


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
    asked = min(time, -(-max(len(example.targets) for example in examples) // ASKED_STEP) * ASKED_STEP)
    shape = (len(examples), time)
    tokens, positions, answers = (np.full(shape, fill, dtype=np.int64) for fill in (END_ID, 0, -1))
    text_seen = np.ones(shape, dtype=np.int64)
    query_index = np.zeros((len(examples), asked), dtype=np.int64)
    targets = np.full((len(examples), asked), IGNORED, dtype=np.int64)
    for at, example in enumerate(examples):
        length, answered = len(example.ids), len(example.targets)
        tokens[at, :length] = example.ids
        positions[at, :length] = example.positions
        answers[at, :length] = example.answers
        text_seen[at, :length] = example.text_seen
        query_index[at, :answered] = np.arange(example.text_length, length)
        targets[at, :answered] = example.targets
    arrays = (tokens, positions, answers, text_seen, query_index, targets)
    return Batch(*(torch.from_numpy(array) for array in arrays), examples)


def plain_batch(ids: list[int], asked: list[int]) -> Batch:
    """One sequence without answers, and the indices to predict after: what a model sees at inference."""
    tokens, positions = torch.tensor([ids]), torch.arange(len(ids))[None]
    nothing = torch.zeros_like(tokens)
    return Batch(tokens, positions, nothing, positions + 1, torch.tensor([asked]), nothing[:, : len(asked)], [])


class BatchStream:
    """Endless training batches from a growing folder, prepared in a thread.

    Rows are drawn in pools of `pool_rows`, mixed within a pool; what fills no batch waits for the next pool, so that
    all batches of one length have the same shape. Held-out rows and rows longer than `longest` tokens are
    never trained on. Of `share` (rank, size), every size-th row is taken. `position` after a batch is the start of its pool: a resumed run repeats at most one pool.
    """

    def __init__(
        self,
        stream: RowStream,
        tokenizer: Tokenizer,
        tokens_per_batch: int,
        seed: int,
        longest: int = 1024,
        pool_rows: int = 4096,
        share: tuple[int, int] = (0, 1),
    ) -> None:
        self._stream = stream
        self._tokenizer = tokenizer
        self._tokens_per_batch = tokens_per_batch
        self._random = np.random.default_rng(seed)
        self._longest = longest
        self._pool_rows = pool_rows
        self._share = share
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
            rank, size = self._share
            for index, row in enumerate(self._stream.take(self._pool_rows)):
                if index % size == rank and not row.held_out:
                    shift = int(self._random.integers(self._tokenizer.marker_count))
                    example = encode_row(self._tokenizer, row, shift, other_pieces(self._tokenizer, row, self._random))
                    if len(example.ids) <= self._longest:
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
