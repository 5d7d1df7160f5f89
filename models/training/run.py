"""The whole recipe in one command: write rows, learn the tokenizer, train, export.

    python -m training.run --minutes 80              the shipped model
    python -m training.run --smoke                    a few steps on few rows, to see that everything works

Run it in `models/`; `node` must be on the path.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from . import export, learn_tokenizer, train, write_expectations

MODELS = Path(__file__).resolve().parents[1]
GENERATOR = MODELS.parent / "src" / "synthesis" / "write-rows.ts"


HELPINGS = (
    # Short texts first: pointing is learnt sooner on them.
    ({"": 10_000}, 0.4),
    ({"": 20_000}, 1.0),
    # Lists of flights are what takes longest to learn.
    ({"trip": 9_000, "calendar": 4_500, "meeting": 4_500, "none": 1_200}, 1.0),
)
"""What is read one after the other: how many problems of which domains ("" for the usual mixture), and how hard at most."""


def write_helpings(out: Path, seed: int, scale: float, benchmark_share: float) -> None:
    """Writes every helping, its problems mixed; shards are read in the order of their names."""
    for number, (problems, difficulty) in enumerate(HELPINGS, start=1):
        with tempfile.TemporaryDirectory() as name:
            for part, (domain, count) in enumerate(problems.items()):
                own = {"seed": 10_000 * seed + 100 * number + part, "difficulty": difficulty, "domains": domain}
                count = max(1, round(count * scale))
                write_rows(Path(name), problems=count, split="train", benchmark_share=benchmark_share, **own)
            lines = [line for shard in sorted(Path(name).iterdir()) for line in shard.read_bytes().splitlines(True)]
        random.Random(seed).shuffle(lines)
        out.mkdir(parents=True, exist_ok=True)
        (out / f"rows-helping-{number}.jsonl").write_bytes(b"".join(lines))


def write_rows(out: Path, **options: object) -> None:
    """Calls the TypeScript generator; rows of other seeds in the same folder stay."""
    words = (word for name, value in options.items() for word in (f"--{name.replace('_', '-')}", str(value)))
    subprocess.run(["node", str(GENERATOR), *words, "--out", str(out)], check=True)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=MODELS / "training" / "runs" / "recipe")
    parser.add_argument("--out", type=Path, default=MODELS / "planwright-nano")
    parser.add_argument("--scale", type=float, default=1.0, help="more or fewer problems to train on than the recipe has")
    parser.add_argument("--benchmark-share", type=float, default=0.1, help="0 for the ablation without benchmark forms")
    parser.add_argument("--held-out-problems", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", default="d192l4")
    parser.add_argument("--minutes", type=float, default=80.0)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--smoke", action="store_true")
    options, further = parser.parse_known_args(arguments)
    if options.smoke:
        options.scale, options.held_out_problems = 0.001, 5
        options.size, options.minutes, options.workers = "tiny", 0.1, 2
        options.out = options.work / "export"
    rows, evaluation, tokenizer = options.work / "rows", options.work / "held-out", options.work / "tokenizer.json"
    write_helpings(rows, options.seed, options.scale, options.benchmark_share)
    write_rows(evaluation, problems=options.held_out_problems, seed=options.seed, split="held-out")
    learn_tokenizer.main(["--rows", str(rows), "--out", str(tokenizer)])
    setting = {
        "--rows": rows,
        "--evaluation": evaluation,
        "--tokenizer": tokenizer,
        "--run": options.work,
        "--size": options.size,
        "--minutes": options.minutes,
        "--workers": options.workers,
        "--seed": options.seed,
        "--optimizer": "muon",
        "--rate": 3e-3,
        "--matrix-rate": 6e-3,
        "--batch-tokens": 2048,
    }
    train.main([str(word) for pair in setting.items() for word in pair] + further)
    checkpoint, expected = options.work / "checkpoint.pt", options.work / "expected.json"
    export.main(["--checkpoint", str(checkpoint), "--out", str(options.out)])
    write_expectations.main(["--checkpoint", str(checkpoint), "--rows", str(evaluation), "--out", str(expected)])
    model = options.out / "planwright-nano-f16.gguf"
    subprocess.run(["node", str(MODELS / "training" / "check_gguf.mjs"), str(model), str(expected)], check=True)


if __name__ == "__main__":
    sys.exit(main())
