"""Receivers of brat, UIMA, GATE and the CoNLL family."""

from pathlib import Path

from receivers import receiver, written


def cas_spans(cas):
    return [(tag.label, tag.get_covered_text()) for tag in cas.select("webanno.custom.Tag")]


@receiver("dkpro-cassis", "uima-xmi")
def cassis_xmi(folder: Path):
    from cassis import load_cas_from_xmi, load_typesystem

    with open(folder / "uima-xmi" / "TypeSystem.xml", "rb") as file:
        types = load_typesystem(file)
    with open(folder / "uima-xmi" / "nasty.xmi", "rb") as file:
        return cas_spans(load_cas_from_xmi(file, typesystem=types))


@receiver("dkpro-cassis", "uima-json")
def cassis_json(folder: Path):
    from cassis import load_cas_from_json

    with open(folder / "uima-json" / "nasty.json", "rb") as file:
        return cas_spans(load_cas_from_json(file))


@receiver("gatenlp", "gate-bdoc")
def gate(folder: Path):
    from gatenlp import Document

    document = Document.load(str(folder / "gate-bdoc" / "nasty.bdocjs"), fmt="json")
    return [(each.type, document.text[each.start : each.end]) for each in document.annset()]


@receiver("conllu", "conllu-plus", fewer=5, why="a tag over two sentences is written in each; parts of one tag count once; half a word is the whole word")
def conllu_plus(folder: Path):
    from conllu import parse

    found = []
    for sentence in parse((folder / "conllu-plus" / "dataset.conllup").read_text(encoding="utf-8")):
        tags = {}
        for token in sentence:
            for part in [] if token["glossator:tags"] in ("*", None) else str(token["glossator:tags"]).split(";"):
                number, _, label = part.partition(":")
                known = tags.setdefault(number, [label, []])
                known[1].append(token["form"])
        found += [(label, "".join(words)) for label, words in tags.values()]
    return found


@receiver("seqeval", "conll-2003", fewer=6, why="one tag a word: of tags that overlap the longer one is kept; a tag over two sentences is written in each")
def seqeval_iob2(folder: Path):
    from seqeval.scheme import IOB2, Entities

    sentences, words = [[]], [[]]
    for line in (folder / "conll-2003" / "iob2.conll").read_text(encoding="utf-8").split("\n"):
        if line == "":
            sentences.append([])
            words.append([])
        elif not line.startswith("-DOCSTART-"):
            word, _, _, tag = line.split(" ")
            sentences[-1].append(tag)
            words[-1].append(word)
    entities = Entities(sentences, IOB2).entities
    return [(e.tag, "".join(words[e.sent_id][e.start : e.end])) for found in entities for e in found]


@receiver("pybrat", "brat", fewer=1, why="a tag over a line’s end is two fragments; no attributes or notes are read")
def pybrat_standoff(folder: Path):
    from pybrat.parser import BratParser

    text = written(folder)["text"]
    found = []
    for example in BratParser(error="ignore").parse(str(folder / "brat")):
        for entity in example.entities:
            spans = entity.spans if hasattr(entity, "spans") else [(entity.start, entity.end)]
            for span in spans:
                start, end = (span.start, span.end) if hasattr(span, "start") else span
                found.append((entity.type, text[start:end]))
    return found
