#!/usr/bin/env bash
# What one expects: an anchoring library finds a quote where it stands, and says so when it stands nowhere. Its README
# promises a Range for a TextQuoteSelector (W3C Web Annotation, section 4.2.4).
# What happens: a quote that is not in the text comes back as a Range over other words, cut in the middle of one, without
# a score or a warning. "rebels left Eastern Hama" lands on "rebels left Northern Ham". A quote that is further off gives null.
# Why it matters: after a text was corrected, a tag would sit on words that nobody tagged, and nobody is told.
# dom-anchor-text-quote 4.0.2 on jsdom 26.1.0, Node 20.20.2. Seen on 2026-11-29.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund dom-anchor-text-quote@4.0.2 jsdom@26.1.0
cat > see.mjs <<'JS'
import { JSDOM } from "jsdom";
const { window } = new JSDOM(
  "<p id=report>Local sources said on Monday that rebels left Northern Hama. " +
  "Local sources said on Friday that rebels left Southern Hama.</p>");
const { document, Node, NodeFilter, Range, DOMException } = window;
Object.assign(globalThis, { window, document, Node, NodeFilter, Range, DOMException });
const { toRange } = await import("dom-anchor-text-quote");
const report = document.getElementById("report");
const look = (selector) => {
  const range = toRange(report, selector);
  console.log(`${selector.exact} -> ${range ? `${range.toString()} (from ${range.startOffset})` : range}`);
};
look({ exact: "rebels left Southern Hama" });
look({ exact: "rebels left Eastern Hama" });
look({ exact: "rebels left Hama" });
look({ exact: "rebels left", prefix: " on Sunday that ", suffix: " Eastern" });
look({ exact: "the army entered Aleppo" });
JS
node see.mjs | tee seen.txt
diff seen.txt - <<'SEEN' && echo "As seen before."
rebels left Southern Hama -> rebels left Southern Hama (from 95)
rebels left Eastern Hama -> rebels left Northern Ham (from 34)
rebels left Hama -> rebels left Nort (from 34)
rebels left -> rebels left (from 95)
the army entered Aleppo -> null
SEEN
