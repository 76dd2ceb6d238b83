import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { NamedThing } from "@/domain/search/named-thing";
import { placesOf } from "@/domain/search/terms";
import { calledBy, placesCalled, thingsById } from "@/server/data/search/called";
import { sql } from "@/server/data/transaction";

/** So many things are named by their ids at once, and words looked for. */
export const mostIds = 20;
const mostWords = 8;
const each = 6;

/** What is called by words that begin like this, newest first; and the names of things that this person used before. */
export async function readPalette(
  actor: Actor,
  { q, ids }: { q: string; ids: readonly string[] },
): Promise<Result<{ items: NamedThing[] }>> {
  const refusal = refusalInWorkspace(actor, "see-own");
  if (refusal) return fail(refusal);
  const words = placesOf(q)
    .slice(0, mostWords)
    .flatMap(({ terms }) => terms[0] ?? []);
  const known = ids.length === 0 ? [] : await thingsById(sql, actor, ids);
  if (words.length === 0) return ok({ items: known });
  const [reports, entities, places] = await Promise.all([
    calledBy(sql, actor, { of: "report", words, limit: each }),
    calledBy(sql, actor, { of: "entity", words, limit: each }),
    placesCalled(sql, actor, { words, limit: each }),
  ]);
  return ok({ items: [...known, ...reports, ...entities, ...places] });
}
