import random
import tempfile
import unittest
from pathlib import Path

from .learn_tokenizer import build_tokenizer, learn_merges
from .test_support import synthetic_row
from .text_format import read_vocabulary
from .tokenizer import FIRST_BYTE_ID, NORMAL, Tokenizer


class TokenizerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        source = random.Random(3)
        cls.rows = [synthetic_row(source) for _ in range(300)]
        cls.vocabulary = read_vocabulary()
        cls.tokenizer = build_tokenizer(["".join(row["parts"]) for row in cls.rows], cls.vocabulary)

    def test_has_the_asked_size(self) -> None:
        self.assertEqual(len(self.tokenizer), 2048)

    def test_decodes_what_it_encoded(self) -> None:
        for text in [*("".join(row["parts"]) + row["completions"][0] for row in self.rows), "naïve 東京 🙂\n\t<s>", ""]:
            self.assertEqual(self.tokenizer.decode(self.tokenizer.encode(text)), text)

    def test_markers_and_completion_strings_are_one_token(self) -> None:
        for text in [*self.vocabulary.marker_strings(), *self.vocabulary.structure, *self.vocabulary.completion]:
            self.assertEqual(len(self.tokenizer.encode(text)), 1)

    def test_longer_completion_string_wins(self) -> None:
        strings = self.vocabulary.completion
        inside = [(long, short) for long in strings for short in strings if short != long and short in long]
        for long, _ in inside:
            self.assertEqual(len(self.tokenizer.encode(long)), 1)

    def test_digits_are_never_merged(self) -> None:
        digits = sum(character.isdigit() for character in "9:00 12:45")
        self.assertEqual(sum(token.isdigit() for token in map(self._text, "9:00 12:45")), digits)
        for token, kind in zip(self.tokenizer.tokens, self.tokenizer.types):
            if kind == NORMAL and len(token) > 1:
                self.assertTrue(token.isalpha(), token)

    def test_unknown_characters_become_bytes(self) -> None:
        self.assertEqual(self.tokenizer.encode("京"), [FIRST_BYTE_ID + byte for byte in "京".encode()])

    def test_frequent_words_become_one_token(self) -> None:
        self.assertEqual(len(self.tokenizer.encode("Monday")), 1)

    def test_is_the_same_after_saving(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self.tokenizer.save(Path(folder) / "tokenizer.json")
            self.assertEqual(Tokenizer.load(Path(folder) / "tokenizer.json").fingerprint(), self.tokenizer.fingerprint())

    def test_other_pieces_spell_the_same_word(self) -> None:
        source = random.Random(5)
        for word in (" Monday", "o'clock", "naïve 京"):
            pieces = self.tokenizer.encode_in_other_pieces(word, lambda: source.random() < 0.5)
            self.assertEqual(self.tokenizer.decode(list(pieces)), word)
        self.assertEqual(len(self.tokenizer.encode_in_other_pieces("Monday", lambda: True)), len("Monday"))

    def test_own_pieces_of_a_word_are_used_wherever_it_stands(self) -> None:
        marker = self.vocabulary.marker_strings()[0]
        text = f"Monday{marker}or{marker}Monday"
        own = {"Monday": self.tokenizer.encode_in_other_pieces("Monday", lambda: True)}
        self.assertEqual(self.tokenizer.fragments(text), {"Monday", "or"})
        self.assertEqual(len(self.tokenizer.encode(text, own)), 2 * len("Monday") + 3)

    def test_merges_follow_frequency(self) -> None:
        self.assertEqual(learn_merges({"abab": 5, "cd": 3}, 10)[:2], ["ab", "abab"])

    def _text(self, character: str) -> str:
        return self.tokenizer.tokens[self.tokenizer.encode(character)[0]]


if __name__ == "__main__":
    unittest.main()
