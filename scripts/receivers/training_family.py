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
