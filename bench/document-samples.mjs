import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { files as archives } from "./samples/archives.mjs";
import { files as comments } from "./samples/comments.mjs";
import { files as encodings } from "./samples/encodings.mjs";
import { files as office } from "./samples/office.mjs";
import { files as pages } from "./samples/pages.mjs";
import { files as printed } from "./samples/printed.mjs";

/**
 * Writes those samples of documents that nobody can write by hand because they are archives or in an old encoding. What
 * should come of them stands beside each: `node bench/document-samples.mjs`.
 */
const folder = join(import.meta.dirname, "..", "server", "import", "documents", "samples");
const all = { ...archives, ...comments, ...encodings, ...office, ...pages, ...printed };

for (const [name, bytes] of Object.entries(all)) writeFileSync(join(folder, name), bytes);
