import { encodingNamed } from "../encodings/labels";

/** The encoding that a page names in its first kilobyte (WHATWG HTML, 13.2.3.2). */
export function charsetIn(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const said =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1] ??
    /^<\?xml[^>]+encoding=["']([\w.-]+)/.exec(start)?.[1];
  return said && encodingNamed(said);
}
