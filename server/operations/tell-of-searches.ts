import "server-only";
import { ok } from "@/domain/failure";
import { readQuery } from "@/domain/search/query";
import { mostNew } from "@/domain/search/saved-search";
import { starterOf } from "@/server/data/jobs/starter";
import { findWords } from "@/server/data/search/find";
import { type SearchToTell, searchesToTell, tellOfSearch } from "@/server/data/search/saved";
import { inTransaction, sql } from "@/server/data/transaction";
import { withOtherNames } from "@/server/operations/search-names";

/** Puts a line into the inbox of everybody whose search finds something new, as far as they may see it. */
export async function tellOfSearches(): Promise<void> {
  for (const search of await searchesToTell(sql)) {
    const found = await newResults(search);
    await inTransaction(search.workspaceId, async (tx) => {
      await tellOfSearch(tx, search, { fresh: found.length, projectId: found[0]?.projectId });
      return ok(undefined);
    });
  }
}

async function newResults(search: SearchToTell) {
  const { workspaceId, id, userId, q, projectId, since } = search;
  const actor = await starterOf(sql, { workspaceId, id, by: userId });
  const read = readQuery(q);
  if (!actor || !read.ok) return [];
  const { query } = await withOtherNames(actor, projectId, read.query);
  return findWords(sql, actor, { query, projectId, since, after: undefined, limit: mostNew - 1 });
}
