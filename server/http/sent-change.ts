import "server-only";
import { fieldWords } from "@/domain/field-words";
import { TagId } from "@/domain/ids";
import { TagChange } from "@/domain/tag/batch";
import type { Sent } from "@/domain/tag/change";
import { problemsOf } from "@/server/http/route";

/** One operation of a batch as it was sent; one that can't be read is refused alone, with those that wait for it. */
export function sentChange(operation: unknown): Sent {
  const parsed = TagChange.safeParse(operation, { error: fieldWords });
  if (parsed.success) return { ok: true, value: parsed.data };
  const named = operation !== null && typeof operation === "object" && "id" in operation ? operation.id : undefined;
  const id = TagId.safeParse(named).data;
  return { ok: false, failure: { kind: "invalid", problems: problemsOf(parsed.error) }, id };
}
