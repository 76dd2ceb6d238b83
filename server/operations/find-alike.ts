import "server-only";
import { setImmediate as others } from "node:timers/promises";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject, writingLayer } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { ProjectId, ReportId } from "@/domain/ids";
import { placesOf } from "@/domain/search/terms";
import { alikeWords } from "@/domain/tag/alike-words";
import { type FindAlike, type FoundAlike, mostAlike } from "@/domain/tag/tag-alike";
import { looked } from "@/server/data/search/tsquery";
import { standingIn } from "@/server/data/standings";
import { type Candidate, reportsThatMayHold, sampleOf, taggedSo } from "@/server/data/tag-alike";
import { sql } from "@/server/data/transaction";

/** Reports that are read word by word for other spellings; what is beyond is said to be. */
const mostRead = 2000;

/** Where some words stand in the open reports of a project and are not tagged so yet, in this person's layer. */
export async function findAlike(actor: Actor, projectId: ProjectId, asked: FindAlike): Promise<Result<FoundAlike>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-work");
  if (refusal) return fail(refusal);
  const sample = asked.like === undefined ? undefined : await sampleOf(sql, { actor, standing, projectId }, asked.like);
  if (asked.like && sample?.segments !== 1)
    return invalid("like", "There is no such tag on one stretch of words in this project.");
  const words = sample ? sample.words : asked.words;
  const kind = sample ? sample.kind : asked.kind;
  if (!words || !kind || kind === "claim") return invalid("like", "A claim is said once, in its own words.");

  const layer = writingLayer(actor.userId, standing);
  const items: FoundAlike["items"] = [];
  let after: ReportId | null = null;
  for (let read = 0; items.length <= mostAlike; ) {
    const some: Candidate[] = await reportsThatMayHold(sql, actor, { projectId, words: searched(words, asked), after });
    const last = some.at(-1);
    if (!last) return ok({ items, more: false });
    after = last.id;
    const found = await foundIn(some, words, asked.spellings);
    const reports = [...new Set(found.map(({ reportId }) => reportId))];
    const tagged = new Set((await taggedSo(sql, actor, { reports, kind, layer })).map(spotKey));
    items.push(...found.filter((each) => !tagged.has(spotKey(each))));
    read += some.length;
    if (asked.spellings && read >= mostRead) return ok({ items: items.slice(0, mostAlike), more: true });
  }
  return ok({ items: items.slice(0, mostAlike), more: true });
}

/** What the search has of them; nothing for other spellings, which it does not know. */
function searched(words: string, { spellings }: FindAlike): string | null {
  const places = placesOf(words).map(({ terms }) => terms);
  return spellings || places.length === 0 ? null : looked({ places, prefix: false });
}

async function foundIn(reports: readonly Candidate[], words: string, spellings: boolean) {
  const items: FoundAlike["items"] = [];
  for (const { id: reportId, revisionId, title, language, blocks } of reports) {
    const found = alikeWords(blocks, words, { language, spellings });
    items.push(...found.map((each) => ({ reportId, revisionId, title, language, ...each })));
    await others();
  }
  return items;
}

const spotKey = ({ reportId, start, end }: { reportId: ReportId; start: number; end: number }) =>
  `${reportId} ${start}-${end}`;
