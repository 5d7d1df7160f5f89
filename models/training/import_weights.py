"""Reads an exported F16 file back, so that training can go on from shipped weights: `train --init-from MODEL.gguf`."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import torch

from .checkpoint import Checkpoint
from .gguf import F16, F32, Tensor, Value, read_gguf
from .model import ModelSize
from .quantize import unpack
from .text_format import MARKER_BASE, read_vocabulary
from .tokenizer import Tokenizer


def import_weights(path: Path) -> Checkpoint:
    """A checkpoint without optimizer state; ValueError where the file isn't a F16 export of ours."""
    metadata, tensors = read_gguf(path)
    if any(tensor.kind not in (F32, F16) for tensor in tensors):
        raise ValueError(f"{path} is quantized: training goes on from the F16 file only")
    size = _read_size(metadata)
    return Checkpoint(
        size=size,
        tokenizer=_read_tokenizer(metadata),
        weights=_torch_weights(tensors, size),
        optimizers=[],
        position=None,
        step=0,
        elapsed_seconds=0.0,
        tokens=0,
        rows=0,
        log=[],
    )


def deinterleave(rows: np.ndarray, heads: int) -> np.ndarray:
    """Undoes `export.interleave`."""
    width = rows.shape[0] // heads
    return rows.reshape(heads, width // 2, 2, rows.shape[1]).swapaxes(1, 2).reshape(rows.shape)


def _read_size(metadata: dict[str, Value]) -> ModelSize:
    names = {
        "width": "embedding_length",
        "layers": "block_count",
        "heads": "attention.head_count",
        "key_value_heads": "attention.head_count_kv",
        "hidden": "feed_forward_length",
        "vocabulary": "vocab_size",
        "rope_base": "rope.freq_base",
        "norm_epsilon": "attention.layer_norm_rms_epsilon",
    }
    values = {field: metadata[f"llama.{name}"] for field, name in names.items()}
    # Fractions went through float32: 1e-05 comes back as 9.999999747378752e-06.
    return ModelSize(**{field: float(f"{value:.6g}") if isinstance(value, float) else value for field, value in values.items()})


def _read_tokenizer(metadata: dict[str, Value]) -> Tokenizer:
    tokens, scores, types = (metadata[f"tokenizer.ggml.{name}"] for name in ("tokens", "scores", "token_type"))
    return Tokenizer(tokens, scores, types, tokens.index(chr(MARKER_BASE)), read_vocabulary().markers)


def _torch_weights(tensors: list[Tensor], size: ModelSize) -> dict[str, torch.Tensor]:
    named = {
        tensor.name: unpack(tensor.data[: math.prod(tensor.shape) * (4 if tensor.kind == F32 else 2)], tensor.kind, tensor.shape)
        for tensor in tensors
    }
    weights = {"embedding.weight": named["token_embd.weight"], "norm.weight": named["output_norm.weight"]}
    for layer in range(size.layers):
        source, target = f"blk.{layer}.", f"blocks.{layer}."
        key = deinterleave(named[source + "attn_k.weight"], size.key_value_heads)
        weights |= {
            target + "attention_norm.weight": named[source + "attn_norm.weight"],
            target + "query.weight": deinterleave(named[source + "attn_q.weight"], size.heads),
            target + "key_value.weight": np.concatenate((key, named[source + "attn_v.weight"])),
            target + "attention_out.weight": named[source + "attn_output.weight"],
            target + "hidden_norm.weight": named[source + "ffn_norm.weight"],
            target + "gate_up.weight": np.concatenate((named[source + "ffn_gate.weight"], named[source + "ffn_up.weight"])),
            target + "down.weight": named[source + "ffn_down.weight"],
        }
    return {name: torch.from_numpy(np.ascontiguousarray(values)) for name, values in weights.items()}
