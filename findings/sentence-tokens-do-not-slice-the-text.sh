#!/usr/bin/env bash
# What one expects: a tokeniser whose tokens carry an `offset` gives tokens that stand at that offset, so that
# text[offset:offset + len(value)] is the token (syntok's README: the offset is where the token begins in the input).
# What happens: in English "didn't" becomes "did" and "not", a word that the text does not have, and a word hyphenated at
# the end of a line loses its hyphen and break: from there on the offsets of the paragraph are two characters short.
# With the options for contractions and hyphens turned off, every token stands where it says.
# Why it matters: spans made from such tokens quote words that the report does not say, or sit beside the words they mean.
# syntok 1.4.4 on Python 3.11.7. Seen on 2026-11-29.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check syntok==1.4.4
cat > "$folder/see.py" <<'PY'
import syntok.segmenter as segmenter
from syntok.tokenizer import Tokenizer
text = "The source didn't say who. General Smith-\nJones stayed in the town."
def off(tokens):
    return [(t.value, text[t.offset:t.offset + len(t.value)]) for t in tokens if text[t.offset:t.offset + len(t.value)] != t.value]
usual = [t for paragraph in segmenter.process(text) for sentence in paragraph for t in sentence]
print("usual:", off(usual))
plain = Tokenizer(emit_hyphen_or_underscore_sep=True, replace_not_contraction=False).split(text)
print("options off:", off(plain))
PY
"$folder/python/bin/python" "$folder/see.py" | tee "$folder/seen.txt"
diff "$folder/seen.txt" - <<'SEEN' && echo "As seen before."
usual: [('not', "n't"), ('Jones', '-\nJon'), ('stayed', 's stay'), ('in', 'd '), ('the', 'n t'), ('town', 'e to'), ('.', 'w')]
options off: []
SEEN
