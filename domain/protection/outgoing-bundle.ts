import type { ExportedReport, ReportBundle, TagRecord } from "@/domain/formats/dataset";
import { isCoreKind } from "@/domain/kind-values";
import { coarsePrecision, widened } from "@/domain/protection/coarsen";
import { joined, masked, maskedWhole } from "@/domain/protection/mask";
import type { OutgoingValues } from "@/domain/protection/outgoing-values";
import { rangesOfNames } from "@/domain/protection/outgoing-words";
import type { ProtectedPassage, Protection } from "@/domain/protection/protection";
import type { Block } from "@/domain/report/report";
import { isCoreRelation } from "@/domain/tag/relation-values";
import type { Anchor, Annotation, Relation, TagVersion } from "@/domain/tag/tag";
import { type CodePointRange, codePoint, codePointLength, offsetIndex, sliceCodePoints } from "@/domain/text/offsets";
import { CONTEXT, type Sha256 } from "@/domain/text/segment";

type Segments = Anchor["segments"];
/** A report's text as it leaves, and which of its words do not. */
type Text = {
  revisionId: string;
  text: string;
  ranges: readonly CodePointRange[];
  anySegments(of: Segments): Segments;
};

const meets = (range: { start: number; end: number }, others: readonly { start: number; end: number }[]) =>
  others.some(({ start, end }) => range.start < end && start < range.end);

function byReport(all: readonly ProtectedPassage[]): ReadonlyMap<string, readonly ProtectedPassage[]> {
  const passages = new Map<string, ProtectedPassage[]>();
  for (const each of all) {
    const known = passages.get(each.reportId);
    if (known) known.push(each);
    else passages.set(each.reportId, [each]);
  }
  return passages;
}

const isTime = (said: unknown): said is object => typeof said === "object" && said !== null;

/** Makes reports with their tags and threads what they may leave as. Their texts have to be there. */
export function outgoingBundle(protection: Protection, values: OutgoingValues, sha256: Sha256) {
  const passages = byReport(protection.passages);
  const described = new Set(protection.described);
  const held = new Set<string>(protection.held.tags);
  const coarse = new Set<string>(protection.coarse);
  const precision = coarsePrecision(protection.coarsenTo);
  const widen = protection.widenTo !== "as they are";

  const staysBehind = ({ tag }: TagRecord<Annotation>) => {
    const { entityId } = tag.attributes;
    return held.has(tag.id) || (typeof entityId === "string" && protection.held.entities.includes(entityId));
  };
  const linkStaysBehind = ({ tag }: TagRecord<Relation>, gone: ReadonlySet<string>) =>
    gone.has(tag.from) ||
    (tag.to !== undefined && gone.has(tag.to)) ||
    (tag.toEntity !== undefined && protection.held.entities.includes(tag.toEntity));

  function textOf({ report, annotations }: ReportBundle): Text {
    const own = passages.get(report.id) ?? [];
    const base = described.has(report.id) ? everything(report) : rangesIn(report, own, values);
    const dates = widen ? annotations.flatMap((each) => dateWords(each, base, values)) : [];
    const ranges = withoutSeparators(joined([...base, ...dates], report.codePoints), report.blocks);
    const text = masked(report.text, ranges);
    return { revisionId: report.revisionId, text, ranges, anySegments: (all) => all.map(elsewhere(own, values)) };
  }

  const attributesOf = (attributes: TagVersion["attributes"], about: { tag: Annotation | Relation; in: Text }) => {
    const { tag } = about;
    const core = tag.type === "annotation" ? isCoreKind(tag.kind) : isCoreRelation(tag.kind);
    const said: TagVersion["attributes"] = { ...values.value(attributes, { free: !core }) };
    if (tag.type === "annotation" && coarse.has(tag.id))
      for (const fine of ["candidates", "nodes", "direction"]) delete said[fine];
    if (tag.type === "relation" && tag.kind === "located-at" && coarse.has(tag.to ?? "")) said["precision"] = precision;
    const time = said["eventTime"];
    if (widen && tag.type === "annotation" && isTime(time) && concerns(tag, about.in.ranges, values)) {
      const { words: _, ...days } = { words: undefined, ...time };
      said["eventTime"] = widened(days, protection.widenTo);
    }
    return said;
  };

  function recordOf<T extends Annotation | Relation>(record: TagRecord<T>, within: Text): TagRecord<T> {
    const { tag } = record;
    const about = { tag, in: within };
    const said = { ...tag, attributes: attributesOf(tag.attributes, about) };
    if (said.type === "annotation") said.segments = segmentsIn(within, said);
    else if (said.cue) said.cue = { ...said.cue, segments: segmentsIn(within, said.cue) };
    if (said.verdict) said.verdict = values.value(said.verdict) ?? said.verdict;
    const versions = record.versions.map((version) => {
      const { anchor, toEntity, ...rest } = version;
      return {
        ...rest,
        attributes: attributesOf(version.attributes, about),
        ...(anchor && { anchor: { ...anchor, segments: segmentsIn(within, anchor) } }),
        ...(toEntity && !protection.held.entities.includes(toEntity) && { toEntity }),
      };
    });
    return { tag: said, versions, verdicts: values.value(record.verdicts) ?? [] };
  }

  return (bundle: ReportBundle): ReportBundle => {
    const within = textOf(bundle);
    const annotations = bundle.annotations.filter((each) => !staysBehind(each));
    const behind = bundle.annotations.filter(staysBehind).map(({ tag }) => tag.id);
    const gone = behind.length > 0 ? new Set<string>([...held, ...behind]) : held;
    const relations = bundle.relations.filter((each) => !linkStaysBehind(each, gone));
    return {
      report: reportOf(bundle.report, within, { values, sha256, described: described.has(bundle.report.id) }),
      leaving: bundle.leaving,
      annotations: annotations.map((each) => recordOf(each, within)),
      relations: relations.map((each) => recordOf(each, within)),
      threads: bundle.threads.map((thread) => threadIn(thread, within, values)),
    };
  };
}

