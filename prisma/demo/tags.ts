import type { Actor } from "@/domain/access/actor";
import type { Result } from "@/domain/failure";
import { CommentId, EntityId, OpId, TagId, ThreadId } from "@/domain/ids";
import type { Report } from "@/domain/report/report";
import type { TagChange } from "@/domain/tag/batch";
import { codePointLength } from "@/domain/text/offsets";
import type { DemoLink, DemoReport, DemoTag, DemoThread, DemoVerdict } from "@/prisma/demo/demo-report";
import { demoId } from "@/prisma/demo/ids";
import type { Hands } from "@/prisma/demo/people";
import { changeTags } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { addReply, openThread, turnThread } from "@/server/operations/discuss";

export type Opened = Pick<Report, "id" | "revisionId" | "text">;

export const tagId = (key: string) => demoId(TagId, `tag ${key}`);

/** Segments on the n-th place where words stand in a text. Throws when the text does not say them so often. */
export function segmentsOn(text: string, words: string | readonly string[], nth = 1) {
  return [words].flat().map((quote) => {
    let at = -1;
    for (let time = 0; time < nth; time += 1) at = text.indexOf(quote, at + 1);
    if (at < 0) throw new Error(`The report does not say “${quote}” ${nth} times.`);
    const start = codePointLength(text.slice(0, at));
    return { start, end: start + codePointLength(quote), quote };
  });
}

/** The value of a result, or an end to the seed: nothing in the demo may be refused. */
export function must<T>(result: Result<T>, what: string): T {
  if (result.ok) return result.value;
  throw new Error(`The demo was refused at ${what}: ${JSON.stringify(result.failure)}`);
}

const annotation = ({ revisionId, text }: Opened, tag: DemoTag): TagChange => ({
  deed: "put-annotation",
  id: tagId(tag.key),
  body: {
    kind: tag.kind,
    revisionId,
    segments: segmentsOn(text, tag.words, tag.nth),
    attributes: { ...tag.about, ...(tag.speaker ? { entityId: demoId(EntityId, tag.speaker) } : {}) },
    opId: demoId(OpId, `put ${tag.key}`),
  },
});

const linkKey = ({ kind, from, to, entity }: DemoLink) => `${from} ${kind} ${to ?? entity ?? "article"}`;

const relation = ({ revisionId, text }: Opened, link: DemoLink): TagChange => ({
  deed: "put-relation",
  id: tagId(linkKey(link)),
  body: {
    kind: link.kind,
    from: tagId(link.from),
    ...(link.to ? { to: tagId(link.to) } : {}),
    ...(link.entity ? { toEntity: demoId(EntityId, link.entity) } : {}),
    ...(link.article ? { toArticle: true as const } : {}),
    ...(link.cue ? { cue: { revisionId, segments: segmentsOn(text, link.cue) } } : {}),
    attributes: link.about ?? {},
    opId: demoId(OpId, `put ${linkKey(link)}`),
  },
});

export async function tagReport(actor: Actor, report: Opened, { tags, links }: Pick<DemoReport, "tags" | "links">) {
  const changes = [...tags.map((tag) => annotation(report, tag)), ...links.map((link) => relation(report, link))];
  const answers = must(
    await changeTags(
      actor,
      report.id,
      changes.map((value) => ({ ok: true, value })),
    ),
    "tagging",
  );
  for (const answer of answers) if (!answer.ok) must(answer, "a tag");
}

/** Decisions on first versions, each once. */
export async function decideAll({ reviewer }: Hands, { tags, verdicts }: DemoReport) {
  for (const verdict of verdicts) {
    const change = verdict.change && changed(tags, verdict);
    const { decision, reason = "" } = verdict;
    const opId = demoId(OpId, `verdict ${verdict.key}`);
    const decide = { decision, reason, version: 1, opId, ...(change ? { change } : {}) };
    must(await decideOnTag(reviewer, { id: tagId(verdict.key), type: "annotation" }, decide), verdict.key);
  }
}

/** Accepts the links of a report that join what is accepted; those of claims that are not stay open. */
export async function acceptLinks({ reviewer }: Hands, { links, verdicts }: Pick<DemoReport, "links" | "verdicts">) {
  const accepted = new Set(verdicts.flatMap(({ key, decision }) => (decision.startsWith("accept") ? key : [])));
  for (const link of links.filter(({ from }) => accepted.has(from))) {
    const key = linkKey(link);
    const decide = { decision: "accept" as const, reason: "", version: 1, opId: demoId(OpId, `verdict ${key}`) };
    must(await decideOnTag(reviewer, { id: tagId(key), type: "relation" }, decide), key);
  }
}

const changed = (tags: readonly DemoTag[], { key, change }: DemoVerdict) => ({
  attributes: { ...tags.find((tag) => tag.key === key)?.about, ...change },
});

export async function discussAll(hands: Hands, report: Opened, threads: readonly DemoThread[]) {
  for (const [at, thread] of threads.entries()) {
    const name = `thread ${report.id} ${at}`;
    const id = demoId(ThreadId, name);
    for (const [n, [hand, body]] of thread.said.entries()) {
      const commentId = demoId(CommentId, `${name} ${n}`);
      if (n === 0)
        must(await openThread(hands[hand], report.id, { id, commentId, body, target: target(report, thread) }), name);
      else must(await addReply(hands[hand], id, { id: commentId, body }), name);
    }
    if (thread.resolved) must(await turnThread(hands.reviewer, id, { state: "resolved" }), name);
  }
}

function target({ revisionId, text }: Opened, { on }: DemoThread) {
  if (on === null) return { on: "report" as const };
  if (typeof on === "string") return { on: "tag" as const, tagId: tagId(on) };
  return { on: "passage" as const, revisionId, segments: segmentsOn(text, on.words) };
}
