"""Readers of linked data. Terms of the standard's context (www.w3.org/ns/anno.jsonld) stand here, since it is not fetched."""

import json
from functools import cache
from pathlib import Path

from receivers import receiver

OA = "http://www.w3.org/ns/oa#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
REFERENCES = {"body": "hasBody", "target": "hasTarget", "source": "hasSource", "selector": "hasSelector"}
VALUES = ["start", "end", "exact", "prefix", "suffix"]
NAMES = ["Annotation", "TextualBody", "SpecificResource", "TextPositionSelector", "TextQuoteSelector"]
MOTIVES = ["tagging", "linking", "identifying", "describing", "commenting", "replying", "assessing", "highlighting"]
CONTEXT = {
    "oa": OA,
    "as": "https://www.w3.org/ns/activitystreams#",
    "id": "@id",
    "type": "@type",
    "value": RDF + "value",
    "motivation": {"@id": OA + "motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": OA + "hasPurpose", "@type": "@vocab"},
    "items": {"@id": "as:items", "@container": "@list"},
    "first": {"@id": "as:first", "@type": "@id"},
    **{name: {"@id": OA + term, "@type": "@id"} for name, term in REFERENCES.items()},
    **{name: OA + name for name in [*VALUES, *NAMES, *MOTIVES]},
}


@cache
def collection(folder: Path) -> str:
    whole = json.loads((folder / "web-annotation" / "annotations.jsonld").read_text(encoding="utf-8"))
    return json.dumps({**whole, "@context": CONTEXT})


def tags(triples):
    """Label and words of every part of every tag, from (subject, predicate, object) as text."""
    about = {}
    for subject, predicate, value in triples:
        about.setdefault(subject, {}).setdefault(predicate, []).append(value)
    get = lambda node, name: about.get(node, {}).get(OA + name if "#" not in name else name, [])
    found = []
    for node in about:
        if OA + "tagging" not in get(node, "motivatedBy"):
            continue
        label = [get(body, RDF + "value")[0] for body in get(node, "hasBody") if OA + "tagging" in get(body, "hasPurpose")][0]
        targets = list(get(node, "hasTarget"))
        while targets:
            target = targets.pop()
            exact = [words for selector in get(target, "hasSelector") for words in get(selector, "exact")]
            found += [(label, words) for words in exact]
            rest = get(target, "https://www.w3.org/ns/activitystreams#items") + get(target, RDF + "rest")
            targets += rest + get(target, RDF + "first")
    return found


@receiver("rdflib", "web-annotation")
def rdflib_graph(folder: Path):
    from rdflib import Graph

    graph = Graph().parse(data=collection(folder), format="json-ld")
    return tags((str(s), str(p), str(o)) for s, p, o in graph)


@receiver("PyLD", "web-annotation")
def pyld_quads(folder: Path):
    from pyld import jsonld

    dataset = jsonld.to_rdf(json.loads(collection(folder)))
    return tags(tuple(each[part]["value"] for part in ("subject", "predicate", "object")) for each in dataset["@default"])
