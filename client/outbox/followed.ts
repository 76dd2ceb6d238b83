import { idOf } from "@/client/new-id";
import type { VerdictId } from "@/domain/ids";

/** What a waiting change learns from the acknowledgement of the one before it. */
export type Followed = { version?: number; verdictId?: VerdictId };

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;

const versionIn = (value: unknown): Followed => {
  const version = fieldOf(value, "version");
  return typeof version === "number" ? { version } : {};
};

/** The version that an answered thing has now, and the decision that was made; whatever the answer is of. */
export function followed(answer: unknown): Followed {
  const verdictId = fieldOf(fieldOf(answer, "verdict"), "id");
  const tag = fieldOf(answer, "tag");
  // The id of a verdict that our own server made.
  if (tag !== undefined && typeof verdictId === "string")
    return { ...versionIn(tag), verdictId: idOf<VerdictId>(verdictId) };
  return versionIn(answer);
}
