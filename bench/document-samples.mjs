import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { files as comments } from "./samples/comments.mjs";
import { files as pages } from "./samples/pages.mjs";

/**
 * Writes those samples of documents that nobody can write by hand because they are archives or in an old encoding. What
 * should come of them stands beside each: `node bench/document-samples.mjs`.
 */
const folder = join(import.meta.dirname, "..", "server", "import", "documents", "samples");

for (const [name, bytes] of Object.entries({ ...comments, ...pages })) writeFileSync(join(folder, name), bytes);
