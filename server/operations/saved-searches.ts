import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { SavedSearchId } from "@/domain/ids";
import { readQuery } from "@/domain/search/query";
import {
  type ChangeSavedSearch,
  mostNew,
  mostSaved,
  type SavedSearch,
  type SaveSearch,
} from "@/domain/search/saved-search";
import { countWords } from "@/server/data/search/find";
import { addSaved, changeSaved, countSaved, dropSaved, type KeptSearch, savedOf } from "@/server/data/search/saved";
import { standingIn } from "@/server/data/standings";
import { inTransaction, sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { sentenceOf } from "@/server/operations/search";
import { withOtherNames } from "@/server/operations/search-names";

/** The searches that this person keeps, each with how much is new since they looked. */
export async function listSavedSearches(actor: Actor): Promise<Result<{ items: SavedSearch[] }>> {
  const refusal = refusalInWorkspace(actor, "see-own");
  if (refusal) return fail(refusal);
  const items: SavedSearch[] = [];
  for (const kept of await savedOf(sql, actor)) items.push(await withFresh(actor, kept));
  return ok({ items });
}

async function withFresh(actor: Actor, { since, ...kept }: KeptSearch): Promise<SavedSearch> {
  const read = readQuery(kept.q);
  if (!read.ok) return { ...kept, fresh: 0 };
  const { query } = await withOtherNames(actor, kept.projectId, read.query);
  const asked = { query, projectId: kept.projectId, since, after: undefined, limit: mostNew };
  return { ...kept, fresh: await countWords(sql, actor, asked) };
}

/** Keeps a search; what can be found now is not new to it. */
export async function saveSearch(actor: Actor, sent: SaveSearch): Promise<Result<SavedSearch>> {
  const refusal = refusalInWorkspace(actor, "mark-own");
  if (refusal) return fail(refusal);
  const read = readQuery(sent.q);
  if (!read.ok) return invalid("q", sentenceOf(read.trouble));
  if (sent.projectId && !(await standingIn(sql, actor, sent.projectId)))
    return invalid("projectId", "There is no such project.");
  const id = sent.id ?? newId(SavedSearchId);
  const done = await inTransaction(actor.workspaceId, async (tx) => {
    if ((await countSaved(tx, actor)) >= mostSaved)
      return invalid("name", `You keep ${mostSaved} searches already. Delete one first.`);
    await addSaved(tx, actor, { ...sent, id });
    return ok(undefined);
  });
  return done.ok ? one(actor, id) : done;
}

async function one(actor: Actor, id: SavedSearchId): Promise<Result<SavedSearch>> {
  const [kept] = await savedOf(sql, actor, id);
  return kept ? ok(await withFresh(actor, kept)) : fail({ kind: "not-found" });
}

/** One's own search, without what is new. */
export async function findSavedSearch(actor: Actor, id: SavedSearchId): Promise<KeptSearch | undefined> {
  return (await savedOf(sql, actor, id))[0];
}

/** Renames a search, notes that its owner has looked, or whether the inbox tells of it. */
export async function changeSavedSearch(
  actor: Actor,
  id: SavedSearchId,
  change: ChangeSavedSearch,
): Promise<Result<SavedSearch>> {
  const refusal = refusalInWorkspace(actor, "mark-own");
  if (refusal) return fail(refusal);
  const done = await inTransaction(actor.workspaceId, async (tx) =>
    (await changeSaved(tx, actor, id, change)) ? ok(undefined) : fail({ kind: "not-found" }),
  );
  return done.ok ? one(actor, id) : done;
}

export const deleteSavedSearch = (actor: Actor, id: SavedSearchId): Promise<Result<undefined>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    const refusal = refusalInWorkspace(actor, "mark-own");
    if (refusal) return fail(refusal);
    return (await dropSaved(tx, actor, id)) ? ok(undefined) : fail({ kind: "not-found" });
  });
