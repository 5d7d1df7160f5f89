"""The learning rate as a function of time, so that a run of a given number of minutes ends annealed."""

from __future__ import annotations

import math


def learning_rate_factor(elapsed: float, budget: float, warmup: float = 0.03, floor: float = 0.02) -> float:
    """The share of the peak rate: linear warm-up, then a half cosine down to `floor` at the end of the budget."""
    progress = min(1.0, elapsed / budget)
    if progress < warmup:
        return max(0.01, progress / warmup)
    return floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * (progress - warmup) / (1 - warmup)))
