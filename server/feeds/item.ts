import { createHash } from "node:crypto";

/** Something that a source has, as it was found. */
export type FoundItem = {
  /** What the source calls it; the same thing has the same one in every run. */
  key: string;
  title: string;
  address?: string;
  /** A day or an instant, ISO 8601. */
  published?: string;
  author?: string;
  /** A file's name, which says how its bytes are read. */
  fileName: string;
  /** SHA-256 of what it says; another one means that it was changed. */
  sha256: string;
  bytes: () => Promise<Uint8Array<ArrayBuffer>>;
};

/** A source could not be read: why, in one sentence. Nothing of it was imported. */
export class FeedTrouble extends Error {}

/** A name that a source gives, short enough for an index; of a long one its beginning and its hash. */
export const keyOf = (name: string): string =>
  name.length <= 400 ? name : `${name.slice(0, 300)} ${createHash("sha256").update(name).digest("hex")}`;
