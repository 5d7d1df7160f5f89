"""Several processes that train one model, each on its own rows, and meet from time to time to take the mean of their weights.

Threads of one process scale badly at this width, and one that is kept waiting keeps all others waiting at every step. Between
two meetings nobody waits here ("local SGD": Stich, ICLR 2019).
"""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, distributed


@dataclass(frozen=True)
class Team:
    """One of `size` processes."""

    rank: int = 0
    size: int = 1

    @torch.no_grad()
    def average(self, tensors: Iterable[Tensor]) -> None:
        """Replaces each tensor by its mean over the team."""
        if self.size == 1:
            return
        chosen = [tensor for tensor in tensors if tensor.is_floating_point()]
        flat = torch.cat([tensor.detach().cpu().reshape(-1) for tensor in chosen])
        distributed.all_reduce(flat)
        for tensor, part in zip(chosen, flat.div_(self.size).split([tensor.numel() for tensor in chosen])):
            tensor.copy_(part.view_as(tensor))

    def add(self, *numbers: float) -> list[float]:
        """The sums over the team."""
        if self.size == 1:
            return list(numbers)
        sums = torch.tensor(numbers, dtype=torch.float64)
        distributed.all_reduce(sums)
        return sums.tolist()


def run_team(size: int, work: Callable[[Team, object], None], options: object) -> None:
    """Does `work` in this process and in `size - 1` more."""
    if size == 1:
        work(Team(), options)
        return
    with tempfile.TemporaryDirectory() as folder:
        meeting = f"file://{Path(folder) / 'meeting'}"
        spawn = multiprocessing.get_context("spawn")
        others = [
            spawn.Process(target=_join, args=(Team(rank, size), meeting, work, options), daemon=True)
            for rank in range(1, size)
        ]
        for other in others:
            other.start()
        _join(Team(0, size), meeting, work, options)
        for other in others:
            other.join()


def _join(team: Team, meeting: str, work: Callable[[Team, object], None], options: object) -> None:
    distributed.init_process_group("gloo", init_method=meeting, rank=team.rank, world_size=team.size)
    try:
        work(team, options)
    finally:
        distributed.destroy_process_group()
