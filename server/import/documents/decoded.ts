import { decode } from "../decode";
import { encodingNamed } from "../encodings/labels";
import { Unreadable } from "./extracted";
import type { Warnings } from "./warnings";

/** The text of a file of text, in the encoding that it or somebody names, else in the likeliest one; a guess is told. */
export function readText(
  bytes: Uint8Array,
  named: string | undefined,
  warnings: Warnings,
): { text: string; encoding: string } {
  const marked = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(Buffer.from(bytes.subarray(0, 3)).toString("latin1"));
  const said = named === undefined || marked ? undefined : encodingNamed(named);
  const asSaid = said === undefined ? undefined : decode(bytes, said);
  const decoded = asSaid?.ok ? asSaid : decode(bytes);
  if (!decoded.ok) throw new Unreadable(decoded.sentence);
  if (decoded.confidence !== "certain" || (asSaid && !asSaid.ok)) warnings.add("encoding-guessed", decoded.encoding);
  return { text: decoded.text, encoding: decoded.encoding };
}
