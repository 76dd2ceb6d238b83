#!/usr/bin/env bash
# What one expects: a military grid reference names a square, the fewer digits the larger, and libraries that turn the same
# one into a latitude and longitude answer the same point.
# What happens: Python's mgrs and JavaScript's geodesy answer the square's south-west corner, JavaScript's mgrs its middle.
# For a reference with one digit each way the two points are 7 km apart, in different towns; nothing in the answers tells.
# Why it matters: "37SDU23" in a report becomes two events for whoever merges by distance, and a corner claims to be a place.
# mgrs 1.5.0 (with packaging 25.0, which it imports without declaring) on Python 3.11; mgrs 2.1.0 and geodesy 2.4.0 on Node 20. Seen on 2026-12-01.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts mgrs@2.1.0 geodesy@2.4.0
python3 -m venv own
own/bin/pip install --quiet --disable-pip-version-check mgrs==1.5.0 packaging==25.0
cat > see.mjs <<'JS'
import Mgrs from "geodesy/mgrs.js";
import mgrs from "mgrs";
for (const square of ["37SDU23", "37SDU2345", "37SDU23454321"]) {
  const [lon, lat] = mgrs.toPoint(square);
  const corner = Mgrs.parse(square).toUtm().toLatLon();
  console.log(`${square} mgrs (JavaScript) ${lat.toFixed(4)} ${lon.toFixed(4)}`);
  console.log(`${square} geodesy ${corner.lat.toFixed(4)} ${corner.lon.toFixed(4)}`);
}
JS
cat > see.py <<'PY'
import mgrs
for square in ("37SDU23", "37SDU2345", "37SDU23454321"):
    lat, lon = mgrs.MGRS().toLatLon(square)
    print(f"{square} mgrs (Python) {lat:.4f} {lon:.4f}")
PY
{ node see.mjs; own/bin/python see.py; } | sort | tee seen.txt
diff seen.txt - <<'SEEN' && echo "As seen before."
37SDU23 geodesy 34.6087 38.1274
37SDU23 mgrs (JavaScript) 34.6542 38.1816
37SDU23 mgrs (Python) 34.6087 38.1274
37SDU2345 geodesy 34.7442 38.1588
37SDU2345 mgrs (JavaScript) 34.7488 38.1642
37SDU2345 mgrs (Python) 34.7442 38.1588
37SDU23454321 geodesy 34.7281 38.1639
37SDU23454321 mgrs (JavaScript) 34.7282 38.1639
37SDU23454321 mgrs (Python) 34.7281 38.1639
SEEN
