"""A tiny stand-in for the TypeScript generator, for tests and speed measurements only."""

from __future__ import annotations

import json
import random
from pathlib import Path

_PEOPLE = "Ana Bob Chloé Dmitri Eva Farid Grace Heinz Ines José Katrin Liam Mónica Noor Olga Paul".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_FILLER = "the team would like a quiet room near station if possible because weather was bad last week".split()


def synthetic_row(source: random.Random) -> dict[str, object]:
    """A row in the real format: some sentences, each a `busy:` or `available:` fact or chatter."""
    prompt, completion, number = "\ue200", "", 0
    parts: list[str] = []
    completions: list[str] = []

    def atom(text: str) -> str:
        nonlocal prompt, number
        marker = chr(0xE000 + number)
        number += 1
        prompt += text + marker
        return marker

    for _ in range(source.randint(1, 5)):
        kind = source.random()
        if kind < 0.4:
            who = atom(source.choice(_PEOPLE))
            atom("is")
            atom("busy")
            atom("on")
            day = atom(source.choice(_DAYS))
            atom("from")
            start = atom(f"{source.randint(7, 11)}:{source.choice(['00', '15', '30'])}")
            atom("to")
            end = atom(str(source.randint(12, 18)))
            completion += "busy:" + who * 2 + day * 2 + start * 2 + end * 2
        elif kind < 0.7:
            first = atom(source.choice(_PEOPLE))
            last = atom(source.choice(_PEOPLE))
            atom("arrives")
            atom("after")
            start = atom(f"{source.randint(7, 19)}:{source.choice(['00', '45'])}")
            completion += "available:" + first + last + "_" + start * 2
        else:
            for _ in range(source.randint(3, 14)):
                atom(source.choice(_FILLER))
        parts.append(prompt + (".\n" if source.random() < 0.3 else "."))
        completions.append(completion or "none:")
        prompt, completion = "\ue202", ""
    return {
        "parts": parts,
        "completions": completions,
        "kind": source.choice(["segment", "domain"]),
        "domain": source.choice(["calendar", "trip", "meeting"]),
        "families": ["plain"],
        "heldOut": False,
    }


def write_synthetic_rows(folder: Path, count: int, seed: int, shard_size: int = 5000) -> None:
    """Shards `rows-00000.jsonl`, `rows-00001.jsonl`, ... of `count` rows in all."""
    source = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for shard in range(0, count, shard_size):
        lines = [
            json.dumps(synthetic_row(source), ensure_ascii=False) + "\n" for _ in range(min(shard_size, count - shard))
        ]
        (folder / f"rows-{shard // shard_size:05d}.jsonl").write_text("".join(lines), encoding="utf-8")
