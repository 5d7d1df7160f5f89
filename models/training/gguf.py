"""Writes and reads GGUF version 3 files (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md)."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ALIGNMENT = 32
F32, F16, Q4_0, Q8_0 = 0, 1, 2, 8
"""ggml's tensor types."""

_UINT32, _INT32, _FLOAT32, _BOOL, _STRING, _ARRAY = 4, 5, 6, 7, 8, 9
_SCALARS = {_UINT32: "I", _INT32: "i", _FLOAT32: "f", _BOOL: "?"}


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


def read_gguf(path: Path) -> tuple[dict[str, Value], list[Tensor]]:
    """What `write_gguf` wrote; ValueError for a file of other types or another version."""
    data = path.read_bytes()
    at = 0

    def take(code: str) -> tuple:
        nonlocal at
        values = struct.unpack_from("<" + code, data, at)
        at += struct.calcsize("<" + code)
        return values

    def text() -> str:
        (length,) = take("Q")
        return take(f"{length}s")[0].decode("utf-8")

    def listed() -> Value:
        kind, length = take("IQ")
        return [text() for _ in range(length)] if kind == _STRING else list(take(f"{length}{_SCALARS[kind]}"))

    readers: dict[int, Callable[[], Value]] = {_STRING: text, _ARRAY: listed}
    try:
        magic, version, tensor_count, entry_count = take("4sIQQ")
        if (magic, version) != (b"GGUF", 3):
            raise ValueError(f"{path} is not a GGUF file of version 3")
        metadata: dict[str, Value] = {}
        for _ in range(entry_count):
            key, (kind,) = text(), take("I")
            metadata[key] = readers[kind]() if kind in readers else take(_SCALARS[kind])[0]
        described = []
        for _ in range(tensor_count):
            name, (dimensions,) = text(), take("I")
            shape = tuple(reversed(take(f"{dimensions}Q")))
            described.append((name, shape, *take("IQ")))
    except (struct.error, KeyError, UnicodeDecodeError) as error:
        raise ValueError(f"{path} can't be read as a GGUF file of ours: {error!r}") from error
    start = _aligned(at)
    ends = [start + offset for _, _, _, offset in described[1:]] + [len(data)]
    return metadata, [
        Tensor(name, shape, kind, data[start + offset : end])
        for (name, shape, kind, offset), end in zip(described, ends)
    ]
