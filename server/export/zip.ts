import { once } from "node:events";
import { createDeflateRaw } from "node:zlib";
import { Zip, ZipPassThrough } from "fflate";

export type ZipEntry = { name: string; chunks: AsyncIterable<Uint8Array> };

/** Deflated, as the header of an entry says it. */
const deflated = 8;
/** Tables get hardly smaller at a higher level, and take several times as long. */
const level = 3;

/** An entry that counts and sums up what is pushed, and hands on what zlib made of it. */
class Deflated extends ZipPassThrough {
  override compression = deflated;
  protected override process(): void {
    // What comes out of zlib is handed on instead.
  }
}

/** A zip archive as it is made: one chunk in memory at a time, nothing known in advance. `at` is when its files say they are of. */
export async function* zipped(entries: AsyncIterable<ZipEntry>, at?: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for await (const { name, chunks } of entries) {
    const file = new Deflated(name);
    if (at) file.mtime = at;
    const deflate = createDeflateRaw({ level });
    const ended = once(deflate, "end");
    deflate.on("data", (chunk: Buffer) => file.ondata(null, new Uint8Array(chunk), false));
    zip.add(file);
    for await (const chunk of chunks) {
      file.push(chunk);
      if (!deflate.write(chunk)) await once(deflate, "drain");
      yield* ready.splice(0);
    }
    deflate.end();
    await ended;
    file.push(new Uint8Array(), true);
    file.ondata(null, new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
