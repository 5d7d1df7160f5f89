import tempfile
import unittest
from pathlib import Path

import numpy as np

from .export import interleave
from .gguf import F16, F32, Q4_0, Q8_0, Tensor, read_gguf, write_gguf
from .quantize import pack, unpack


class QuantizeTest(unittest.TestCase):
    def setUp(self) -> None:
        self.values = np.random.default_rng(1).normal(size=(8, 64)).astype(np.float32)

    def test_block_sizes_are_those_of_ggml(self) -> None:
        blocks = self.values.size // 32
        sizes = {kind: len(pack(self.values, kind)) for kind in (F32, F16, Q8_0, Q4_0)}
        self.assertEqual(sizes, {F32: 128 * blocks, F16: 64 * blocks, Q8_0: 34 * blocks, Q4_0: 18 * blocks})

    def test_error_stays_within_a_step(self) -> None:
        largest = np.abs(self.values.reshape(-1, 32)).max(axis=1).repeat(32).reshape(self.values.shape)
        for kind, step in ((Q8_0, 1 / 127), (Q4_0, 1 / 8)):
            error = np.abs(unpack(pack(self.values, kind), kind, self.values.shape) - self.values)
            self.assertTrue((error <= largest * (step * 1.01)).all())

    def test_zeros_stay_zero(self) -> None:
        zeros = np.zeros((1, 32), np.float32)
        for kind in (Q8_0, Q4_0):
            self.assertFalse(unpack(pack(zeros, kind), kind, zeros.shape).any())

    def test_q4_0_keeps_the_low_half_in_the_low_nibbles(self) -> None:
        values = np.zeros((1, 32), np.float32)
        values[0, 0], values[0, 16] = -8, 7
        data = pack(values, Q4_0)
        self.assertEqual(data[2], 0xF0)


class InterleaveTest(unittest.TestCase):
    def test_puts_the_halves_of_a_head_side_by_side(self) -> None:
        rows = np.arange(8)[:, None]
        self.assertEqual(interleave(rows, 2)[:, 0].tolist(), [0, 2, 1, 3, 4, 6, 5, 7])


class GgufTest(unittest.TestCase):
    def test_tensor_data_are_aligned(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.gguf"
            tensors = [Tensor("a", (3,), F32, bytes(12)), Tensor("b", (2,), F32, b"12345678")]
            write_gguf(path, {"general.architecture": "llama", "x": [1, 2], "y": 0.5, "z": True}, tensors)
            data = path.read_bytes()
        self.assertEqual(data[:8], b"GGUF\x03\0\0\0")
        self.assertEqual(len(data) % 32, 0)
        self.assertEqual(data[-32:-24], b"12345678")


class ReadGgufTest(unittest.TestCase):
    def test_reads_what_was_written(self) -> None:
        metadata = {"a.text": "é", "b.whole": 3, "c.part": 0.5, "d.yes": True, "e.list": ["x", "y"], "f.list": [1, 2]}
        tensors = [Tensor("one", (2, 3), F32, bytes(24)), Tensor("two", (4,), F16, b"12345678")]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.gguf"
            write_gguf(path, metadata, tensors)
            read, (one, two) = read_gguf(path)
            path.write_bytes(path.read_bytes()[:40])
            with self.assertRaises(ValueError):
                read_gguf(path)
        self.assertEqual(read, metadata)
        self.assertEqual((one.shape, one.data[:24], two.name, two.kind, two.data[:8]), ((2, 3), bytes(24), "two", F16, b"12345678"))


if __name__ == "__main__":
    unittest.main()
