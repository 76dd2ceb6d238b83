"""Receivers of what models are trained on."""

from pathlib import Path

from receivers import receiver


@receiver("spacy", "spacy", why="DocBin, spans in `sc`; white space at the ends of tags is left out")
def spacy_docbin(folder: Path):
    import spacy
    from spacy.tokens import DocBin

    vocab = spacy.blank("xx").vocab
    return [
        (span.label_, span.text)
        for file in sorted((folder / "spacy" / "corpus").rglob("*.spacy"))
        for doc in DocBin().from_disk(file).get_docs(vocab)
        for span in doc.spans["sc"]
    ]


@receiver("datasets", "hugging-face")
def hugging_face(folder: Path):
    import tempfile

    from datasets import load_dataset

    with tempfile.TemporaryDirectory() as cache:
        loaded = load_dataset(str(folder / "hugging-face"), cache_dir=cache)
        names = next(iter(loaded.values())).features["spans"]
        label = names.feature["label"] if hasattr(names, "feature") else names[0]["label"]
        found = []
        for split in loaded.values():
            for row in split:
                for span in row["spans"]:
                    name = label.int2str(span["label"]) if hasattr(label, "int2str") else span["label"]
                    found.append((name, row["text"][span["start"] : span["end"]]))
        return found
