#!/usr/bin/env bash
# What one expects: a folder of Parquet files, one for each split, named in the card's YAML as the documentation of the Hub
# shows ("Manual configuration", data_files by split), loads with as many rows in each split as its file has: none, if it
# has none. pyarrow and pandas read such a file as a table with its columns and no rows.
# What happens: load_dataset raises for the whole folder, the full splits too, because it asks the empty file for batches of
# no rows; nothing names the split or the file.
# Why it matters: an annotation tool that divides reports by their ids writes an empty validation split whenever a project
# is small, and the whole export can't be loaded. A writer has to leave the split out of the folder and of the card.
# datasets 5.2.0, pyarrow 26.0.1 on Python 3.11. Seen on 2026-11-30.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check datasets==5.2.0 pyarrow==26.0.1
cat > "$folder/see.py" <<'PY'
import sys
from pathlib import Path
import pyarrow as pa
import pyarrow.parquet as pq
import datasets

datasets.disable_progress_bars()
schema = pa.schema([("text", pa.string()), ("label", pa.string())])
card = "---\nconfigs:\n- config_name: default\n  data_files:\n"

def folder(name, splits):
    place = Path(sys.argv[1]) / name
    place.mkdir()
    lines = card
    for split, rows in splits.items():
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), place / f"{split}.parquet")
        lines += f"  - split: {split}\n    path: {split}.parquet\n"
    (place / "README.md").write_text(lines + "---\n")
    return str(place)

row = {"text": "The bridge is closed.", "label": "claim"}
for name, splits in (("full", {"train": [row, row], "validation": [row]}), ("empty", {"train": [row, row], "validation": []})):
    place = folder(name, splits)
    print(name, "pyarrow", {split: pq.read_table(f"{place}/{split}.parquet").num_rows for split in splits})
    try:
        print(name, "datasets", datasets.load_dataset(place).num_rows)
    except Exception as error:
        print(name, "datasets", type(error).__name__, "because of", repr(error.__cause__))
PY
HF_HOME="$folder/home" HF_HUB_OFFLINE=1 "$folder/python/bin/python" "$folder/see.py" "$folder" 2>/dev/null | tee "$folder/seen.txt"
diff "$folder/seen.txt" - <<'SEEN' && echo "As seen before."
full pyarrow {'train': 2, 'validation': 1}
full datasets {'train': 2, 'validation': 1}
empty pyarrow {'train': 2, 'validation': 0}
empty datasets DatasetGenerationError because of ArrowInvalid('BatchSize must be greater than 0, got 0')
SEEN
