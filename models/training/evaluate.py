"""Exact match of whole completions, by kind and by domain.

Teacher forcing with argmax: a completion counts when every one of its tokens would have been chosen, which is the case
exactly when greedy decoding writes it.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path

import torch

from .batches import IGNORED, Example, encode_row, group_examples, pad
from .model import NanoModel
from .rows import iterate_rows
from .tokenizer import Tokenizer


def read_examples(source: Path, tokenizer: Tokenizer, limit: int) -> list[Example]:
    """The first `limit` rows, markers as at inference (from 0)."""
    return [encode_row(tokenizer, row) for row in islice(iterate_rows(source), limit)]


def autocast(device: torch.device) -> torch.autocast:
    return torch.autocast(device.type, torch.bfloat16)


@torch.no_grad()
def exact_match(model: NanoModel, examples: list[Example], device: torch.device, tokens_per_batch: int = 16384) -> dict:
    """Fractions in [0, 1]: `all`, and one for every kind, domain, and for held-out rows; with the row counts."""
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    tokens_right = tokens = 0
    model.eval()
    for group in group_examples(examples, tokens_per_batch):
        batch = pad(group)
        moved = batch.to(device)
        with autocast(device):
            chosen = model(moved.tokens, moved.query_index).argmax(-1)
        asked = moved.targets != IGNORED
        agrees = chosen == moved.targets
        tokens_right += int((agrees & asked).sum())
        tokens += int(asked.sum())
        for example, exact in zip(batch.examples, (agrees | ~asked).all(-1).tolist()):
            row = example.row
            for group in ("all", f"kind {row.kind}", f"domain {row.domain}", "held out" if row.held_out else "seen"):
                count[group] += 1
                right[group] += int(exact)
    model.train()
    return {
        "exact": {group: round(right[group] / count[group], 4) for group in sorted(count)},
        "rows": {group: count[group] for group in sorted(count)},
        "tokenAccuracy": round(tokens_right / max(1, tokens), 5),
    }
