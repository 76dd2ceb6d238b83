import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Real texts and figures that may lie beside a clone; tests that use them skip when the folder is absent. */
const SHARED_DATA = fileURLToPath(new URL("../../../shared/data", import.meta.url));

export const hasSharedData = existsSync(SHARED_DATA);

/** A file of the shared data as bytes, by its path there. Throws when it is absent. */
export function sharedBytes(path: string): Uint8Array {
  return readFileSync(join(SHARED_DATA, path));
}

export function sharedJson(path: string): unknown {
  return JSON.parse(new TextDecoder().decode(sharedBytes(path)));
}
