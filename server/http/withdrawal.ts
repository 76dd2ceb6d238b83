import "server-only";
import { z } from "zod";
import { OpId, type TagId, VerdictId } from "@/domain/ids";
import type { Sent } from "@/domain/tag/change";

/** The version seen goes in `If-Match` or here; `opId` makes repeating safe. */
export const WithdrawQuery = z.object({
  version: z.coerce.number().int().positive().optional(),
  /** The verdict seen, "none" for none: then any other one is told instead of being undone. */
  seen: z.union([z.literal("none"), VerdictId]).optional(),
  opId: OpId.optional(),
  /** Of a final tag: what it was derived from is undecided again, not left out on purpose. */
  undecided: z.enum(["0", "1"]).optional(),
});

/** What a DELETE of a tag asks for. */
export function withdrawalOf(
  { id, type }: { id: TagId; type: "annotation" | "relation" },
  { version: asked, seen, opId, undecided }: z.infer<typeof WithdrawQuery>,
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
