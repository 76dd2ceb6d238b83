import "server-only";
import { fieldWords } from "@/domain/field-words";
import { TagId } from "@/domain/ids";
import { invalidBy } from "@/domain/invalid-by";
import { TagChange } from "@/domain/tag/batch";
import type { Sent } from "@/domain/tag/change";
import { unkeepableIn } from "@/domain/text/keepable";

/** One operation of a batch as it was sent; one that can't be read is refused alone, with those that wait for it. */
export function sentChange(operation: unknown): Sent {
  const parsed = TagChange.safeParse(operation, { error: fieldWords });
  const unkeepable = unkeepableIn(operation);
  if (parsed.success && unkeepable.problems.length === 0) return { ok: true, value: parsed.data };
  const named = operation !== null && typeof operation === "object" && "id" in operation ? operation.id : undefined;
  const id = TagId.safeParse(named).data;
  const failure = parsed.success ? { kind: "invalid" as const, ...unkeepable } : invalidBy(parsed.error);
  return { ok: false, failure, id };
}
