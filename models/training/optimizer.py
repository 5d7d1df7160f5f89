"""The optimizers: AdamW for everything, or Muon for the matrices of the blocks and AdamW for the rest."""

from __future__ import annotations

from collections import defaultdict

import torch
from torch import Tensor

from .model import NanoModel


def build_optimizers(model: NanoModel, kind: str, rate: float, matrix_rate: float) -> list[torch.optim.Optimizer]:
    """Each group keeps its peak rate in `peak`, from which the schedule sets `lr`. Norm weights aren't decayed."""
    matrices = [parameter for name, parameter in model.named_parameters() if parameter.dim() == 2 and "blocks" in name]
    embedding = [model.embedding.weight]
    vectors = [parameter for parameter in model.parameters() if parameter.dim() < 2]
    adam_groups = [{"params": embedding, "weight_decay": 0.01}, {"params": vectors, "weight_decay": 0.0}]
    if kind == "adamw":
        adam_groups.append({"params": matrices, "weight_decay": 0.1})
    optimizers: list[torch.optim.Optimizer] = [torch.optim.AdamW(adam_groups, lr=rate, betas=(0.9, 0.98), fused=True)]
    if kind == "muon":
        optimizers.append(Muon(matrices, matrix_rate))
    for optimizer in optimizers:
        for group in optimizer.param_groups:
            group["peak"] = group["lr"]
    return optimizers


class Muon(torch.optim.Optimizer):
    """
    Momentum whose matrix is made orthogonal (Keller Jordan, "Muon", 2024). Unlike torch's own it stays in float32: a
    processor without bfloat16 only imitates it, slowly. Matrices of one shape are taken together.
    """

    def __init__(self, matrices: list[Tensor], lr: float, momentum: float = 0.95, weight_decay: float = 0.1) -> None:
        super().__init__(matrices, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # type: ignore[override]
        for group in self.param_groups:
            by_shape: defaultdict[torch.Size, list[Tensor]] = defaultdict(list)
            for matrix in group["params"]:
                if matrix.grad is not None:
                    by_shape[matrix.shape].append(matrix)
            for matrices in by_shape.values():
                self._step_alike(matrices, group)

    def _step_alike(self, matrices: list[Tensor], group: dict) -> None:
        momentum, rate = group["momentum"], group["lr"]
        directions = []
        for matrix in matrices:
            state = self.state[matrix]
            buffer = state.setdefault("momentum_buffer", torch.zeros_like(matrix))
            buffer.lerp_(matrix.grad, 1 - momentum)
            directions.append(torch.lerp(matrix.grad, buffer, momentum))
        rows, columns = matrices[0].shape
        scale = rate * max(1.0, rows / columns) ** 0.5
        for matrix, direction in zip(matrices, orthogonal(torch.stack(directions))):
            matrix.mul_(1 - rate * group["weight_decay"]).add_(direction, alpha=-scale)


def orthogonal(matrices: Tensor, steps: int = 5) -> Tensor:
    """The nearest orthogonal matrices [count, rows, columns], roughly: Newton-Schulz iteration of the fifth order."""
    a, b, c = 3.4445, -4.7750, 2.0315
    wide = matrices.shape[-2] <= matrices.shape[-1]
    x = matrices if wide else matrices.mT
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(steps):
        product = x @ x.mT
        x = a * x + (b * product + c * product @ product) @ x
    return x if wide else x.mT
