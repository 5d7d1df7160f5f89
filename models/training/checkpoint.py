"""What a run needs to go on, or another run needs to start from, in one file that is replaced atomically."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import torch

from .model import ModelSize, NanoModel
from .tokenizer import Tokenizer


@dataclass
class Checkpoint:
    """`optimizers` and `position` (of the row stream) matter only for resuming; `log` is the history of evaluations."""

    size: ModelSize
    tokenizer: Tokenizer
    weights: dict[str, torch.Tensor]
    optimizers: list[dict]
    position: dict | None
    step: int
    elapsed_seconds: float
    tokens: int
    rows: int
    log: list[dict]

    def build_model(self) -> NanoModel:
        model = NanoModel(self.size)
        model.load_state_dict(self.weights)
        return model

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".writing")
        torch.save({**self.__dict__, "size": self.size.to_json(), "tokenizer": self.tokenizer.to_json()}, unfinished)
        os.replace(unfinished, path)

    @staticmethod
    def load(path: Path) -> Checkpoint:
        data = torch.load(path, map_location="cpu", weights_only=True)
        data["size"] = ModelSize(**data["size"])
        data["tokenizer"] = Tokenizer.from_json(data["tokenizer"])
        return Checkpoint(**data)
