import type { UserId } from "@/domain/ids";
import type { Verdict } from "@/domain/verdict";

/** What can go wrong and is expected: a closed union every caller must look at. Anything else is thrown. */
export type Failure =
  | { kind: "signed-out" }
  | { kind: "not-found" }
  | { kind: "forbidden"; reason: Refusal }
  | { kind: "invalid"; problems: readonly Problem[]; malformed?: Malformed; more?: number }
  /**
   * `verdict`: the colleague's decision that would be overruled; `fields`: what they changed, and in `changed` when;
   * `duplicate`: the report that is here already.
   */
  | {
      kind: "conflict";
      current: unknown;
      reason?: string;
      verdict?: Verdict;
      fields?: readonly string[];
      changed?: ChangedBy | undefined;
      duplicate?: Duplicate;
    }
  | { kind: "too-large"; limit: number; unit: "bytes" | "code points" | "operations" | "files" | "entries" }
  | { kind: "unsupported"; what: "type" | "compression" | "charset"; sent: string; takes: string }
  | { kind: "rate-limited"; retryAfterMs: number }
  | { kind: "unavailable"; reason: Outage };

/**
 * What keeps the server from answering although nothing is wrong with the request: the database can't be reached, its
 * disk is full, it takes no changes, has no connection left, did not answer in time, can't use its files, or the server
 * is stopping.
 */
export type Outage = "database" | "disk-full" | "read-only" | "crowded" | "busy" | "damaged" | "stopping";

/** Why what was sent can't be read at all. `at` counts bytes from 0. */
export type Malformed =
  | { is: "json" }
  | { is: "encoding"; at: number }
  | { is: "depth"; limit: number }
  | { is: "twice"; name: string }
  | { is: "form" }
  | { is: "cut" };

/** The report that is here already, and what of it is the same. */
export type Duplicate = { title: string; same: "file" | "text" };

/** Who changed a thing last, and when. */
export type ChangedBy = { by: UserId; name: string; at: string };

/** One thing wrong with what was sent: `field` is a path as in the request ("segments.0.quote"). */
export type Problem = { field: string; reason: string };

/** Why somebody who may see a thing may not do this to it: a key of messages/en/refusals.json. */
export type Refusal =
  | "needs-admin"
  | "needs-editor"
  | "needs-reviewer"
  | "needs-analyst"
  | "token-scope"
  | "more-than-token"
  | "not-your-layer"
  | "layers-closed"
  | "not-your-tag"
  | "own-work"
  | "own-release"
  | "in-sample"
  | "report-closed"
  | "project-archived"
  | "not-your-comment"
  | "not-your-thread"
  | "not-your-verdict"
  | "not-your-assignment"
  | "handed-in"
  | "layers-open"
  | "practice"
  | "practice-first"
  | "last-admin"
  | "not-in-workspace"
  | "origin"
  | "host";

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure });
export const invalid = (field: string, reason: string) => fail({ kind: "invalid", problems: [{ field, reason }] });
