"""ggml's block formats, 32 values a block: Q8_0 and Q4_0, as `quantize_row_*_ref` of ggml-quants.c computes them."""

from __future__ import annotations

import numpy as np

from .gguf import F16, F32, Q4_0, Q8_0

BLOCK = 32


def pack(values: np.ndarray, kind: int) -> bytes:
    """The bytes of a float32 array in a ggml tensor type."""
    if kind == F32:
        return values.astype("<f4").tobytes()
    if kind == F16:
        return values.astype("<f2").tobytes()
    blocks = np.ascontiguousarray(values, dtype=np.float32).reshape(-1, BLOCK)
    return {Q8_0: _pack_q8_0, Q4_0: _pack_q4_0}[kind](blocks)


def _pack_q8_0(blocks: np.ndarray) -> bytes:
    scale = np.abs(blocks).max(axis=1, keepdims=True) / np.float32(127)
    scaled = blocks * _inverse(scale)
    # C's roundf rounds halves away from zero, numpy's round to even.
    numbers = np.copysign(np.floor(np.abs(scaled) + np.float32(0.5)), scaled).astype(np.int8)
    return np.concatenate((scale.astype("<f2").view(np.uint8), numbers.view(np.uint8)), axis=1).tobytes()


def _pack_q4_0(blocks: np.ndarray) -> bytes:
    extreme = np.take_along_axis(blocks, np.abs(blocks).argmax(axis=1)[:, None], axis=1)
    scale = extreme / np.float32(-8)
    numbers = np.minimum(15, (blocks * _inverse(scale) + np.float32(8.5)).astype(np.int8)).astype(np.uint8)
    nibbles = numbers[:, : BLOCK // 2] | (numbers[:, BLOCK // 2 :] << 4)
    return np.concatenate((scale.astype("<f2").view(np.uint8), nibbles), axis=1).tobytes()


def _inverse(scale: np.ndarray) -> np.ndarray:
    return np.divide(np.float32(1), scale, out=np.zeros_like(scale), where=scale != 0)


def unpack(data: bytes, kind: int, shape: tuple[int, ...]) -> np.ndarray:
    """The float32 values that `pack` kept."""
    if kind in (F32, F16):
        return np.frombuffer(data, "<f4" if kind == F32 else "<f2").astype(np.float32).reshape(shape)
    raw = np.frombuffer(data, np.uint8).reshape(-1, 2 + (BLOCK if kind == Q8_0 else BLOCK // 2))
    scale = raw[:, :2].copy().view("<f2").astype(np.float32)
    if kind == Q8_0:
        numbers = raw[:, 2:].view(np.int8).astype(np.float32)
    else:
        numbers = np.concatenate((raw[:, 2:] & 15, raw[:, 2:] >> 4), axis=1).astype(np.float32) - 8
    return (numbers * scale).reshape(shape)
