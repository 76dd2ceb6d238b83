import type { Actor } from "@/domain/access/actor";
import { OpId } from "@/domain/ids";
import type { TagChange } from "@/domain/tag/batch";
import { mentionsOf } from "@/domain/text/mentions";
import { codePointLength } from "@/domain/text/offsets";
import { demoId } from "@/prisma/demo/ids";
import { must, type Opened, tagId } from "@/prisma/demo/tags";
import { changeTags } from "@/server/operations/change-tags";

const places = ["Shendi", "Ad-Damir", "Berber", "Merowe", "Abu Hamad"];
const families = /some (\d+) families had left their homes since the morning/g;

/** Tags the long report as somebody would who marks every mention of a few towns and every count of families. */
export async function tagFloodLog(actor: Actor, report: Opened): Promise<void> {
  const changes = [...placeChanges(report), ...claimChanges(report)];
  for (let from = 0; from < changes.length; from += 500) {
    const sent = changes.slice(from, from + 500).map((value) => ({ ok: true as const, value }));
    for (const answer of must(await changeTags(actor, report.id, sent), "the long report"))
      if (!answer.ok) must(answer, "a tag of the long report");
  }
}

const put = (
  { revisionId }: Opened,
  key: string,
  said: { kind: string; start: number; quote: string; attributes: Record<string, unknown> },
): TagChange => ({
  deed: "put-annotation",
  id: tagId(key),
  body: {
    kind: said.kind,
    revisionId,
    segments: [{ start: said.start, end: said.start + codePointLength(said.quote), quote: said.quote }],
    attributes: said.attributes,
    opId: demoId(OpId, `put ${key}`),
  },
});

const placeChanges = (report: Opened): TagChange[] =>
  places.flatMap((quote) =>
    mentionsOf(report.text, quote).map(({ start }, n) =>
      put(report, `log ${quote} ${n}`, { kind: "place", start, quote, attributes: { featureType: "settlement" } }),
    ),
  );

const claimChanges = (report: Opened): TagChange[] =>
  [...report.text.matchAll(families)].map((match, n) => {
    const [quote, count] = match;
    const attributes = {
      kind: "event",
      certainty: "certain",
      polarity: "affirmed",
      standing: "asserted",
      quantities: [{ what: "displaced", words: `${count} families` }],
    };
    return put(report, `log families ${n}`, {
      kind: "claim",
      start: codePointLength(report.text.slice(0, match.index)),
      quote,
      attributes,
    });
  });
