import contextlib
import io
import json
import random
import tempfile
import unittest
from pathlib import Path

import torch

from . import export, learn_tokenizer, train
from .batches import IGNORED, BatchStream, encode_row, pad
from .checkpoint import Checkpoint
from .learn_tokenizer import build_tokenizer
from .model import SIZES, NanoModel
from .rows import RowStream, parse_row
from .schedule import learning_rate_factor
from .test_support import synthetic_row, write_synthetic_rows
from .text_format import read_vocabulary


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
        cls.tokenizer = build_tokenizer([cls.row.prompt], read_vocabulary())

    def test_asks_for_the_completion_and_the_end_only(self) -> None:
        example = encode_row(self.tokenizer, self.row)
        batch = pad([example])
        targets = batch.targets[0][batch.targets[0] != IGNORED].tolist()
        self.assertEqual(self.tokenizer.decode(targets[:-1]), self.row.completion)
        self.assertEqual(batch.tokens[0, batch.query_index[0, 0]], self.tokenizer.encode(self.row.prompt)[-1])

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
    def test_padding_and_later_tokens_change_nothing_before(self) -> None:
        model = NanoModel(SIZES["tiny"])
        tokens = torch.randint(3, 2048, (1, 20))
        asked = torch.tensor([[4, 9]])
        longer = torch.cat((tokens[:, :10], torch.randint(3, 2048, (1, 30))), dim=1)
        torch.testing.assert_close(model(tokens, asked), model(longer, asked), rtol=1e-4, atol=1e-5)


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
            self.assertEqual([file["bytes"] for file in summary["files"]], sorted((file["bytes"] for file in summary["files"]), reverse=True))


if __name__ == "__main__":
    unittest.main()
