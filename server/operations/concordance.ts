import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { ProjectDeed } from "@/domain/access/project-deeds";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import { byKey, type Hit } from "@/domain/search/concordance";
import { type HitSort, mostSorted } from "@/domain/search/hit-sorts";
import { type Query, readQuery, reportFields } from "@/domain/search/query";
import { reportsWith } from "@/server/data/search/concordance";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";
import type { ConcordanceCursor } from "@/server/operations/page-cursor";
import { hitsOf, type SortableHit } from "@/server/operations/read-hits";
import { sentenceOf } from "@/server/operations/search";
import { withOtherNames } from "@/server/operations/search-names";
import { encodeCursor, type Page } from "@/server/page";

export type AskConcordance = { q: string; sort: HitSort; after: ConcordanceCursor | undefined; limit: number };

/** A page of hits. `sorted`: how many of them, the newest, were sorted, and whether those are all. */
export type ConcordancePage = Page<Hit> & { sorted?: { hits: number; all: boolean } };

/** What a concordance is asked for: words, and fields that narrow reports. */
export async function readConcordanceQuery(
  actor: Actor,
  projectId: ProjectId,
  q: string,
  deed: ProjectDeed = "see-project",
): Promise<Result<Query>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, deed);
  if (refusal) return fail(refusal);
  const read = readQuery(q, reportFields);
  if (!read.ok) return invalid("q", sentenceOf(read.trouble));
  if (!read.query.parts.some((part) => part.is === "any" || !part.not))
    return invalid("q", sentenceOf({ is: "nothing", at: 0, said: q }));
  const { query } = await withOtherNames(actor, projectId, read.query);
  return ok(query);
}

/** Every place where words stand in the reports of a project, with the words around them. */
export async function readConcordance(
  actor: Actor,
  projectId: ProjectId,
  { q, sort, after, limit }: AskConcordance,
): Promise<Result<ConcordancePage>> {
  const query = await readConcordanceQuery(actor, projectId, q);
  if (!query.ok) return query;
  const asked = { actor, projectId, query: query.value, limit };
  const goesOn = after?.[0] === sort ? after : undefined;
  return ok(sort === "newest" ? await newestPage(asked, goesOn) : await sortedPage(asked, sort, goesOn));
}

type Asked = { actor: Actor; projectId: ProjectId; query: Query; limit: number };

async function newestPage(asked: Asked, goesOn: ConcordanceCursor | undefined): Promise<ConcordancePage> {
  const { actor, projectId, query, limit } = asked;
  const hits: SortableHit[] = [];
  let from = goesOn && ([goesOn[1], goesOn[2]] as const);
  let after: readonly [string, string] | undefined;
  for (;;) {
    const reports = await reportsWith(sql, actor, { query, projectId, from, after, limit: limit + 2 });
    for await (const some of hitsOf(actor, query, reports)) {
      hits.push(...some.filter(({ hit }) => hit.reportId !== goesOn?.[2] || hit.start > goesOn[3]));
    }
    const last = reports.at(-1);
    if (!last || reports.length < limit + 2 || hits.length > limit) break;
    after = [last.key, last.reportId];
    from = undefined;
  }
  const items = hits.slice(0, limit);
  const last = items.at(-1);
  const page = { items: items.map(({ hit }) => hit) };
  return hits.length > limit && last
    ? { ...page, next: encodeCursor(["newest", last.key, last.hit.reportId, last.hit.start]) }
    : page;
}

async function sortedPage(
  asked: Asked,
  sort: Exclude<HitSort, "newest">,
  goesOn: ConcordanceCursor | undefined,
): Promise<ConcordancePage> {
  const { limit } = asked;
  const from = goesOn && ([goesOn[1], goesOn[2]] as const);
  const { hits, all } = await newestHits(asked, from);
  const [newest] = hits;
  const before = goesOn?.[3] ?? 0;
  const sorted = hits.toSorted((a, b) => byKey(a.keys[sort], b.keys[sort]));
  const page = {
    items: sorted.slice(before, before + limit).map(({ hit }) => hit),
    sorted: { hits: hits.length, all },
  };
  return newest && sorted.length > before + limit
    ? { ...page, next: encodeCursor([sort, newest.key, newest.hit.reportId, before + limit]) }
    : page;
}

/** The newest hits, as many as are sorted at once, and whether there are no others. */
export async function newestHits(
  { actor, projectId, query, free }: Omit<Asked, "limit"> & { free?: boolean },
  from?: readonly [string, string],
): Promise<{ hits: SortableHit[]; all: boolean }> {
  const reports = await reportsWith(sql, actor, {
    ...{ query, projectId, from, limit: mostSorted + 1 },
    ...(free && { free }),
  });
  const hits: SortableHit[] = [];
  for await (const some of hitsOf(actor, query, reports)) {
    for (const each of some) hits.push(each);
    if (hits.length > mostSorted) break;
  }
  return { hits: hits.slice(0, mostSorted), all: hits.length <= mostSorted && reports.length <= mostSorted };
}
