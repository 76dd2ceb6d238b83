#!/usr/bin/env bash
# What one expects: a sentence splitter with rules for Arabic ends a sentence at a full stop, a question mark or an
# exclamation mark, and keeps a clause with the words that introduce it, as its English rules do.
# What happens: with language "ar" a sentence also ends at every colon and every Arabic comma, so that "he denied that: it
# did not fall, as is said" is three sentences; with "fa" it ends at the colon, not at the comma. The same words stay
# together in English. Spans and texts agree; only the borders surprise.
# Why it matters: who says it, and the hedge or denial that governs a claim, end up in another "sentence" than the claim,
# and a tool that reads certainty sentence by sentence takes a denied claim for an asserted one.
# pysbd 0.3.4 on Python 3.11.7. Seen on 2026-11-29.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check pysbd==0.3.4
cat > "$folder/see.py" <<'PY'
import pysbd
arabic = "ثم نفى ذلك: لم تسقط، كما يقال. متى؟"
english = "Then he denied that: it did not fall, as is said. When?"
for language, text in (("ar", arabic), ("fa", arabic), ("en", english)):
    spans = pysbd.Segmenter(language=language, clean=False, char_span=True).segment(text)
    print(language, [(s.start, s.end) for s in spans], all(text[s.start:s.end] == s.sent for s in spans))
PY
"$folder/python/bin/python" "$folder/see.py" | tee "$folder/seen.txt"
diff "$folder/seen.txt" - <<'SEEN' && echo "As seen before."
ar [(0, 12), (12, 21), (21, 31), (31, 35)] True
fa [(0, 12), (12, 31), (31, 35)] True
en [(0, 50), (50, 55)] True
SEEN
