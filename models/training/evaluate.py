"""Exact match of whole completions, by kind and by domain.

Teacher forcing with argmax: a completion counts when every one of its tokens would have been chosen, which is the case
exactly when greedy decoding writes it.

    python -m training.evaluate --model planwright-nano/planwright-nano-f16.gguf --rows FOLDER
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from itertools import islice
from pathlib import Path

import torch

from .batches import Example, encode_row, group_examples, pad
from .import_weights import import_weights
from .model import NanoModel
from .rows import iterate_rows
from .tokenizer import Tokenizer


def read_examples(source: Path, tokenizer: Tokenizer, limit: int) -> list[Example]:
    """The first `limit` rows, markers as at inference (from 0)."""
    return [encode_row(tokenizer, row) for row in islice(iterate_rows(source), limit)]


def autocast(device: torch.device) -> torch.autocast:
    """bfloat16 where the device computes in it; a processor without it would only imitate it, far more slowly."""
    has_it = device.type == "cuda" or torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
    return torch.autocast(device.type, torch.bfloat16, enabled=has_it)


@torch.no_grad()
def exact_match(model: NanoModel, examples: list[Example], device: torch.device, tokens_per_batch: int = 8192) -> dict:
    """Fractions in [0, 1]: `all`, and one for every kind, domain, and for held-out answers; with the answer counts."""
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    tokens_right = tokens = 0
    model.eval()
    for group in group_examples(examples, tokens_per_batch):
        batch = pad(group)
        moved = batch.to(device)
        with autocast(device):
            chosen = model(moved).argmax(-1)
        agrees = (chosen == moved.targets).cpu().numpy()
        for example, agreed in zip(batch.examples, agrees):
            length = len(example.targets)
            tokens_right, tokens = tokens_right + int(agreed[:length].sum()), tokens + length
            answer_of = example.answers[example.text_length :]
            row = example.row
            groups = ("all", f"kind {row.kind}", f"domain {row.domain}", "held out" if row.held_out else "seen")
            for answer in range(1, len(row.parts) + 1):
                exact = bool(agreed[:length][answer_of == answer].all())
                for name in groups:
                    count[name] += 1
                    right[name] += exact
    model.train()
    return {
        "exact": {group: round(right[group] / count[group], 4) for group in sorted(count)},
        "answers": {group: count[group] for group in sorted(count)},
        "tokenAccuracy": round(tokens_right / max(1, tokens), 5),
    }


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="an exported F16 file")
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=200)
    options = parser.parse_args(arguments)
    weights = import_weights(options.model)
    examples = read_examples(options.rows, weights.tokenizer, options.limit)
    print(json.dumps(exact_match(weights.build_model(), examples, torch.device("cpu")), indent=2))


if __name__ == "__main__":
    main()
