"""The optimizers: AdamW for everything, or Muon for the matrices of the blocks and AdamW for the rest."""

from __future__ import annotations

import torch

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
        optimizers.append(torch.optim.Muon(matrices, lr=matrix_rate, weight_decay=0.1, momentum=0.95, ns_steps=5))
    for optimizer in optimizers:
        for group in optimizer.param_groups:
            group["peak"] = group["lr"]
    return optimizers
