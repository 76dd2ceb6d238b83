#!/usr/bin/env bash
# What one expects: each country of world-atlas has its ISO 3166-1 numeric code as id (README, "Countries"), so figures
# by country are joined to shapes by that id, and one id is one country.
# What happens: at 1:50m five shapes have no id, Kosovo and Somaliland among them, and two have Australia's 036. A table keyed by id, as
# most choropleths make it, ends with the later shape: Australia's figure is drawn on Ashmore and Cartier Is., and
# everything about the five falls into one key. At 1:110m it is only three without an id, so a try on the small file looks right.
# Why it matters: a conflict map would leave out, or draw elsewhere, just those places that are disputed.
# world-atlas 2.0.2, Node 20. Seen on 2026-12-01.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts world-atlas@2.0.2
cat > see.cjs <<'JS'
for (const scale of ["110m", "50m"]) {
  const shapes = require(`world-atlas/countries-${scale}.json`).objects.countries.geometries;
  const names = (wanted) => shapes.filter(({ id }) => wanted(id)).map(({ properties }) => properties.name).join(", ");
  const byId = new Map(shapes.map(({ id, properties }) => [id, properties.name]));
  console.log(`${scale}: ${shapes.length} shapes, ${byId.size} ids`);
  console.log(`${scale}: without id: ${names((id) => id === undefined)}`);
  console.log(`${scale}: with 036: ${names((id) => id === "036")}; joined by id: ${byId.get("036")}`);
}
JS
node see.cjs | tee seen.txt
diff seen.txt - <<'SEEN' && echo "As seen before."
110m: 177 shapes, 175 ids
110m: without id: N. Cyprus, Somaliland, Kosovo
110m: with 036: Australia; joined by id: Australia
50m: 241 shapes, 236 ids
50m: without id: Somaliland, Kosovo, N. Cyprus, Indian Ocean Ter., Siachen Glacier
50m: with 036: Australia, Ashmore and Cartier Is.; joined by id: Ashmore and Cartier Is.
SEEN
