"""Runs each snippet of docs/SNIPPETS.md as it stands there, and looks at what it made; ends with 1 where one does not do it."""

import os
import re
import sys
import tempfile
import warnings
from collections import Counter
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from shutil import copy, copytree

from receivers import BETWEEN, rows, same, stretches, written

warnings.simplefilter("ignore")
page, folder = Path(sys.argv[1]), Path(sys.argv[2])


def all_stretches(found):
    return Counter((label.replace("label:", "label_"), same(words)) for label, words in found) == stretches(folder)


def of_links(made):
    """The one link between tags has the words of both; the one to the report has none at its other end."""
    words = {span["id"]: BETWEEN.join(span["words"]) for span in written(folder)["spans"]}
    found = {row.link_id: (row.from_quote, row.to_quote) for row in made["joined"].itertuples()}
    return found["link"] == (words["nesting"], words["plain"]) and found["to-article"][0] == words["nesting"]


def of_weeks(made):
    weeks = {str(day.date()): count for day, count in made["weeks"].items()}
    return weeks == {"2026-11-29": 1} and made["undated"] == 1


def of_places(made):
    places = sum(span["label"] == "place" for span in written(folder)["spans"])
    return (len(made["places"]), len(made["located"])) == (places, 0)


def of_near_events(made):
    return (len(made["events"]), len(made["located"]), len(made["pairs"])) == (2, 1, 0)


# What each snippet reads, and what is true of what it made.
SNIPPETS = {
    "pandas: tags, and how many of each kind": (
        ["csv/annotations.csv"],
        lambda made: all_stretches(rows(made["tags"]["kind"], made["tags"]["quote"])),
    ),
    "pandas: links with the words at both ends": (["csv/annotations.csv", "csv/links.csv"], of_links),
    "pandas: accepted events, week by week": (["events/events.csv"], of_weeks),
    "Python alone: texts and tags from JSON Lines": (
        ["jsonl/dataset.jsonl"],
        lambda made: all_stretches(made["tagged"]) and written(folder)["text"] in made["texts"].values(),
    ),
    "spaCy: documents with spans, ready to train on": (
        ["spacy/corpus"],
        lambda made: all_stretches(made["spans"]),
    ),
    "geopandas: places that were tagged": (["geojson/places.geojson"], of_places),
    "geopandas: events within 50 kilometres of each other": (["events/events.geojson"], of_near_events),
}


def snippets_of(text: str) -> dict[str, str]:
    """The Python under each heading, and nothing but what stands there."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)[1:]
    blocks = ((name, re.findall(r"^```python\n(.*?)^```$", body, re.MULTILINE | re.DOTALL)) for name, body in zip(parts[::2], parts[1::2]))
    return {name: "\n".join(found) for name, found in blocks}


def ran(code: str, files: list[str]) -> dict:
    made: dict = {"__name__": "__main__"}
    with tempfile.TemporaryDirectory() as place, redirect_stdout(StringIO()):
        for name in map(Path, files):
            (copytree if (folder / name).is_dir() else copy)(folder / name, Path(place) / name.name)
        before = os.getcwd()
        os.chdir(place)
        try:
            exec(compile(code, "SNIPPETS.md", "exec"), made)
        finally:
            os.chdir(before)
    return made


said = snippets_of(page.read_text(encoding="utf-8"))
failed = set(said) != set(SNIPPETS)
for name in sorted(set(said) ^ set(SNIPPETS)):
    print(f"“{name}” stands only in {'docs/SNIPPETS.md' if name in said else 'scripts/receivers/snippets.py'}.")
print("\n| snippet | does what it says |\n| --- | --- |")
for name in [name for name in said if name in SNIPPETS]:
    files, is_right = SNIPPETS[name]
    try:
        answer = "yes" if is_right(ran(said[name], files)) else "no: it made something else"
    except Exception as error:
        answer = f"no: {type(error).__name__}: {error}"
    failed = failed or answer != "yes"
    print(f"| {name} | {answer} |")
sys.exit(1 if failed else 0)
