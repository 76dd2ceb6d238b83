import "server-only";
import type { Actor } from "@/domain/access/actor";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import { type Excerpt, excerptOf, matchesIn, wantedIn } from "@/domain/search/excerpt";
import type { Found } from "@/domain/search/found";
import type { OtherNames } from "@/domain/search/other-names";
import { type Looked, type QueryTrouble, readQuery } from "@/domain/search/query";
import { placesOf } from "@/domain/search/terms";
import { codePointLength } from "@/domain/text/offsets";
import { translator } from "@/messages/translator";
import { type FoundRow, findWords } from "@/server/data/search/find";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";
import { withOtherNames } from "@/server/operations/search-names";
import { type Page, toPage } from "@/server/page";

export type AskSearch = {
  q: string;
  project: ProjectId | undefined;
  after: readonly [string, string] | undefined;
  limit: number;
  /** When somebody last looked: what can be found since then is marked as new. */
  lookedAt?: string | undefined;
};

/** `names`: other names of what was looked for, which were looked for too. */
export type FoundPage = Page<Found> & { names: OtherNames[] };

/** Finds reports, tags, comments and entities by their words, newest first, in one project or all of this person's. */
export async function search(
  actor: Actor,
  { q, project, after, limit, lookedAt }: AskSearch,
): Promise<Result<FoundPage>> {
  const read = readQuery(q);
  if (!read.ok) return invalid("q", sentenceOf(read.trouble));
  if (project && !(await standingIn(sql, actor, project))) return fail({ kind: "not-found" });
  const { query, names } = await withOtherNames(actor, project, read.query);
  const rows = await findWords(sql, actor, { query, projectId: project, after, limit, lookedAt });
  const page = toPage(rows, limit, ({ key, id }) => [key, id]);
  const wanted = wantedIn(query);
  return ok({ ...page, items: page.items.map((row) => shown(row, wanted)), names });
}

/** What is wrong with a query, and at which character of it, counted from 1. */
export function sentenceOf({ is, at, said }: QueryTrouble): string {
  const t = translator("search");
  return t("at", { words: t(`trouble.${is}`, { said }), at: at + 1 });
}

function shown({ key: _key, revision, blocks, ...row }: FoundRow, wanted: readonly Looked[]): Found {
  const { excerpt, start } = bestOf(blocks, wanted);
  const { at, ...words } = excerpt;
  const [mark] = words.marks;
  if (row.of !== "report" || at === null || !mark || revision === null) return { ...row, words };
  const from = start + codePointLength(blockAt(blocks, start).slice(0, at));
  const length = codePointLength(words.text.slice(mark.start, mark.end));
  return { ...row, words, place: { start: from, end: from + length, revision } };
}

type Block = FoundRow["blocks"][number];

const blockAt = (blocks: readonly Block[], start: number) => blocks.find((block) => block.start === start)?.text ?? "";

/** The excerpt of the block that holds most of what was looked for. */
function bestOf(blocks: readonly Block[], wanted: readonly Looked[]): { excerpt: Excerpt; start: number } {
  let best = { block: blocks[0] ?? { start: 0, text: "" }, different: -1 };
  for (const block of blocks) {
    const places = placesOf(block.text);
    const different = wanted.filter((looked) => matchesIn(places, [looked]).length > 0).length;
    if (different > best.different) best = { block, different };
  }
  return { excerpt: excerptOf(best.block.text, wanted), start: best.block.start };
}
