import contextlib
import io
import json
import random
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch
from torch import nn

from . import export, learn_tokenizer, train
from .batches import IGNORED, BatchStream, encode_row, pad, plain_batch
from .checkpoint import Checkpoint
from .import_weights import import_weights
from .learn_tokenizer import build_tokenizer
from .model import SIZES, NanoModel
from .optimizer import orthogonal
from .rows import RowStream, parse_row
from .schedule import learning_rate_factor
from .test_support import synthetic_row, write_synthetic_rows
from .text_format import ANSWER, read_vocabulary
from .tokenizer import BEGIN_ID, END_ID


class RowStreamTest(unittest.TestCase):
    def setUp(self) -> None:
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self.temporary.name)
        self.line = json.dumps(synthetic_row(random.Random(1))).encode() + b"\n"

    def tearDown(self) -> None:
        self.temporary.cleanup()

    def test_reads_new_rows_before_repeating(self) -> None:
        (self.folder / "rows-1.jsonl").write_bytes(self.line * 3)
        stream = RowStream(self.folder)
        self.assertEqual(len(stream.take(10)), 3)
        with (self.folder / "rows-1.jsonl").open("ab") as file:
            file.write(self.line + self.line[:5])
        (self.folder / "rows-2.jsonl").write_bytes(self.line)
        self.assertEqual((len(stream.take(10)), stream.epoch), (2, 0))
        self.assertEqual((len(stream.take(10)), stream.epoch), (5, 1))

    def test_goes_on_at_a_kept_position(self) -> None:
        (self.folder / "rows-1.jsonl").write_bytes(self.line * 3)
        first = RowStream(self.folder)
        first.take(2)
        self.assertEqual(len(RowStream(self.folder, first.position()).take(10)), 1)

    def test_an_empty_folder_is_an_error(self) -> None:
        with self.assertRaises(FileNotFoundError):
            RowStream(self.folder).take(1)


class BatchTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.row = parse_row(json.dumps(synthetic_row(random.Random(5))))
        cls.tokenizer = build_tokenizer(cls.row.parts, read_vocabulary())

    def test_asks_for_the_answers_and_their_ends_only(self) -> None:
        batch = pad([encode_row(self.tokenizer, self.row)])
        targets = batch.targets[0][batch.targets[0] != IGNORED].tolist()
        self.assertEqual(self.tokenizer.decode(targets), "".join(self.row.completions))
        self.assertEqual(targets.count(END_ID), len(self.row.completions))
        self.assertEqual(batch.tokens[0, batch.query_index[0, 0]], self.tokenizer.encode(ANSWER)[0])

    def test_a_shift_moves_all_markers_round(self) -> None:
        start, count = self.tokenizer.marker_start, self.tokenizer.marker_count
        for plain, moved in zip(encode_row(self.tokenizer, self.row).ids, encode_row(self.tokenizer, self.row, 250).ids):
            marker = start <= plain < start + count
            self.assertEqual(moved, start + (plain - start + 250) % count if marker else plain)

    def test_held_out_rows_are_never_trained_on(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            held_out = {**synthetic_row(random.Random(2)), "heldOut": True}
            (Path(folder) / "rows-1.jsonl").write_text(json.dumps(held_out) + "\n", encoding="utf-8")
            stream = BatchStream(RowStream(Path(folder)), self.tokenizer, 64, seed=1)
            with self.assertRaises(ValueError):
                next(iter(stream))


class ModelTest(unittest.TestCase):
    def test_an_answer_is_what_it_would_be_alone_behind_its_part(self) -> None:
        row = parse_row(json.dumps(synthetic_row(random.Random(6))))
        tokenizer = build_tokenizer(row.parts, read_vocabulary())
        model = NanoModel(SIZES["tiny"])
        nn.init.normal_(model.blocks[1].down.weight, std=0.1)
        example = encode_row(tokenizer, row)
        together = model(pad([example]))[0]
        self.assertGreater(len(row.parts), 2)
        for number, prompt in enumerate(row.prompts()):
            asked = np.flatnonzero(example.answers[example.text_length :] == number + 1)
            ids = [BEGIN_ID, *tokenizer.encode(prompt), *tokenizer.encode(row.completions[number])]
            alone = model(plain_batch(ids, list(range(len(ids) - len(asked), len(ids)))))[0]
            torch.testing.assert_close(together[asked], alone, rtol=1e-4, atol=1e-4)

    def test_padding_changes_nothing(self) -> None:
        model = NanoModel(SIZES["tiny"])
        ids = torch.randint(3, 2048, (40,)).tolist()
        torch.testing.assert_close(model(plain_batch(ids[:20], [4, 9])), model(plain_batch(ids, [4, 9])), rtol=1e-4, atol=1e-5)


class MuonTest(unittest.TestCase):
    def test_directions_are_nearly_orthogonal(self) -> None:
        for shape in ((3, 16, 40), (3, 40, 16)):
            found = torch.linalg.svdvals(orthogonal(torch.randn(shape)))
            self.assertTrue(((found > 0.5) & (found < 1.5)).all())


class ScheduleTest(unittest.TestCase):
    def test_warms_up_and_ends_low(self) -> None:
        factors = [learning_rate_factor(minute, 100) for minute in range(101)]
        self.assertEqual(max(factors), factors[3])
        self.assertEqual(min(factors[3:]), factors[100])
        self.assertAlmostEqual(factors[100], 0.02)


class WholeChainTest(unittest.TestCase):
    def test_trains_resumes_starts_over_from_weights_and_exports(self) -> None:
        with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(io.StringIO()):
            folder = Path(name)
            write_synthetic_rows(folder / "rows", 200, seed=1)
            learn_tokenizer.main(["--rows", str(folder / "rows"), "--out", str(folder / "tokenizer.json")])
            common = ["--rows", str(folder / "rows"), "--size", "tiny", "--minutes", "5", "--batch-tokens", "512"]
            run = ["--run", str(folder / "run"), "--evaluation", str(folder / "rows"), "--evaluation-rows", "20"]
            tokenizer = ["--tokenizer", str(folder / "tokenizer.json")]
            train.main([*common, *run, *tokenizer, "--most-steps", "3"])
            train.main([*common, *run, "--resume", "--most-steps", "5"])
            resumed = Checkpoint.load(folder / "run" / "checkpoint.pt")
            self.assertEqual((resumed.step, len(resumed.log)), (5, 2))
            source = ["--init-from", str(folder / "run" / "checkpoint.pt"), "--run", str(folder / "next")]
            train.main([*common, *source, "--most-steps", "2"])
            self.assertEqual(Checkpoint.load(folder / "next" / "checkpoint.pt").step, 2)
            summary = export.export(resumed, folder / "out")
            self.assertEqual(sorted(path.name for path in (folder / "out").iterdir())[0], "checksums.json")
            again = import_weights(folder / "out" / "planwright-nano-f16.gguf")
            self.assertEqual((again.size, again.tokenizer), (resumed.size, resumed.tokenizer))
            for name, value in resumed.weights.items():
                torch.testing.assert_close(again.weights[name], value, rtol=1e-3, atol=1e-4)
            self.assertEqual([file["bytes"] for file in summary["files"]], sorted((file["bytes"] for file in summary["files"]), reverse=True))


if __name__ == "__main__":
    unittest.main()
