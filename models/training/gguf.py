"""Writes GGUF version 3 files (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

ALIGNMENT = 32
F32, F16, Q4_0, Q8_0 = 0, 1, 2, 8
"""ggml's tensor types."""

_UINT32, _INT32, _FLOAT32, _BOOL, _STRING, _ARRAY = 4, 5, 6, 7, 8, 9


@dataclass(frozen=True)
class Tensor:
    """`shape` as in torch (rows first; GGUF lists it the other way round), `data` in the layout of `kind`."""

    name: str
    shape: tuple[int, ...]
    kind: int
    data: bytes


Value = str | int | float | bool | list[str] | list[int] | list[float]


def write_gguf(path: Path, metadata: dict[str, Value], tensors: list[Tensor]) -> None:
    """Whole numbers become uint32 (in lists int32), fractions float32."""
    header = bytearray(b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(metadata)))
    for key, value in metadata.items():
        header += _string(key) + _typed(value)
    offset = 0
    for tensor in tensors:
        header += _string(tensor.name) + struct.pack("<I", len(tensor.shape))
        header += struct.pack(f"<{len(tensor.shape)}Q", *reversed(tensor.shape))
        header += struct.pack("<IQ", tensor.kind, offset)
        offset += _aligned(len(tensor.data))
    with path.open("wb") as file:
        file.write(header.ljust(_aligned(len(header)), b"\0"))
        for tensor in tensors:
            file.write(tensor.data.ljust(_aligned(len(tensor.data)), b"\0"))


def _aligned(size: int) -> int:
    return -(-size // ALIGNMENT) * ALIGNMENT


def _string(text: str) -> bytes:
    data = text.encode("utf-8")
    return struct.pack("<Q", len(data)) + data


def _typed(value: Value) -> bytes:
    if isinstance(value, bool):
        return struct.pack("<I?", _BOOL, value)
    if isinstance(value, int):
        return struct.pack("<II", _UINT32, value)
    if isinstance(value, float):
        return struct.pack("<If", _FLOAT32, value)
    if isinstance(value, str):
        return struct.pack("<I", _STRING) + _string(value)
    if isinstance(value[0], str):
        return struct.pack("<IIQ", _ARRAY, _STRING, len(value)) + b"".join(_string(item) for item in value)
    kind, code = (_FLOAT32, "f") if isinstance(value[0], float) else (_INT32, "i")
    return struct.pack("<IIQ", _ARRAY, kind, len(value)) + struct.pack(f"<{len(value)}{code}", *value)
