"""Trains planwright-nano for a given number of minutes.

    python -m training.train --rows FOLDER --tokenizer tokenizer.json --run runs/a --minutes 60
    python -m training.train ... --resume                      goes on after an interruption
    python -m training.train ... --init-from OTHER/checkpoint.pt   starts a new schedule from earlier weights (or MODEL-f16.gguf)
"""

from __future__ import annotations

import argparse
import json
import signal
import time
from pathlib import Path

import torch
from torch.nn import functional

from .batches import IGNORED, Batch, BatchStream
from .checkpoint import Checkpoint
from .evaluate import autocast, exact_match, read_examples
from .import_weights import import_weights
from .model import SIZES, NanoModel
from .optimizer import build_optimizers
from .rows import RowStream
from .schedule import learning_rate_factor
from .tokenizer import Tokenizer
from .workers import Team, run_team

LOG_SECONDS, CHECKPOINT_SECONDS, MEETING_SECONDS = 20.0, 120.0, 10.0


def parse_options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=Path, required=True, help="folder of rows-*.jsonl, may grow meanwhile")
    parser.add_argument("--tokenizer", type=Path, help="not needed with --resume or --init-from")
    parser.add_argument("--run", type=Path, required=True, help="folder for checkpoint.pt and log.jsonl")
    parser.add_argument("--size", choices=sorted(SIZES), default="d192l4")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--evaluation", type=Path, help="rows to measure exact match on")
    parser.add_argument("--evaluation-rows", type=int, default=600)
    parser.add_argument("--evaluation-minutes", type=float, default=4.0)
    parser.add_argument("--batch-tokens", type=int, default=8192)
    parser.add_argument("--optimizer", choices=("adamw", "muon"), default="adamw")
    parser.add_argument("--rate", type=float, default=3e-3, help="peak learning rate of AdamW")
    parser.add_argument("--matrix-rate", type=float, default=0.02, help="peak learning rate of Muon")
    parser.add_argument("--longest", type=int, default=1024, help="rows of more tokens are left out")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1, help="processes that train side by side, one a core")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most-steps", type=int, default=10**9)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--init-from", type=Path)
    return parser.parse_args(arguments)


def read_start(path: Path) -> Checkpoint:
    """Weights to begin from: a checkpoint, or an exported model."""
    return import_weights(path) if path.suffix == ".gguf" else Checkpoint.load(path)