type Thread = ReportBundle["threads"][number];

const threadIn = ({ target, ...thread }: Thread, within: Text, values: OutgoingValues): Thread => ({
  ...(values.value(thread) ?? thread),
  target:
    target.on === "passage"
      ? { ...target, anchor: { ...target.anchor, segments: segmentsIn(within, target.anchor) } }
      : target,
});

const everything = ({ codePoints }: ExportedReport): CodePointRange[] => [
  { start: codePoint(0), end: codePoint(codePoints) },
];

const rangesIn = (
  { text, revisionId, codePoints }: ExportedReport,
  own: readonly ProtectedPassage[],
  { finder }: OutgoingValues,
) => joined([...own.filter((each) => each.revisionId === revisionId), ...rangesOfNames(text, finder)], codePoints);

/** Segments of the text as it leaves, with their context; those of another revision word by word. */
function segmentsIn({ revisionId, text, anySegments }: Text, { revisionId: of, segments }: Anchor): Segments {
  if (of !== revisionId) return anySegments(segments);
  const index = offsetIndex(text);
  const part = (from: number, to: number) =>
    sliceCodePoints(text, codePoint(Math.max(0, from)), codePoint(Math.min(index.length, to)), index);
  return segments.map(({ start, end }) => ({
    start,
    end,
    quote: part(start, end),
    prefix: part(start - CONTEXT, start),
    suffix: part(end, end + CONTEXT),
  }));
}

/** Of a text that is not there: where the report has a protected passage, nothing of it leaves. */
const elsewhere =
  (own: readonly ProtectedPassage[], { words }: OutgoingValues) =>
  (segment: Segments[number]) => {
    const as = own.length > 0 ? maskedWhole : words;
    return { ...segment, quote: as(segment.quote), prefix: as(segment.prefix), suffix: as(segment.suffix) };
  };

/** Whether a claim names somebody protected or stands on words that do not leave. */
function concerns(
  { attributes, segments }: Annotation,
  ranges: readonly CodePointRange[],
  { isProtected }: OutgoingValues,
): boolean {
  const { actors } = attributes;
  const named = Array.isArray(actors) && actors.some((actor: { entityId?: unknown }) => isProtected(actor.entityId));
  return named || segments.some((segment) => meets(segment, ranges));
}

/** Where a claim whose date is widened says it in the report's own words. */
function dateWords({ tag }: TagRecord<Annotation>, ranges: readonly CodePointRange[], values: OutgoingValues) {
  const time = tag.attributes["eventTime"];
  const words = typeof time === "object" && time !== null && "words" in time ? time.words : undefined;
  if (typeof words !== "string" || words === "" || !concerns(tag, ranges, values)) return [];
  return tag.segments.flatMap(({ start, quote }) => {
    const at = quote.indexOf(words);
    if (at < 0) return [];
    const from = start + [...quote.slice(0, at)].length;
    return [{ start: from, end: from + [...words].length }];
  });
}

type As = { values: OutgoingValues; sha256: Sha256; described: boolean };

/** A report as it leaves. Where words of its text do not, its hashes are those of what does, and so is its original. */
function reportOf(report: ExportedReport, { text, ranges }: Text, { values, sha256, described }: As): ExportedReport {
  const { text: before, blocks, fields, extraction, original, ...about } = report;
  const said = { ...about, ...values.value(about), ...(fields && { fields: values.value(fields, { free: true }) }) };
  if (described) {
    said.title = maskedWhole(said.title);
    for (const naming of ["author", "url", "fields"] as const) delete said[naming];
  }
  const same = text === before;
  const textSha256 = same ? report.textSha256 : sha256(text);
  const bytes = new TextEncoder().encode(text).byteLength;
  const plain = {
    sha256: textSha256,
    bytes,
    encoding: "utf-8",
    encodingBasis: original.encodingBasis,
    mediaType: "text/plain",
  };
  const free = extraction.ranges.filter((range) => !meets(range, ranges));
  return {
    ...said,
    text,
    textSha256,
    blocks: blocks.map((block) => ({
      ...block,
      text: textOfBlock(block, ranges),
      attributes: values.value(block.attributes) ?? {},
    })),
    original: same ? (values.value(original) ?? original) : plain,
    extraction: values.value({ ...extraction, ranges: free, found: described ? [] : extraction.found }) ?? extraction,
  };
}

const textOfBlock = ({ start, text }: Block, ranges: readonly CodePointRange[]) =>
  masked(
    text,
    ranges.map((range) => ({ start: range.start - start, end: range.end - start })),
  );

/** Separators between blocks are nobody's words: they stay, so that the blocks do. */
function withoutSeparators(ranges: readonly CodePointRange[], blocks: readonly Block[]): readonly CodePointRange[] {
  if (blocks.length === 0) return ranges;
  return blocks.flatMap(({ start, text }) => {
    const end = start + codePointLength(text);
    return ranges
      .filter((range) => meets(range, [{ start, end }]))
      .map((range) => ({ start: codePoint(Math.max(start, range.start)), end: codePoint(Math.min(end, range.end)) }));
  });
}
