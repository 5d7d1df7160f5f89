"""Writes what torch and the Python tokenizer compute, for `check_gguf.mjs` to compare with llama.cpp.

    python -m training.write_expectations --checkpoint runs/a/checkpoint.pt --rows FOLDER --out expected.json
"""

from __future__ import annotations

import argparse
import json
import random
from itertools import islice
from pathlib import Path

import torch

from .batches import plain_batch
from .checkpoint import Checkpoint
from .model import NanoModel
from .rows import iterate_rows
from .tokenizer import BEGIN_ID, END_ID, USER_DEFINED, Tokenizer

_ODD = "0123456789:.,;-_<>/'\"()\n\t é ü ß Ł ș ñ 東京 🙂 \u0301 \u00a0 \u2581 \ue2fe \ue150 ½ Ω я"


def random_texts(tokenizer: Tokenizer, prompts: list[str], count: int, seed: int = 7) -> list[str]:
    """Strings made of cut prompts, tokens of every kind, odd characters and random code points."""
    source = random.Random(seed)
    defined = [token for token, kind in zip(tokenizer.tokens, tokenizer.types) if kind == USER_DEFINED]
    texts = []
    for _ in range(count):
        parts = []
        for _ in range(source.randint(1, 12)):
            choice = source.random()
            if choice < 0.3:
                prompt = source.choice(prompts)
                start = source.randrange(len(prompt))
                parts.append(prompt[start : start + source.randint(1, 40)])
            elif choice < 0.55:
                parts.append(source.choice(tokenizer.tokens[3:]))
            elif choice < 0.7:
                parts.append(source.choice(defined))
            elif choice < 0.9:
                parts.append("".join(source.choice(_ODD) for _ in range(source.randint(1, 6))))
            else:
                code = source.choice([source.randint(1, 0xD7FF), source.randint(0xE000, 0x10FFFF)])
                parts.append(chr(code))
        texts.append("".join(parts))
    return texts


@torch.no_grad()
def greedy(model: NanoModel, ids: list[int], most: int) -> list[dict]:
    """The chosen ids with the logarithm of their probability and the lead of their logit, up to the end token."""
    steps = []
    while len(steps) < most and (not steps or steps[-1]["id"] != END_ID):
        logits = model(plain_batch(ids, [len(ids) - 1]))[0, 0]
        (best, second), chosen = logits.topk(2).values.tolist(), int(logits.argmax())
        probability = float(torch.log_softmax(logits, -1)[chosen])
        steps.append({"id": chosen, "logProbability": probability, "lead": best - second})
        ids = [*ids, chosen]
    return steps


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--texts", type=int, default=4000)
    parser.add_argument("--completions", type=int, default=40)
    parser.add_argument("--most-tokens", type=int, default=200)
    options = parser.parse_args(arguments)
    checkpoint = Checkpoint.load(options.checkpoint)
    tokenizer = checkpoint.tokenizer
    model = checkpoint.build_model().eval()
    prompts = [row.prompts()[-1] for row in islice(iterate_rows(options.rows), 500)]
    texts = [*prompts, *random_texts(tokenizer, prompts, options.texts)]
    completions = [
        {"prompt": prompt, "steps": greedy(model, [BEGIN_ID, *tokenizer.encode(prompt)], options.most_tokens)}
        for prompt in prompts[: options.completions]
    ]
    encodings = [{"text": text, "ids": tokenizer.encode(text)} for text in texts]
    options.out.write_text(json.dumps({"encodings": encodings, "completions": completions}), encoding="utf-8")
    print(f"{options.out}: {len(encodings)} encodings, {len(completions)} completions")


if __name__ == "__main__":
    main()