class Trainer:
    """One run: the state, the loop, and what it writes."""

    def __init__(self, options: argparse.Namespace, team: Team) -> None:
        self.options = options
        self.team = team
        self.device = torch.device(options.device)
        torch.set_num_threads(options.threads)
        torch.set_flush_denormal(True)  # a masked softmax makes many, and they are slow
        torch.manual_seed(options.seed)
        self.path: Path = options.run / "checkpoint.pt"
        resumed = Checkpoint.load(self.path) if options.resume and self.path.exists() else None
        start = resumed or (read_start(options.init_from) if options.init_from else None)
        self.tokenizer = start.tokenizer if start else Tokenizer.load(options.tokenizer)
        if options.tokenizer and Tokenizer.load(options.tokenizer).fingerprint() != self.tokenizer.fingerprint():
            raise ValueError("the checkpoint was trained with another tokenizer")
        self.model = (start.build_model() if start else NanoModel(SIZES[options.size])).to(self.device)
        self.optimizers = build_optimizers(self.model, options.optimizer, options.rate, options.matrix_rate)
        self.step, self.elapsed, self.tokens, self.rows, self.log = 0, 0.0, 0, 0, []
        if resumed:
            self.step, self.elapsed, self.log = resumed.step, resumed.elapsed_seconds, resumed.log
            self.tokens, self.rows = resumed.tokens, resumed.rows
            for optimizer, state in zip(self.optimizers, resumed.optimizers):
                optimizer.load_state_dict(state)
        self.stream = RowStream(options.rows, resumed.position if resumed else None)
        self.batches = BatchStream(
            self.stream,
            self.tokenizer,
            options.batch_tokens,
            options.seed + self.step + 1000 * team.rank,
            longest=options.longest,
            share=(team.rank, team.size),
        )
        self.examples = (
            read_examples(options.evaluation, self.tokenizer, options.evaluation_rows)
            if options.evaluation and team.rank == 0
            else []
        )
        self.stopping = False
        self.logged_tokens = self.tokens

    def train(self) -> None:
        """Runs until the budget is used or a signal comes; either way the checkpoint is written."""
        budget = self.options.minutes * 60
        now = time.monotonic()
        logged_at = saved_at = evaluated_at = met_at = now
        loss_sum, steps, tokens, rows_seen = torch.zeros((), device=self.device), 0, 0, 0
        self._write({"event": "start", **self._setting()})
        for batch in self.batches:
            loss_sum += self._one_step(batch.to(self.device), learning_rate_factor(self.elapsed, budget))
            steps += 1
            tokens += batch.tokens.numel()
            before, now = now, time.monotonic()
            self.elapsed += now - before
            done = self.stopping or self.elapsed >= budget or self.step + steps >= self.options.most_steps
            if not done and now - met_at < (LOG_SECONDS if self.team.size == 1 else MEETING_SECONDS):
                continue
            done, loss = self._meet(done, steps, loss_sum.item(), tokens, self.batches.rows_seen - rows_seen)
            rows_seen, met_at = self.batches.rows_seen, time.monotonic()
            speed, logged_at = round((self.tokens - self.logged_tokens) / (now - logged_at)), now
            rate = float(f"{self.optimizers[0].param_groups[0]['lr']:.3g}")
            self._write({"event": "step", "loss": round(loss, 5), "rate": rate, "tokensPerSecond": speed})
            self.logged_tokens, steps, tokens = self.tokens, 0, 0
            loss_sum.zero_()
            if self.examples and (now - evaluated_at >= self.options.evaluation_minutes * 60 or done) and not self.stopping:
                self.evaluate()
                evaluated_at = time.monotonic()
            if self.team.rank == 0 and (now - saved_at >= CHECKPOINT_SECONDS or done):
                self.save()
                saved_at = now
            if done:
                self._write({"event": "end", "interrupted": self.stopping})
                break
        self.batches.close()

    def _meet(self, done: bool, steps: int, loss: float, tokens: int, rows: int) -> tuple[bool, float]:
        """Takes the mean of all weights and momenta; counts what everybody did. Steps are those of one worker."""
        states = (state for optimizer in self.optimizers for state in optimizer.state.values())
        moments = (value for state in states for name, value in state.items() if name != "step")
        self.team.average([*self.model.parameters(), *moments])
        finished, loss, all_steps, tokens, rows = self.team.add(done, loss, steps, tokens, rows)
        self.step += round(all_steps / self.team.size)
        self.tokens += round(tokens)
        self.rows += round(rows)
        return finished > 0, loss / all_steps

    def evaluate(self) -> None:
        measured = {"event": "evaluation", **exact_match(self.model, self.examples, self.device)}
        self.log.append(self._write(measured))

    def save(self) -> None:
        Checkpoint(
            size=self.model.size,
            tokenizer=self.tokenizer,
            weights={name: value.detach().cpu() for name, value in self.model.state_dict().items()},
            optimizers=[optimizer.state_dict() for optimizer in self.optimizers],
            position=self.batches.position,
            step=self.step,
            elapsed_seconds=self.elapsed,
            tokens=self.tokens,
            rows=self.rows,
            log=self.log,
        ).save(self.path)

    def stop(self, *_: object) -> None:
        """Ends the loop after the current step."""
        self.stopping = True

    def _one_step(self, batch: Batch, rate_factor: float) -> torch.Tensor:
        wanted = batch.targets != IGNORED
        with autocast(self.device):
            logits = self.model(batch, wanted)
        loss = functional.cross_entropy(logits.float(), batch.targets[wanted])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for optimizer in self.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * rate_factor
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        return loss.detach()

    def _setting(self) -> dict:
        names = ("minutes", "batch_tokens", "optimizer", "rate", "matrix_rate", "threads", "workers", "seed")
        return {
            "size": self.model.size.to_json(),
            "parameters": self.model.parameter_count(),
            "tokenizer": self.tokenizer.fingerprint(),
            "options": {name: getattr(self.options, name) for name in names},
        }

    def _write(self, entry: dict) -> dict:
        """Adds a line to log.jsonl and shows it."""
        entry = {
            "event": entry["event"],
            "step": self.step,
            "minutes": round(self.elapsed / 60, 2),
            "tokens": self.tokens,
            "rows": self.rows,
            "epoch": self.batches.position["epoch"],
            **entry,
        }
        if self.team.rank > 0:
            return entry
        self.options.run.mkdir(parents=True, exist_ok=True)
        with (self.options.run / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")
        print(" ".join(f"{name}={value}" for name, value in entry.items()), flush=True)
        return entry


def main(arguments: list[str] | None = None) -> None:
    options = parse_options(arguments)
    if not (options.tokenizer or options.resume or options.init_from):
        raise SystemExit("--tokenizer is needed for a new run")
    run_team(options.workers, work, options)


def work(team: Team, options: argparse.Namespace) -> None:
    """What each process does."""
    trainer = Trainer(options, team)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, trainer.stop)
    trainer.train()


if __name__ == "__main__":
    main()
