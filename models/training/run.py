"""The whole recipe in one command: write rows, learn the tokenizer, train, export.

    python -m training.run --minutes 100              the shipped model
    python -m training.run --smoke                    a few steps on few rows, to see that everything works

Run it in `models/`; `node` must be on the path.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from . import export, learn_tokenizer, train, write_expectations

MODELS = Path(__file__).resolve().parents[1]
GENERATOR = MODELS.parent / "src" / "synthesis" / "write-rows.ts"


def write_rows(out: Path, **options: object) -> None:
    """Calls the TypeScript generator; rows of other seeds in the same folder stay."""
    words = (word for name, value in options.items() for word in (f"--{name.replace('_', '-')}", str(value)))
    subprocess.run(["node", str(GENERATOR), *words, "--out", str(out)], check=True)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=MODELS / "training" / "runs" / "recipe")
    parser.add_argument("--out", type=Path, default=MODELS / "planwright-nano")
    parser.add_argument("--easy-problems", type=int, default=12_000, help="come first: pointing is learnt on short texts")
    parser.add_argument("--problems", type=int, default=60_000)
    parser.add_argument("--benchmark-share", type=float, default=0.1, help="0 for the ablation without benchmark forms")
    parser.add_argument("--held-out-problems", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", default="d192l4")
    parser.add_argument("--minutes", type=float, default=100.0)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--smoke", action="store_true")
    options, further = parser.parse_known_args(arguments)
    if options.smoke:
        options.easy_problems, options.problems, options.held_out_problems = 10, 40, 5
        options.size, options.minutes, options.workers = "tiny", 0.1, 2
        options.out = options.work / "export"
    rows, evaluation, tokenizer = options.work / "rows", options.work / "held-out", options.work / "tokenizer.json"
    share = {"benchmark_share": options.benchmark_share}
    # Shards are read in the order of their names, so the easy ones have the lower number.
    write_rows(rows, problems=options.easy_problems, seed=1000 + options.seed, difficulty=0.4, **share)
    write_rows(rows, problems=options.problems, seed=2000 + options.seed, **share)
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
