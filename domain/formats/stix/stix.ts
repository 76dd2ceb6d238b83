import type { Dataset, ReportBundle } from "@/domain/formats/dataset";
import type { ExportFile, Format, WriteOptions } from "@/domain/formats/format";
import { contextOf } from "@/domain/formats/shared/context";
import { documentOf, namesIn } from "@/domain/formats/shared/from-bundle";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";
import { extensionDefinition } from "@/domain/formats/stix/extension";
import { identities } from "@/domain/formats/stix/identities";
import { locations } from "@/domain/formats/stix/locations";
import { idOf, type Json } from "@/domain/formats/stix/objects";
import { artifactOf, reportOf } from "@/domain/formats/stix/report";
import {
  type About,
  aboutText,
  commentsOf,
  opinionsOf,
  relationshipOf,
  statementOf,
} from "@/domain/formats/stix/statements";

/** Objects line by line; one that was told already, such as a text that two reports share, is not told again. */
function telling() {
  const told = new Set<string>();
  let first = true;
  return (objects: readonly Json[]): string => {
    let lines = "";
    for (const object of objects) {
      const id = String(object["id"]);
      if (told.has(id)) continue;
      told.add(id);
      lines += `${first ? "\n" : ",\n"}${JSON.stringify(object)}`;
      first = false;
    }
    return lines;
  };
}

async function* write(dataset: Dataset, options: WriteOptions): AsyncGenerator<string> {
  const { header } = dataset;
  const context = contextOf(dataset, options);
  const people = identities(header, context.entities);
  const tell = telling();
  yield `{"type":"bundle","id":${JSON.stringify(idOf("bundle", header.project.id))},"objects":[`;
  yield tell([people.project, extensionDefinition(String(people.project["id"]))]) + tell(people.objects);
  const names = namesIn(header);
  const places = locations(String(people.project["id"]), options.ledger);
  const threads = options.comments ? { threads: true as const } : {};
  for await (const bundle of dataset.reports({ text: true, annotations: "all", relations: true, ...threads })) {
    const document = documentOf(bundle, names);
    const artifact = artifactOf(document.text, options.hash);
    const about: About = {
      ...aboutText(document),
      text: String(artifact?.["id"] ?? ""),
      report: idOf("report", document.key),
      changed: changesIn(bundle),
      entities: context.entities,
      creator: people.creator,
      identity: people.identity,
      location: (span) => places.of(span),
    };
    const said = objectsOf(about, () => options.ledger.add("links-to-no-tag", "dropped"));
    const found = [...places.taken(), ...said];
    const held = artifact ? [artifact, ...found] : found;
    const refs = held.map(({ id }) => String(id));
    const report = reportOf(
      { document, createdAt: bundle.report.createdAt, exportedAt: header.exportedAt },
      {
        ...{ id: about.report, text: about.text, creator: String(people.project["id"]) },
        refs,
      },
    );
    yield tell([...held, report]);
  }
  yield "\n]}\n";
}

const changesIn = ({ annotations, relations }: ReportBundle) =>
  new Map<string, string>([...annotations, ...relations].map(({ tag }) => [tag.id, tag.updatedAt]));

function objectsOf(about: About, lost: () => void): Json[] {
  const { spans, links, notes } = about.document;
  const objects: Json[] = [];
  const add = (object: Json, tag: (typeof spans)[number] | (typeof links)[number]) =>
    objects.push(object, ...opinionsOf(tag, String(object["id"]), about));
  for (const span of spans) add(statementOf(span, about), span);
  for (const link of links) {
    const object = relationshipOf(link, about);
    if (object) add(object, link);
    else lost();
  }
  for (const note of notes) objects.push(...commentsOf(note, about));
  return objects;
}

const file: ExportFile = {
  layer: "bundle",
  name: "bundle.json",
  label: "STIX bundle",
  rows: (counts) =>
    counts.reports + counts.annotations + counts.relations + counts.entities + counts.comments + counts.verdicts,
  write,
};

/** docs.oasis-open.org/cti/stix/v2.1. Offsets are code points, as the extension definition says. */
export const stix: Format = {
  id: "stix",
  name: "STIX 2.1",
  label: "STIX 2.1 bundle",
  means: "Statements with their words, places, both grades and verdicts, for threat intelligence platforms.",
  lets: [],
  extension: "json",
  mediaType: "application/stix+json",
  offsetUnit: "code point",
  readBy: "tool",
  files: [file, reviewFile],
  usually: { byteOrderMark: false, comments: false },
  losses(counts, filters, options) {
    const trimmed = [
      {
        what: "earlier-versions",
        count: Math.max(0, counts.versions - counts.annotations - counts.relations),
        how: "dropped",
      },
      { what: "earlier-grades", count: counts.grades, how: "trimmed" },
      { what: "merged-entities", count: counts.mergedEntities, how: "merged" },
    ] as const;
    return [...trimmed.filter(({ count }) => count > 0), ...leftBehind(counts, filters, options)];
  },
  whileWriting: [
    { what: "no-coordinates", how: "altered" },
    { what: "links-to-no-tag", how: "dropped" },
  ],
};
