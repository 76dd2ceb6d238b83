/** Bytes that can be read from anywhere, such as an uploaded file. Nothing is kept in memory but what was asked for. */
export type Source = {
  name: string;
  size: number;
  /** Never more than a few megabytes at once; shorter only at the end. */
  slice(from: number, length: number): Promise<Buffer>;
};

/** A source from some place on, piece by piece. */
export async function* pieces(source: Source, from = 0, to = source.size): AsyncGenerator<Buffer> {
  for (let at = from; at < to; ) {
    const piece = await source.slice(at, Math.min(pieceSize, to - at));
    if (piece.length === 0) return;
    yield piece;
    at += piece.length;
  }
}

/** Bytes; parts of an upload are as large. */
export const pieceSize = 1024 * 1024;

/** For what is in memory already. */
export const bytesSource = (name: string, bytes: Buffer): Source => ({
  name,
  size: bytes.length,
  slice: async (from, length) => bytes.subarray(from, from + length),
});
