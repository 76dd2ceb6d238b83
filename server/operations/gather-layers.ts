import "server-only";
import type { ProjectAgreement } from "@/domain/agreement/project/answer";
import type { AskedAgreement } from "@/domain/agreement/project/asked";
import { type ComparedAttribute, ownAttributes } from "@/domain/agreement/project/attributes";
import type { DescribedReport } from "@/domain/agreement/project/described";
import type { ReportLayers, TagColumns } from "@/domain/agreement/project/layers";
import { inWords, wordsOf } from "@/domain/agreement/project/words";
import { coreKinds } from "@/domain/kind-values";
import {
  blocksOf,
  type Compared,
  describedLayersOf,
  kindsIn,
  type Layer,
  layersOf,
  type OpenReport,
  openReports,
} from "@/server/data/agreement/layers";
import { namesOf } from "@/server/data/agreement/people";
import { currentCodebook } from "@/server/data/codebooks";
import { openSnapshot, type Snapshot } from "@/server/data/export/snapshot";

/** What is looked at at most. More is left out and said to be. */
const limits = { reports: 2_000, tags: 2_500_000, reportsInWords: 300, describedTags: 200_000 };
/** Reports a question of the database is about. */
const batch = 40;

type Person = { id: string; name: string };

export type Gathered = {
  people: readonly Person[];
  kinds: readonly { kind: string; name: string }[];
  reports: readonly ReportLayers[];
  described: readonly DescribedReport[];
  /** The attributes of the project's own labels. */
  own: readonly ComparedAttribute[];
  about: { reports: ProjectAgreement["about"]["reports"]; tags: number; capped: readonly string[] };
};

/** Reads the open layers of a project from one snapshot: those of people who have submitted, or of whom no submission is awaited. */
export async function gatherLayers(compared: Compared, asked: AskedAgreement): Promise<Gathered> {
  const snapshot = await openSnapshot();
  try {
    return await gather(snapshot, compared, asked);
  } finally {
    await snapshot.end();
  }
}

async function gather(db: Snapshot, compared: Compared, asked: AskedAgreement): Promise<Gathered> {
  const most = asked.positions === "words" ? limits.reportsInWords : limits.reports;
  const found = await openReports(db, compared, { from: asked.from, to: asked.to, most });
  const kinds = inReadingOrder(await kindsIn(db, compared)).filter(
    (kind) => asked.kinds === undefined || asked.kinds.includes(kind),
  );
  const capped: string[] = [];
  if (found.open > found.reports.length && found.reports.length === most)
    capped.push(`Only the ${most} reports that were opened last are compared, of ${found.open}.`);

  const raw: { report: OpenReport; layers: Layer[] }[] = [];
  let tags = 0;
  for (let from = 0; from < found.reports.length; from += batch) {
    const reports = found.reports.slice(from, from + batch);
    raw.push(...(await readBatch(db, compared, { reports, kinds, asked })));
    tags = raw.reduce((total, { layers }) => total + tagsIn(layers), 0);
    if (tags > limits.tags) {
      capped.push(
        `Only the ${from + reports.length} reports that were opened last are compared: they have ${tags} tags.`,
      );
      break;
    }
  }

  const met = raw.filter(({ layers }) => layers.length > 1);
  const people = await peopleIn(db, compared, {
    ids: met.flatMap(({ layers }) => layers.map(({ person }) => person)),
    asked,
  });
  const places = new Map(people.map(({ real }, place) => [real, place]));
  const placeOf = (person: string) => places.get(person) ?? 0;
  const described = await describedReports(db, compared, { reports: met, asked, placeOf });
  if (described.capped) capped.push(described.capped);
  const codebook = await currentCodebook(db, compared.actor.workspaceId, compared.projectId);
  const named = new Map(codebook?.labels.map(({ slug, name }) => [`label:${slug}`, name]));
  return {
    people: people.map(({ id, name }) => ({ id, name })),
    kinds: kinds.map((kind) => ({ kind, name: named.get(kind) ?? kind })),
    reports: met.map(({ report, layers }) => ({
      id: report.id,
      title: report.title,
      week: report.week,
      length: report.codePoints,
      layers: layers
        .map(({ person, tags: own }) => ({ person: placeOf(person), tags: own }))
        .sort((a, b) => a.person - b.person),
    })),
    described: described.reports,
    own: codebook ? ownAttributes(codebook) : [],
    about: {
      reports: { open: found.open, compared: met.length, blind: found.blind },
      tags: met.reduce((total, { layers }) => total + tagsIn(layers), 0),
      capped,
    },
  };
}

