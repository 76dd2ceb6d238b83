import {
  type Dataset,
  type ExportCounts,
  type HouseDataset,
  leaving,
  type ReportBundle,
} from "@/domain/formats/dataset";
import { CommentId, EntityId, ProjectId, ReportId, RevisionId, TagId, ThreadId, UserId, VerdictId } from "@/domain/ids";
import { fromMarkdown } from "@/domain/prose/markdown/read";
import type { Annotation, Relation, TagVersion } from "@/domain/tag/tag";

const id = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const at = "2026-06-02T10:00:00.000Z";
const analyst = UserId.parse(id(1));
const reviewer = UserId.parse(id(2));
const projectId = ProjectId.parse(id(3));
const reportId = ReportId.parse(id(4));
const revisionId = RevisionId.parse(id(5));
export const claimId = TagId.parse(id(10));
const backgroundId = TagId.parse(id(11));
const placeId = TagId.parse(id(12));
const sourceId = TagId.parse(id(13));
export const entityId = EntityId.parse(id(20));

const text = "😊 Soldiers reached the pipeline near Aqayrabat, =local sources said.";
const points = [...text];

function segment(quote: string) {
  const start = [...text.slice(0, text.indexOf(quote))].length;
  const end = start + [...quote].length;
  const part = (from: number, to: number) => points.slice(Math.max(0, from), to).join("");
  return { start, end, quote, prefix: part(start - 32, start), suffix: part(end, end + 32) };
}

const head = {
  projectId,
  reportId,
  layer: "shared",
  state: "accepted" as const,
  version: 1,
  origin: "person",
  codebookVersion: 1,
  createdBy: analyst,
  createdAt: at,
  updatedBy: analyst,
  updatedAt: at,
};

const annotation = (
  tagId: Annotation["id"],
  kind: string,
  quotes: string[],
  attributes: Record<string, unknown>,
): Annotation => ({
  ...head,
  id: tagId,
  type: "annotation",
  kind,
  revisionId,
  segments: quotes.map(segment),
  attributes,
});

const relation = (
  n: number,
  kind: Relation["kind"],
  to: Relation["to"],
  attributes: Record<string, unknown>,
): Relation => ({
  ...head,
  id: TagId.parse(id(n)),
  type: "relation",
  kind,
  from: claimId,
  ...(to ? { to } : {}),
  attributes,
});

function record<T extends Annotation | Relation>(tag: T, n: number) {
  const first: TagVersion = {
    number: 1,
    kind: tag.kind,
    attributes: tag.attributes,
    ...(tag.type === "annotation"
      ? { anchor: { revisionId, segments: tag.segments } }
      : { from: tag.from, ...(tag.to ? { to: tag.to } : {}) }),
    state: "open",
    origin: "person",
    codebookVersion: 1,
    by: analyst,
    at,
  };
  const verdict = {
    id: VerdictId.parse(id(n)),
    tagId: tag.id,
    version: 1,
    decision: "accept" as const,
    reason: "",
    by: reviewer,
    at,
  };
  const { tagId: _, ...latest } = verdict;
  return { tag: { ...tag, verdict: latest }, versions: [first], verdicts: [verdict] };
}

const bundle: ReportBundle = {
  report: {
    id: reportId,
    projectId,
    title: "Front moves",
    language: "en",
    direction: "ltr",
    state: "reviewed",
    triage: "relevant",
    words: 9,
    codePoints: points.length,
    createdAt: at,
    createdBy: analyst,
    revisionId,
    revision: 1,
    text,
    offsetUnit: "code point",
    textSha256: "a".repeat(64),
    languageGuessed: false,
    original: {
      sha256: "a".repeat(64),
      bytes: 80,
      encoding: "UTF-8",
      encodingBasis: "certain",
      mediaType: "text/plain",
    },
    extraction: { extractor: "text 1", ranges: [], warnings: [], found: [] },
    foundConfirmed: true,
    blocks: [{ ordinal: 0, type: "paragraph", attributes: {}, start: 0, text, before: "" }],
  },
  leaving: { annotations: 4, relations: 2 },
  annotations: [
    record(
      {
        ...annotation(claimId, "claim", ["Soldiers reached the pipeline"], { kind: "event", credibility: 3 }),
        derivedFrom: [TagId.parse(id(16)), TagId.parse(id(17))],
      },
      30,
    ),
    record(annotation(backgroundId, "claim", ["Soldiers", "pipeline"], { standing: "background" }), 31),
    record(
      annotation(placeId, "place", ["Aqayrabat"], { located: { name: "Uqayribat", latitude: 34.9, longitude: 37.3 } }),
      32,
    ),
    record(annotation(sourceId, "source", ["=local sources"], { entityId }), 33),
  ],
  relations: [
    record(relation(14, "attributed-to", sourceId, { how: "explicit" }), 34),
    record(relation(15, "located-at", placeId, { role: "near", primary: true }), 35),
  ],
  threads: [
    {
      id: ThreadId.parse(id(40)),
      projectId,
      reportId,
      layer: "shared",
      target: { on: "tag", tagId: claimId },
      state: "open",
      by: reviewer,
      at,
      comments: [
        {
          id: CommentId.parse(id(41)),
          threadId: ThreadId.parse(id(40)),
          body: 'Is "near",\nreally, near?',
          by: reviewer,
          at,
        },
      ],
    },
  ],
};

export const sampleCounts: ExportCounts = {
  reports: 1,
  annotations: 4,
  claims: 2,
  places: 1,
  sources: 1,
  relations: 2,
  ownValues: 0,
  threads: 1,
  comments: 1,
  entities: 1,
  mergedEntities: 0,
  versions: 6,
  verdicts: 6,
  grades: 1,
  discontinuous: 1,
  backgroundClaims: 1,
  embargoed: 0,
  relationsLeftBehind: 0,
};

/** One report with everything in it that a format may lose, of a project that protects nothing. */
export const aDataset = (): Dataset => leaving(inTheHouse());

/** The same before anybody asked what may leave of it. */
export const inTheHouse = (): HouseDataset => ({
  header: {
    generator: "glossator 0.1.0",
    exportedAt: at,
    project: { id: projectId, slug: "june-front", name: "June front", mode: "shared", languages: ["en"] },
    guidelines: "Mark what is asserted.",
    guidelinesProse: fromMarkdown("Mark what is asserted.").prose,
    codebook: { version: 1, content: {} },
    filters: { states: ["accepted"], kinds: null, reportId: null, standing: "asserted" },
    people: [
      { id: analyst, name: "Analyst" },
      { id: reviewer, name: "Reviewer" },
    ],
    entities: [
      {
        id: entityId,
        projectId,
        name: "Local sources",
        kind: "local or field",
        aliases: [],
        reliability: "C",
        version: 1,
        createdBy: analyst,
        createdAt: at,
        grades: [{ reliability: "C", reason: "Often right before.", by: reviewer, at }],
      },
    ],
  },
  counts: () => Promise.resolve(sampleCounts),
  async *reports() {
    yield bundle;
  },
});
