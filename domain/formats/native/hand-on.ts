import type { UnreadTag } from "@/domain/formats/dataset";
import { type Leaning, leanVerdict } from "@/domain/formats/native/lean";
import { after, before, type Words } from "@/domain/formats/native/text";
import { writtenAs } from "@/domain/formats/native/usual";
import type { Verdict } from "@/domain/verdict";

/**
 * Puts lines of tags together of the JSON that the database has, without reading it: the same as `lean.ts` writes, but
 * for spaces within values. Undefined where a tag says more than a line like this has room for. What one tag has in
 * common with the tag before it is not written again: a line costs what its parts are.
 */
export function handingOn(leaning: Leaning) {
  const annotationOf = remembered((kind) => `","kind":${JSON.stringify(kind)},"segments":[`);
  const state = ofTheLast(statesOf, (tag) => stateOf(tag, leaning));
  const made = ofTheLast(makersOf, (tag) => madeOf(tag, leaning));
  /** From the state to the end. */
  const restOf = (tag: UnreadTag) => {
    const rest = state(tag) + tag.attributes;
    if (tag.derivedFrom === undefined && tag.verdicts === undefined) return `${rest}${made(tag)}}\n`;
    const derived = tag.derivedFrom === undefined ? "" : `,"derivedFrom":${tag.derivedFrom}`;
    const verdicts = tag.verdicts === undefined ? "" : `,"verdicts":${verdictsOf(tag.verdicts, tag.version, leaning)}`;
    return `${rest}${derived}${made(tag)}${verdicts}}\n`;
  };
  return (tag: UnreadTag, words: Words): string | undefined => {
    if (tag.more) return undefined;
    if (tag.type === "relation") {
      const ends = endsOf(tag);
      return ends && `{"record":"relation","id":"${tag.id}","kind":${JSON.stringify(tag.kind)},${ends}${restOf(tag)}`;
    }
    const segment = segmentOf(tag, words);
    return segment && `{"record":"annotation","id":"${tag.id}${annotationOf(tag.kind)}${segment}}],${restOf(tag)}`;
  };
}

const statesOf = ({ state, version, layer, origin, codebookVersion }: UnreadTag) => [
  state,
  version,
  layer,
  origin,
  codebookVersion,
];

function stateOf(tag: UnreadTag, { usual }: Leaning): string {
  const { version, layer, origin, codebookVersion } = tag;
  let said = `"state":${JSON.stringify(tag.state)}`;
  if (version !== usual.version) said += `,"version":${version}`;
  if (layer !== usual.layer) said += `,"layer":${JSON.stringify(layer)}`;
  if (origin !== usual.origin) said += `,"origin":${JSON.stringify(origin)}`;
  if (codebookVersion !== usual.codebookVersion) said += `,"codebookVersion":${codebookVersion}`;
  return `${said},"attributes":`;
}

const makersOf = ({ createdBy, createdAt, updatedBy, updatedAt, writtenAs: as }: UnreadTag) => [
  createdBy,
  createdAt,
  updatedBy,
  updatedAt,
  as,
];

function madeOf(tag: UnreadTag, { numbers }: Leaning): string {
  const { createdBy, createdAt, updatedBy, updatedAt } = tag;
  let said = `,"createdBy":${numbers.of(createdBy)},"createdAt":"${createdAt}"`;
  if (updatedBy !== createdBy) said += `,"updatedBy":${numbers.of(updatedBy)}`;
  if (updatedAt !== createdAt) said += `,"updatedAt":"${updatedAt}"`;
  return tag.writtenAs === writtenAs ? said : `${said},"writtenAs":${JSON.stringify(tag.writtenAs)}`;
}

/** What was last made, as long as it would be made of the same. */
function ofTheLast(parts: (of: UnreadTag) => readonly unknown[], make: (of: UnreadTag) => string) {
  let last: { parts: readonly unknown[]; made: string } = { parts: [], made: "" };
  return (of: UnreadTag): string => {
    const now = parts(of);
    if (last.parts.length === 0 || now.some((part, at) => part !== last.parts[at]))
      last = { parts: now, made: make(of) };
    return last.made;
  };
}

function remembered(make: (of: string) => string): (of: string) => string {
  const known = new Map<string, string>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const made = make(of);
    known.set(of, made);
    return made;
  };
}

/** What the database keeps was checked when it was written. */
const verdictsOf = (json: string, version: number, leaning: Leaning): string =>
  JSON.stringify((JSON.parse(json) as Verdict[]).map((each) => leanVerdict(each, version, leaning)));

function endsOf({ from, to, toEntity, toArticle, anchor }: UnreadTag): string | undefined {
  if (from === undefined || anchor !== undefined) return undefined;
  return `"from":"${from}",${to ? `"to":"${to}",` : ""}${toEntity ? `"toEntity":"${toEntity}",` : ""}${toArticle ? '"toArticle":true,' : ""}`;
}

/** What stands between the values of an anchor of one segment, in PostgreSQL's order of keys: shorter names come first. */
const opening = '{"segments": [';
const marks = [
  ', "quote": "',
  '", "start": ',
  ', "prefix": "',
  '", "suffix": "',
  '"}], "revisionId": "',
  '"}',
] as const;
const another = '"}, {"';

/**
 * The one segment of an annotation on this text without its last brace, if its context is what the text gives;
 * undefined for any other. A quotation mark within a value has a backslash before it, so that what is looked for stands
 * between values only. Words that are said in time are read.
 */
function segmentOf({ anchor }: UnreadTag, words: Words): string | undefined {
  if (!anchor?.startsWith(opening) || words.timed.length > 0 || anchor.includes(another)) return undefined;
  const places: number[] = [];
  let from = opening.length;
  for (const mark of marks) {
    const at = anchor.indexOf(mark, from);
    if (at < 0) return undefined;
    places.push(at);
    from = at + mark.length;
  }
  const [quote = 0, start = 0, prefix = 0, suffix = 0, revision = 0, last = 0] = places;
  const valueAt = (at: number, mark: (typeof marks)[number], end: number) => anchor.slice(at + mark.length, end);
  if (from !== anchor.length || valueAt(revision, marks[4], last) !== words.revisionId) return undefined;
  const [begins, ends] = [Number(valueAt(start, marks[1], prefix)), Number(anchor.slice(beginning, quote))];
  const given =
    plain(valueAt(prefix, marks[2], suffix)) === before(words, begins) &&
    plain(valueAt(suffix, marks[3], revision)) === after(words, ends);
  return given ? anchor.slice(opening.length, prefix) : undefined;
}

/** Where the number is that a segment ends at. */
const beginning = `${opening}{"end": `.length;

const plain = (inside: string): string => (inside.includes("\\") ? JSON.parse(`"${inside}"`) : inside);
