"""Receivers of STIX 2.1: the reader of OASIS, which takes nothing that is not allowed, and its validator."""

import base64
from pathlib import Path

from receivers import receiver


def statements(bundle):
    objects = {each["id"]: each for each in bundle["objects"]}
    for note in (each for each in objects.values() if each["type"] == "note"):
        said = next(iter(note["extensions"].values()))
        if "tag_id" not in said:
            continue
        text = base64.b64decode(objects[said["text_ref"]]["payload_bin"]).decode("utf-8")
        for segment in said["segments"]:
            assert text[segment["start"] : segment["end"]] == segment["quote"]
            yield said["kind"], segment["quote"]


@receiver("stix2", "stix")
def stix2_reader(folder: Path):
    from stix2 import parse

    return list(statements(parse((folder / "stix" / "bundle.json").read_text(encoding="utf-8"), allow_custom=False)))


@receiver("stix2-validator", "stix", why="no errors; it warns of ids that are not UUIDv4 and of links that STIX does not suggest")
def stix2_validator(folder: Path):
    import json

    from stix2validator import ValidationOptions, validate_file

    path = folder / "stix" / "bundle.json"
    found = validate_file(str(path), ValidationOptions(version="2.1", disabled="uuid-check,relationship-types"))
    if not found.is_valid:
        raise ValueError("; ".join(str(error) for result in found.object_results for error in result.errors or []))
    return list(statements(json.loads(path.read_text(encoding="utf-8"))))
