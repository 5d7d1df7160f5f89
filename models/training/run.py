"""The whole recipe in one command: write rows, learn the tokenizer, train, export.

    python -m training.run --minutes 120              the shipped model
    python -m training.run --smoke                    a few steps on few rows, to see that everything works

Run it in `models/`; `node` must be on the path.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from . import export, learn_tokenizer, train, write_expectations

MODELS = Path(__file__).resolve().parents[1]
GENERATOR = MODELS.parent / "src" / "synthesis" / "write-rows.ts"


def write_rows(problems: int, seed: int, split: str, out: Path) -> None:
    """Calls the TypeScript generator; rows of other seeds in the same folder stay."""
    command = ["node", str(GENERATOR), "--problems", str(problems), "--seed", str(seed), "--split", split]
    subprocess.run([*command, "--out", str(out)], check=True)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=MODELS / "training" / "runs" / "recipe")
    parser.add_argument("--out", type=Path, default=MODELS / "planwright-nano")
    parser.add_argument("--problems", type=int, default=20_000)
    parser.add_argument("--held-out-problems", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", default="d192l4")
    parser.add_argument("--minutes", type=float, default=120.0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--smoke", action="store_true")
    options, further = parser.parse_known_args(arguments)
    if options.smoke:
        options.problems, options.held_out_problems, options.size, options.minutes = 40, 5, "tiny", 0.1
        options.out = options.work / "export"
    rows, evaluation, tokenizer = options.work / "rows", options.work / "held-out", options.work / "tokenizer.json"
    write_rows(options.problems, options.seed, "train", rows)
    write_rows(options.held_out_problems, options.seed, "held-out", evaluation)
    learn_tokenizer.main(["--rows", str(rows), "--out", str(tokenizer)])
    setting = {
        "--rows": rows,
        "--evaluation": evaluation,
        "--tokenizer": tokenizer,
        "--run": options.work,
        "--size": options.size,
        "--minutes": options.minutes,
        "--threads": options.threads,
        "--seed": options.seed,
        "--optimizer": "muon",
        "--rate": 1.5e-3,
        "--matrix-rate": 5e-3,
        "--batch-tokens": 4096,
    }
    train.main([str(word) for pair in setting.items() for word in pair] + further)
    checkpoint, expected = options.work / "checkpoint.pt", options.work / "expected.json"
    export.main(["--checkpoint", str(checkpoint), "--out", str(options.out)])
    write_expectations.main(["--checkpoint", str(checkpoint), "--rows", str(evaluation), "--out", str(expected)])
    model = options.out / "planwright-nano-f16.gguf"
    subprocess.run(["node", str(MODELS / "training" / "check_gguf.mjs"), str(model), str(expected)], check=True)


if __name__ == "__main__":
    sys.exit(main())
