import { Zip, ZipDeflate } from "fflate";

/** A file that is itself a zip archive, made part by part. */
export type ZipPieces = {
  /** Begins a part; the one before is over. */
  begin(name: string): void;
  write(text: string): void;
  /** Ends the archive. */
  end(): void;
  /** The bytes since the last time. */
  take(): Uint8Array[];
};

/** Text hardly gets smaller at a higher level, and takes several times as long. */
const level = 3;

/** `at`: the time that all parts bear, so that the same snapshot gives the same bytes. */
export function zipPieces(at: string): ZipPieces {
  const ready: Uint8Array[] = [];
  const encoder = new TextEncoder();
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  let part: ZipDeflate | undefined;
  const close = () => void part?.push(new Uint8Array(), true);
  return {
    begin(name) {
      close();
      part = new ZipDeflate(name, { level });
      part.mtime = at;
      zip.add(part);
    },
    write: (text) => void part?.push(encoder.encode(text)),
    end() {
      close();
      zip.end();
    },
    take: () => ready.splice(0),
  };
}
