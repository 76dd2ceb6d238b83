import type { Change, ChangeName, Thing, Ticket, Touched } from "@/domain/change/change";
import type { Here, World } from "@/domain/change/world";
import type { TagChange } from "@/domain/tag/batch";

/** A request to the API; `path` stands below /api/v1. */
export type Request = {
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
};

/** A thing right before a change and right after it, and as it is now. */
export type Since<T> = { before: T | undefined; after: T; now: T };

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export type Hash = (text: string) => Promise<string>;

/** All that is to be known of one kind of change. */
export type ChangeKind<Name extends ChangeName> = {
  /** Does it to the world as it is shown here, before any server has seen it. */
  apply(world: World, change: Change<Name>, on: Ticket, here: Here): void;
  /** What undoes it and leaves alone what was done since; undefined where nothing does, or nothing is left to undo. */
  invert(change: Change<Name>, since: Since<Touched<Name>>): Change | undefined;
  /** A waiting change is written over by the next one of the same thing with the same word here. */
  merges?: "content" | "state";
  /** The waiting change that is simply dropped for this one. */
  cancels?: ChangeName;
  /** Whether the server does not know the thing before this arrives. */
  creates: "always" | "without a version" | "never";
  /** Everything it mentions and that has to exist before it arrives. */
  needs?(change: Change<Name>): readonly Thing[];
  /** How it is told to the API when it travels alone. */
  request(change: Change<Name>, on: Ticket): Request;
  /** The same as one operation of a batch; only tags travel in batches. */
  operation?(change: Change<Name>, on: Ticket): TagChange;
  /** The same with hashes where it quotes the report: a device keeps no words of a report. */
  bare?(change: Change<Name>, hash: Hash): Promise<Change<Name>>;
};

/** Of a tag that the server knows: its version and the verdict that were seen, so that nothing is undone unseen. */
export const seenOn = ({ version, verdictId }: Ticket) =>
  version === undefined ? {} : { version, seen: verdictId ?? null };
