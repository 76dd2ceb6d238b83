"""What a receiver is: a package that opens what one format wrote, and gives back labels with words."""

import json
from collections import Counter
from dataclasses import dataclass
from importlib.metadata import version as installed
from pathlib import Path
from typing import Callable

ALL: list["Receiver"] = []


class Absent(Exception):
    """What a receiver needs beside Python is not on this machine."""


@dataclass
class Receiver:
    package: str
    version: str
    format: str
    why: str
    fewer: int
    read: Callable[[Path], list[tuple[str, str]]]


def receiver(package: str, format: str, fewer: int = 0, why: str = "", version: str = ""):
    """`fewer`: how many stretches this receiver or format cannot hold as they were written, and `why`."""

    def add(read):
        ALL.append(Receiver(package, version or installed(package), format, why, fewer, read))
        return read

    return add


def written(folder: Path) -> dict:
    return json.loads((folder / "written.json").read_text(encoding="utf-8"))


def same(words: str) -> str:
    """Words are compared without white space: formats of tokens and lines do not keep it."""
    return "".join(words.split())


def stretches(folder: Path) -> Counter:
    """Every part of every tag, as label and words."""
    label = lambda span: span["label"].replace("label:", "label_")
    return Counter((label(span), same(words)) for span in written(folder)["spans"] for words in span["words"])


BETWEEN = " […] "


def rows(kinds, quotes):
    """The parts of tags whose words stand in one cell of a table."""
    return [(kind, words) for kind, quote in zip(kinds, quotes) for words in quote.split(BETWEEN)]
