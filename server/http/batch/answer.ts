import "server-only";
import type { Actor } from "@/domain/access/actor";
import { fail, ok, type Result } from "@/domain/failure";
import { fieldWords } from "@/domain/field-words";
import type { ReportId } from "@/domain/ids";
import { invalidBy, manyUnknown } from "@/domain/invalid-by";
import { Batch, type BatchAnswer } from "@/domain/tag/batch";
import { jsonIn } from "@/server/http/body";
import { refused } from "@/server/http/each";
import { sentChange } from "@/server/http/sent-change";
import { changeTags } from "@/server/operations/change-tags";

/** A batch as its bytes came, and whose it is. */
export type SentBatch = { actor: Actor; reportId: ReportId; bytes: Uint8Array };

/** Reads a batch, does what it says and writes down the answer: all that takes longer the more there is in it. */
export async function answerBatch({ actor, reportId, bytes }: SentBatch): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const json = jsonIn(bytes);
  if (!json.ok) return json;
  const unknown = manyUnknown(Batch, json.value);
  if (unknown) return fail(unknown);
  const batch = Batch.safeParse(json.value, { error: fieldWords });
  if (!batch.success) return fail(invalidBy(batch.error));
  const answers = await changeTags(actor, reportId, batch.data.operations.map(sentChange));
  if (!answers.ok) return answers;
  const results = answers.value.map((each) =>
    each.ok ? { status: "ok" as const, tag: each.tag } : refused(each.failure),
  );
  return ok(new TextEncoder().encode(JSON.stringify({ results } satisfies BatchAnswer)));
}