async function readBatch(
  db: Snapshot,
  compared: Compared,
  { reports, kinds, asked }: { reports: readonly OpenReport[]; kinds: readonly string[]; asked: AskedAgreement },
): Promise<{ report: OpenReport; layers: Layer[] }[]> {
  const ids = reports.map(({ id }) => id);
  const layers = await layersOf(db, compared, { reports: ids, kinds, when: asked.layers, proposals: asked.proposals });
  const revisions = reports.map(({ revisionId }) => revisionId);
  const blocks = asked.positions === "words" ? await blocksOf(db, compared, revisions) : undefined;
  return reports.map((report) => {
    const own = ratersOf(report, layers, asked.people);
    if (!blocks) return { report, layers: own };
    const words = wordsOf(blocks.get(report.revisionId) ?? [], report.language);
    return {
      report: { ...report, codePoints: words.count },
      layers: own.map((layer) => ({ ...layer, tags: inWords(layer.tags, words) })),
    };
  });
}

/**
 * Who tagged a report: everybody who submitted it, with or without a tag, and those who tagged it without ever having
 * been assigned. Whoever is still at work on it is not compared.
 */
function ratersOf(report: OpenReport, layers: readonly Layer[], people: readonly string[] | undefined): Layer[] {
  const own = layers.filter(({ reportId, person }) => reportId === report.id && !report.unfinishedBy.includes(person));
  const silent = report.submittedBy.filter((person) => !own.some((layer) => layer.person === person));
  return [...own, ...silent.map((person) => ({ reportId: report.id, person, tags: noTags }))].filter(
    ({ person }) => people === undefined || people.includes(person),
  );
}

const noTags: TagColumns = {
  count: 0,
  starts: new Int32Array(),
  ends: new Int32Array(),
  kinds: new Int32Array(),
  idAt: () => "",
};

/** People by name; where names are hidden, by letters that say nothing of the names. */
async function peopleIn(
  db: Snapshot,
  { actor }: Compared,
  { ids, asked }: { ids: readonly string[]; asked: AskedAgreement },
): Promise<(Person & { real: string })[]> {
  const named = await namesOf(db, actor.workspaceId, [...new Set(ids)]);
  if (asked.names === "shown") return named.map(({ id, name }) => ({ id, name, real: id }));
  return named
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id }, place) => ({ id: lettered(place), name: lettered(place), real: id }));
}

/** A, B … Z, AA, AB … */
const lettered = (place: number): string =>
  (place >= 26 ? lettered(Math.floor(place / 26) - 1) : "") + String.fromCharCode(65 + (place % 26));

async function describedReports(
  db: Snapshot,
  compared: Compared,
  {
    reports,
    asked,
    placeOf,
  }: {
    reports: readonly { report: OpenReport; layers: readonly Layer[] }[];
    asked: AskedAgreement;
    placeOf: (person: string) => number;
  },
): Promise<{ reports: DescribedReport[]; capped?: string }> {
  const described: DescribedReport[] = [];
  let tags = 0;
  for (let from = 0; from < reports.length; from += batch) {
    const some = reports.slice(from, from + batch);
    tags += some.reduce((total, { layers }) => total + tagsIn(layers), 0);
    if (tags > limits.describedTags && from > 0)
      return { reports: described, capped: `Attributes are compared in the ${from} reports that were opened last.` };
    const ids = some.map(({ report }) => report.id);
    const rows = await describedLayersOf(db, compared, {
      reports: ids,
      when: asked.layers,
      proposals: asked.proposals,
    });
    for (const { report, layers } of some) {
      const raters = new Set(layers.map(({ person }) => person));
      described.push(
        rows
          .filter(({ reportId, person }) => reportId === report.id && raters.has(person))
          .map(({ person, tags: those }) => ({
            person: placeOf(person),
            tags: those.filter(([kind]) => asked.kinds === undefined || asked.kinds.includes(kind)),
          })),
      );
    }
  }
  return { reports: described };
}

const tagsIn = (layers: readonly Layer[]) => layers.reduce((total, { tags }) => total + tags.count, 0);

/** Claims, places, sources, then the project's own labels. */
function inReadingOrder(kinds: readonly string[]): string[] {
  const core: string[] = coreKinds.filter((kind) => kinds.includes(kind));
  return [...core, ...kinds.filter((kind) => !core.includes(kind)).sort()];
}
