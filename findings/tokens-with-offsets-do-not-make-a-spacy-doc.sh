#!/usr/bin/env bash
# What one expects: Doc.from_json takes the text, tokens with start and end in it, and entities by their offsets (spaCy's
# page on Doc.to_json shows them so); tokens that leave out white space, as every other tokeniser's do, place words all
# the same, since text and offsets are both given.
# What happens: it works while exactly one blank stands between two tokens. Where two blanks or a line break stand there,
# an AssertionError without a word is raised; where a token of its own covers what is more than one blank, it works again.
# Why it matters: reports have paragraphs. An export as spaCy's JSON has to make tokens of line breaks and further blanks,
# or the reader gets no document and no reason.
# spacy 3.8.18 on Python 3.11. Seen on 2026-11-30.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check spacy==3.8.18
cat > "$folder/see.py" <<'PY'
import spacy
from spacy.tokens import Doc

vocab = spacy.blank("en").vocab

def see(text, tokens, entity):
    given = {
        "text": text,
        "tokens": [{"id": nth, "start": start, "end": end} for nth, (start, end) in enumerate(tokens)],
        "ents": [{"start": entity[0], "end": entity[1], "label": "PLACE"}],
    }
    try:
        doc = Doc(vocab).from_json(given)
        print(repr(text), len(tokens), [(ent.text, ent.start_char, ent.end_char) for ent in doc.ents])
    except Exception as error:
        print(repr(text), len(tokens), type(error).__name__, repr(str(error)))

see("In Hama today", [(0, 2), (3, 7), (8, 13)], (3, 7))
see("In  Hama today", [(0, 2), (4, 8), (9, 14)], (4, 8))
see("In\nHama today", [(0, 2), (3, 7), (8, 13)], (3, 7))
see("In  Hama today", [(0, 2), (3, 4), (4, 8), (9, 14)], (4, 8))
see("In\nHama today", [(0, 2), (2, 3), (3, 7), (8, 13)], (3, 7))
PY
"$folder/python/bin/python" "$folder/see.py" 2>/dev/null | tee "$folder/seen.txt"
diff "$folder/seen.txt" - <<'SEEN' && echo "As seen before."
'In Hama today' 3 [('Hama', 3, 7)]
'In  Hama today' 3 AssertionError ''
'In\nHama today' 3 AssertionError ''
'In  Hama today' 4 [('Hama', 4, 8)]
'In\nHama today' 4 [('Hama', 3, 7)]
SEEN
