"""The Llama architecture (RMSNorm, RoPE, SwiGLU, no biases, tied embeddings), written for fast training on few cores.

RoPE here turns the two halves of a head (contiguous memory); the export interleaves the rows of q and k as llama.cpp
expects. The last block computes queries only where a completion token is predicted: nothing else is ever read from it.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from .batches import Batch


@dataclass(frozen=True)
class ModelSize:
    """Dimensions; `width` and `hidden` are multiples of 32 so that every tensor can be quantized in blocks."""

    width: int
    layers: int
    heads: int
    key_value_heads: int
    hidden: int
    vocabulary: int = 2048
    rope_base: float = 10000.0
    norm_epsilon: float = 1e-5

    @property
    def head_width(self) -> int:
        return self.width // self.heads

    def to_json(self) -> dict:
        return asdict(self)


SIZES: dict[str, ModelSize] = {
    "tiny": ModelSize(width=64, layers=2, heads=2, key_value_heads=2, hidden=128),
    "d128l4": ModelSize(width=128, layers=4, heads=2, key_value_heads=2, hidden=384),
    "d128l6": ModelSize(width=128, layers=6, heads=2, key_value_heads=2, hidden=384),
    "d192l4": ModelSize(width=192, layers=4, heads=3, key_value_heads=3, hidden=384),
    "d192l6": ModelSize(width=192, layers=6, heads=3, key_value_heads=3, hidden=384),
    "d256l4": ModelSize(width=256, layers=4, heads=4, key_value_heads=4, hidden=768),
}
"""Heads of 64 values but for the tiny one of the tests: llama.cpp is several times slower on narrower ones."""


def rotate(x: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    """Turns [batch, time, heads, head width] by its positions; cosine and sine are [.., time, 1, head width / 2]."""
    first, second = x.chunk(2, dim=-1)
    return torch.cat((first * cosine - second * sine, first * sine + second * cosine), dim=-1)


@dataclass(frozen=True)
class Sight:
    """What a token knows of its place: the turn of its position [batch, time, head width / 2], and what is hidden from it."""

    cosine: Tensor
    sine: Tensor
    hidden: Tensor
    """Added to attention scores [batch, time, time]."""

    def of(self, index: Tensor) -> Sight:
        """The same for the chosen tokens [batch, asked] only."""
        return Sight(*(part.gather(1, index[:, :, None].expand(-1, -1, part.shape[2])) for part in vars(self).values()))


def hide(answers: Tensor, text_seen: Tensor) -> Tensor:
    """0 where a token may look, a large negative number elsewhere: see `Batch`."""
    index = torch.arange(answers.shape[1], device=answers.device)
    own = (answers[:, :, None] == answers[:, None, :]) & (index[:, None] >= index[None, :])
    text = (answers == 0)[:, None, :] & (index < text_seen[:, :, None])
    return torch.where(own | text, 0.0, -30000.0)


class Norm(nn.Module):
    """RMSNorm in float32, as llama.cpp computes it."""

    def __init__(self, width: int, epsilon: float) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.epsilon = epsilon

    def forward(self, x: Tensor) -> Tensor:
        y = x.float()
        return y * torch.rsqrt(y.pow(2).mean(-1, keepdim=True) + self.epsilon) * self.weight


class Block(nn.Module):
    """Attention and feed-forward, each with a residual; with `query_index` only those positions come out."""

    def __init__(self, size: ModelSize) -> None:
        super().__init__()
        self.size = size
        key_value_width = size.key_value_heads * size.head_width
        self.attention_norm = Norm(size.width, size.norm_epsilon)
        self.query = nn.Linear(size.width, size.width, bias=False)
        self.key_value = nn.Linear(size.width, 2 * key_value_width, bias=False)
        self.attention_out = nn.Linear(size.width, size.width, bias=False)
        self.hidden_norm = Norm(size.width, size.norm_epsilon)
        self.gate_up = nn.Linear(size.width, 2 * size.hidden, bias=False)
        self.down = nn.Linear(size.hidden, size.width, bias=False)

    def forward(self, x: Tensor, sight: Sight, query_index: Tensor | None = None) -> Tensor:
        size = self.size
        batch, time, width = x.shape
        normed = self.attention_norm(x)
        key, value = (
            part.view(batch, time, size.key_value_heads, size.head_width)
            for part in self.key_value(normed).chunk(2, dim=-1)
        )
        key = rotate(key, sight.cosine[:, :, None], sight.sine[:, :, None]).to(value.dtype)
        if query_index is not None:
            spread = query_index[:, :, None]
            x, normed = (part.gather(1, spread.expand(-1, -1, width)) for part in (x, normed))
            sight = sight.of(query_index)
        asked = x.shape[1]
        query = self.query(normed).view(batch, asked, size.heads, size.head_width)
        query = rotate(query, sight.cosine[:, :, None], sight.sine[:, :, None]).to(value.dtype)
        groups = size.heads // size.key_value_heads
        if groups > 1:
            key, value = key.repeat_interleave(groups, dim=2), value.repeat_interleave(groups, dim=2)
        attended = self._attend(query, key, value, sight.hidden).reshape(batch, asked, width)
        x = x + self.attention_out(attended)
        gate, up = self.gate_up(self.hidden_norm(x)).chunk(2, dim=-1)
        return x + self.down(functional.silu(gate) * up)

    def _attend(self, query: Tensor, key: Tensor, value: Tensor, hidden: Tensor) -> Tensor:
        """Plain attention: at these lengths faster on a CPU, forward and backward, than the fused kernel."""
        query, key, value = (part.transpose(1, 2) for part in (query, key, value))
        scores = torch.matmul(query * (1.0 / math.sqrt(self.size.head_width)), key.transpose(-1, -2))
        weights = torch.softmax(scores + hidden[:, None].to(scores.dtype), dim=-1)
        return torch.matmul(weights.to(value.dtype), value).transpose(1, 2)


class NanoModel(nn.Module):
    """A batch to the logits where it asks for a prediction, [batch, asked, vocabulary].

    With `wanted`, a mask over the asked positions, the logits of those only: [number wanted, vocabulary].
    """

    def __init__(self, size: ModelSize, longest: int = 2048) -> None:
        super().__init__()
        self.size = size
        self.embedding = nn.Embedding(size.vocabulary, size.width)
        self.blocks = nn.ModuleList(Block(size) for _ in range(size.layers))
        self.norm = Norm(size.width, size.norm_epsilon)
        rates = size.rope_base ** (-torch.arange(0, size.head_width, 2).float() / size.head_width)
        angles = torch.arange(longest).float()[:, None] * rates
        self.register_buffer("cosine", angles.cos(), persistent=False)
        self.register_buffer("sine", angles.sin(), persistent=False)
        self._begin()

    def _begin(self) -> None:
        """
        Small words, silent blocks; and in the last two blocks attention that passes on what it looks at: an answer copies
        the marker it attends to from the first step on, so that training only has to learn where to look.
        """
        size = self.size
        for name, parameter in self.named_parameters():
            if name.startswith("embedding"):
                nn.init.normal_(parameter, std=0.1)
            elif name.endswith(("attention_out.weight", "down.weight")):
                nn.init.zeros_(parameter)
            elif parameter.dim() == 2:
                nn.init.normal_(parameter, std=size.width**-0.5)
        if size.key_value_heads != size.heads:
            return
        with torch.no_grad():
            for block in self.blocks[-2:]:
                block.key_value.weight[size.width :] = torch.eye(size.width)
                block.attention_out.weight.copy_(0.5 * torch.eye(size.width))

    def parameter_count(self) -> int:
        return sum(parameter.numel() for parameter in self.parameters())

    def forward(self, batch: Batch, wanted: Tensor | None = None) -> Tensor:
        positions = batch.positions
        sight = Sight(self.cosine[positions], self.sine[positions], hide(batch.answers, batch.text_seen))
        x = self.embedding(batch.tokens)
        for block in self.blocks[:-1]:
            x = block(x, sight)
        x = self.blocks[-1](x, sight, batch.query_index)
        return functional.linear(self.norm(x if wanted is None else x[wanted]), self.embedding.weight)
