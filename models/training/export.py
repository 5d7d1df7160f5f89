"""Writes a checkpoint as GGUF for llama.cpp: F16 as trained, Q8_0 and Q4_0 derived from the same weights.

    python -m training.export --checkpoint runs/a/checkpoint.pt --out planwright-nano/
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch

from .checkpoint import Checkpoint
from .gguf import F16, F32, Q4_0, Q8_0, Tensor, Value, write_gguf
from .model import ModelSize, NanoModel
from .quantize import pack
from .tokenizer import BEGIN_ID, END_ID, UNKNOWN_ID

CONTEXT_LENGTH = 2048
NAME = "planwright-nano"

FORMATS: dict[str, tuple[int, int, int]] = {"f16": (F16, F16, 1), "q8_0": (Q8_0, Q8_0, 7), "q4_0": (Q4_0, Q8_0, 2)}
"""Type of the block matrices, type of the embedding (also the output matrix, so kept finer), llama.cpp's file type."""


def interleave(rows: np.ndarray, heads: int) -> np.ndarray:
    """Reorders the rows of a q or k matrix from turning halves of a head to llama.cpp's turning of adjacent pairs."""
    width = rows.shape[0] // heads
    return rows.reshape(heads, 2, width // 2, rows.shape[1]).swapaxes(1, 2).reshape(rows.shape)


def llama_matrices(checkpoint: Checkpoint) -> dict[str, np.ndarray]:
    """All weights by llama.cpp's names."""
    size = checkpoint.size
    weights = {name: value.float().numpy() for name, value in checkpoint.weights.items()}
    named = {"token_embd.weight": weights["embedding.weight"], "output_norm.weight": weights["norm.weight"]}
    for layer in range(size.layers):
        source, target = f"blocks.{layer}.", f"blk.{layer}."
        key, value = np.split(weights[source + "key_value.weight"], 2)
        gate, up = np.split(weights[source + "gate_up.weight"], 2)
        named |= {
            target + "attn_norm.weight": weights[source + "attention_norm.weight"],
            target + "attn_q.weight": interleave(weights[source + "query.weight"], size.heads),
            target + "attn_k.weight": interleave(key, size.key_value_heads),
            target + "attn_v.weight": value,
            target + "attn_output.weight": weights[source + "attention_out.weight"],
            target + "ffn_norm.weight": weights[source + "hidden_norm.weight"],
            target + "ffn_gate.weight": gate,
            target + "ffn_up.weight": up,
            target + "ffn_down.weight": weights[source + "down.weight"],
        }
    return named


def metadata(checkpoint: Checkpoint, file_type: int) -> dict[str, Value]:
    size: ModelSize = checkpoint.size
    tokenizer = checkpoint.tokenizer
    return {
        "general.architecture": "llama",
        "general.type": "model",
        "general.name": NAME,
        "general.license": "mit",
        "general.description": "Translates a planning problem in plain words into typed facts by pointing at its words.",
        "general.file_type": file_type,
        "general.quantization_version": 2,
        "llama.context_length": CONTEXT_LENGTH,
        "llama.embedding_length": size.width,
        "llama.block_count": size.layers,
        "llama.feed_forward_length": size.hidden,
        "llama.attention.head_count": size.heads,
        "llama.attention.head_count_kv": size.key_value_heads,
        "llama.attention.layer_norm_rms_epsilon": size.norm_epsilon,
        "llama.rope.dimension_count": size.head_width,
        "llama.rope.freq_base": size.rope_base,
        "llama.vocab_size": size.vocabulary,
        "tokenizer.ggml.model": "llama",
        "tokenizer.ggml.pre": "default",
        "tokenizer.ggml.tokens": tokenizer.tokens,
        "tokenizer.ggml.scores": [float(score) for score in tokenizer.scores],
        "tokenizer.ggml.token_type": tokenizer.types,
        "tokenizer.ggml.bos_token_id": BEGIN_ID,
        "tokenizer.ggml.eos_token_id": END_ID,
        "tokenizer.ggml.unknown_token_id": UNKNOWN_ID,
        "tokenizer.ggml.add_bos_token": True,
        "tokenizer.ggml.add_eos_token": False,
        "tokenizer.ggml.add_space_prefix": False,
        "tokenizer.ggml.remove_extra_whitespaces": False,
    }


def export(checkpoint: Checkpoint, out: Path) -> dict:
    """Writes the three files, `checksums.json` (file to sha256) and `training.json`; returns what stands in the latter."""
    out.mkdir(parents=True, exist_ok=True)
    matrices = llama_matrices(checkpoint)
    files = []
    for name, (block_kind, embedding_kind, file_type) in FORMATS.items():
        tensors = []
        for tensor_name, values in matrices.items():
            kind = F32 if values.ndim == 1 else embedding_kind if tensor_name == "token_embd.weight" else block_kind
            tensors.append(Tensor(tensor_name, values.shape, kind, pack(values, kind)))
        path = out / f"{NAME}-{name}.gguf"
        write_gguf(path, metadata(checkpoint, file_type), tensors)
        data = path.read_bytes()
        files.append({"file": path.name, "bytes": len(data), "sha256": sha256(data).hexdigest()})
    summary = {
        "name": NAME,
        "parameters": sum(values.size for values in matrices.values()),
        "size": checkpoint.size.to_json(),
        "tokenizer": {"tokens": len(checkpoint.tokenizer), "fingerprint": checkpoint.tokenizer.fingerprint()},
        "training": {
            "minutes": round(checkpoint.elapsed_seconds / 60, 1),
            "steps": checkpoint.step,
            "tokens": checkpoint.tokens,
            "rows": checkpoint.rows,
            "lastEvaluation": checkpoint.log[-1] if checkpoint.log else None,
        },
        "files": files,
    }
    checksums = {file["file"]: file["sha256"] for file in summary["files"]}
    for name, content in (("checksums.json", checksums), ("training.json", summary)):
        (out / name).write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return summary


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--random-weights", type=int, metavar="SEED", help="the same shape untrained: the control")
    options = parser.parse_args(arguments)
    checkpoint = Checkpoint.load(options.checkpoint)
    if options.random_weights is not None:
        torch.manual_seed(options.random_weights)
        checkpoint = replace(checkpoint, weights=NanoModel(checkpoint.size).state_dict(), log=[])
    for file in export(checkpoint, options.out)["files"]:
        print(f"{file['file']}: {file['bytes']} bytes, sha256 {file['sha256']}")


if __name__ == "__main__":
    main()
