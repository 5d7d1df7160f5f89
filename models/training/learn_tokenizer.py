"""Learns the word pieces of the tokenizer from the prompts of training rows.

    python -m training.learn_tokenizer --rows FOLDER_OR_FILE --out tokenizer.json
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from .rows import iterate_rows
from .text_format import DEFAULT_VOCABULARY, Vocabulary, read_vocabulary
from .tokenizer import BYTE, CONTROL, NORMAL, UNKNOWN, UNUSED, USER_DEFINED, Tokenizer

VOCABULARY_SIZE = 2048
STRUCTURE_SLOTS = 32
COMPLETION_SLOTS = 64
"""Slots beyond the listed strings stay unused tokens, so that a later list keeps every other id."""

_WORD = re.compile(r"[^\W\d_]+")
_BASE_CHARACTERS = [
    *(chr(code) for code in range(0x21, 0x7F)),
    *(chr(code) for code in range(0xA1, 0x180) if code != 0xAD),
    *"ȘșȚț\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2022\u2192\u2212\u2581",
]


def learn_merges(words: Counter[str], limit: int) -> list[str]:
    """Byte-pair merges over letters within words: the pieces in the order they were made, at most `limit`."""
    spelled = [list(word) for word in words]
    counts = list(words.values())
    pair_counts: Counter[tuple[str, str]] = Counter()
    where: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for index, symbols in enumerate(spelled):
        for pair in zip(symbols, symbols[1:]):
            pair_counts[pair] += counts[index]
            where[pair].add(index)
    pieces: dict[str, None] = {}
    while len(pieces) < limit and pair_counts:
        pair, count = max(pair_counts.items(), key=lambda item: (item[1], item[0]))
        if count < 2:
            break
        pieces.setdefault(pair[0] + pair[1])
        for index in where.pop(pair):
            symbols = spelled[index]
            for old in zip(symbols, symbols[1:]):
                pair_counts[old] -= counts[index]
                if pair_counts[old] <= 0:
                    del pair_counts[old]
            merged: list[str] = []
            for symbol in symbols:
                if merged and (merged[-1], symbol) == pair:
                    merged[-1] += symbol
                else:
                    merged.append(symbol)
            spelled[index] = merged
            for new in zip(merged, merged[1:]):
                pair_counts[new] += counts[index]
                where[new].add(index)
        pair_counts.pop(pair, None)
    return list(pieces)


def build_tokenizer(prompts: Iterable[str], vocabulary: Vocabulary, size: int = VOCABULARY_SIZE) -> Tokenizer:
    """A tokenizer of exactly `size` tokens; ids before the pieces depend only on the slot counts."""
    words: Counter[str] = Counter()
    for prompt in prompts:
        words.update(_WORD.findall(prompt))
    if len(vocabulary.structure) > STRUCTURE_SLOTS or len(vocabulary.completion) > COMPLETION_SLOTS:
        raise ValueError("more structure or completion strings than slots")
    entries: list[tuple[str, float, int]] = [("<unk>", 0.0, UNKNOWN), ("<s>", 0.0, CONTROL), ("</s>", 0.0, CONTROL)]
    entries += [(f"<0x{byte:02X}>", 0.0, BYTE) for byte in range(256)]
    marker_start = len(entries)
    entries += [(marker, 0.0, USER_DEFINED) for marker in vocabulary.marker_strings()]
    for name, strings, slots in (
        ("structure", vocabulary.structure, STRUCTURE_SLOTS),
        ("completion", vocabulary.completion, COMPLETION_SLOTS),
    ):
        entries += [(string, 0.0, USER_DEFINED) for string in strings]
        entries += [(f"<{name}{slot}>", 0.0, UNUSED) for slot in range(len(strings), slots)]
    taken = {text for text, _, _ in entries}
    seen = Counter(character for word, count in words.items() for character in word for _ in range(min(count, 3)))
    extra = [character for character, count in seen.most_common(64) if count >= 3]
    base = [character for character in dict.fromkeys([*_BASE_CHARACTERS, *extra]) if character not in taken]
    known = set(base)
    learnable = Counter({word: count for word, count in words.items() if known.issuperset(word)})
    pieces = [piece for piece in learn_merges(learnable, size - len(entries) - len(base)) if piece not in taken]
    entries += [(piece, -float(rank), NORMAL) for rank, piece in enumerate(pieces, start=1)]
    entries += [(character, -1e6 - rank, NORMAL) for rank, character in enumerate(base)]
    entries += [(f"<unused{slot}>", 0.0, UNUSED) for slot in range(size - len(entries))]
    tokens, scores, types = (list(column) for column in zip(*entries))
    return Tokenizer(tokens, scores, types, marker_start, vocabulary.markers)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=Path, required=True, help="folder with rows-*.jsonl, or one file")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, default=DEFAULT_VOCABULARY)
    parser.add_argument("--sample", type=int, default=100_000, help="rows to learn from")
    parser.add_argument("--size", type=int, default=VOCABULARY_SIZE)
    options = parser.parse_args(arguments)
    prompts = ("".join(row.parts) for row in islice(iterate_rows(options.rows), options.sample))
    tokenizer = build_tokenizer(prompts, read_vocabulary(options.vocabulary), options.size)
    tokenizer.save(options.out)
    pieces = sum(1 for kind in tokenizer.types if kind == NORMAL)
    print(f"{options.out}: {len(tokenizer)} tokens, {pieces} word pieces and characters, {tokenizer.fingerprint()}")


if __name__ == "__main__":
    main()
