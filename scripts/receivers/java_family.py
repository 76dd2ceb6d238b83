"""Apache UIMA in Java; needs Java 17 and Maven, which fetches it."""

import base64
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from receivers import Absent, receiver

HERE = Path(__file__).parent / "uima"


@cache
def libraries() -> Path:
    if not shutil.which("java") or not shutil.which("mvn"):
        raise Absent("needs Java 17 and Maven")
    place = Path(tempfile.mkdtemp())
    copy = ["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), "dependency:copy-dependencies", f"-DoutputDirectory={place}"]
    if subprocess.run(copy, capture_output=True).returncode != 0:
        raise Absent("Maven could not fetch it")
    return place


def read(*files: Path):
    command = ["java", "-cp", str(libraries() / "*"), str(HERE / "Read.java"), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise ValueError(done.stderr.strip().split("\n")[0])
    pairs = (line.split("\t") for line in done.stdout.splitlines())
    return [(label, base64.b64decode(words).decode("utf-8")) for label, words in pairs]


@receiver("uimaj-core", "uima-xmi", version="3.6.1")
def uima_xmi(folder: Path):
    return read(folder / "uima-xmi" / "nasty.xmi", folder / "uima-xmi" / "TypeSystem.xml")


@receiver("uimaj-io-json", "uima-json", version="0.5.0", why="with the type system given")
def uima_json(folder: Path):
    return read(folder / "uima-json" / "nasty.json", folder / "uima-xmi" / "TypeSystem.xml")
