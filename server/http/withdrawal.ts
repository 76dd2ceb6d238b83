import "server-only";
import type { WithdrawQuery } from "@/domain/api/withdraw-query";
import type { TagId } from "@/domain/ids";
import type { Sent } from "@/domain/tag/change";

/** What a DELETE of a tag asks for. */
export function withdrawalOf(
  { id, type }: { id: TagId; type: "annotation" | "relation" },
  { version: asked, seen, opId, undecided }: WithdrawQuery,
  ifMatch: number | undefined,
): Sent {
  const version = ifMatch ?? asked;
  if (version !== undefined) {
    const again = undecided === "1" && { undecided: true as const };
    const saw = seen && { seen: seen === "none" ? null : seen };
    return { ok: true, value: { deed: "withdraw", id, type, version, ...saw, ...(opId && { opId }), ...again } };
  }
  const problems = [{ field: "If-Match", reason: 'The version you have seen, like "3".' }];
  return { ok: false, failure: { kind: "invalid", problems } };
}
