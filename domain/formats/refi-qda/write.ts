import type { Dataset, Parts } from "@/domain/formats/dataset";
import type { WriteOptions } from "@/domain/formats/format";
import { codebookXml, codesOf } from "@/domain/formats/refi-qda/codes";
import { dateTime, declaration, flat, projectSpace, xmlWith } from "@/domain/formats/refi-qda/elements";
import { guidOf, madeGuid, partGuid, variableGuid } from "@/domain/formats/refi-qda/guids";
import {
  linksOf,
  notesOf,
  sourceVariables,
  textSource,
  variableValue,
  type Writing,
} from "@/domain/formats/refi-qda/sources";
import { contextOf } from "@/domain/formats/shared/context";
import { documentOf, namesIn } from "@/domain/formats/shared/from-bundle";
import { zipPieces } from "@/domain/formats/zip-pieces";
import type { AnnotatedDocument, NamedEntity } from "@/domain/interchange/document";

/** An archive of more files is not taken back here; beyond 65,535 hardly any tool reads it. Texts of larger projects stand in its XML. */
const mostFiles = 9_000;

/** The one who stands for whoever is not named: several tools drop what has no user. */
const nobody = madeGuid("user");

type Used = { labels: Set<string>; cases: Map<string, string[]> };

/** A project as a .qdpx archive: texts as files, everything else in project.qde. Reports are read as often as their parts stand apart there. */
export async function* writeProject(dataset: Dataset, options: WriteOptions): AsyncGenerator<Uint8Array> {
  const { header } = dataset;
  const context = contextOf(dataset, options);
  const xml = xmlWith((letter) =>
    options.ledger.add("control-characters", "altered", `U+${letter.codePointAt(0)?.toString(16).padStart(4, "0")}`),
  );
  const zip = zipPieces(header.exportedAt);
  const members = new Set<string>(header.people.map(({ id }) => id));
  const merged = new Map(
    header.entities.flatMap(({ id, mergedInto }) => (mergedInto ? [[String(id), mergedInto]] : [])),
  );
  const writing: Writing = {
    xml,
    exportedAt: header.exportedAt,
    files: (await dataset.counts()).reports <= mostFiles,
    user: (by) => (by?.id !== undefined && members.has(by.id) ? guidOf(by.id) : nobody),
    entity: (key) => merged.get(key) ?? key,
  };
  const used: Used = { labels: new Set(), cases: new Map() };
  for await (const document of read(dataset, { text: true, annotations: "all", relations: true })) {
    note(document, writing, used);
    for (const { segments, label } of document.spans)
      if (segments.length > 1) options.ledger.add("separate-parts", "split", label);
    if (!writing.files) continue;
    zip.begin(`sources/${guidOf(document.key)}.txt`);
    zip.write(document.text);
    yield* zip.take();
  }
  zip.begin("project.qde");
  zip.write(
    `${declaration}${xml.open("Project", {
      ...{ name: header.project.name, origin: "Glossator", xmlns: projectSpace },
      ...{ creatingUserGUID: nobody, creationDateTime: dateTime(header.exportedAt) },
    })}\n`,
  );
  const people = [{ id: nobody, name: "Glossator" }, ...header.people].map(({ id, name }) =>
    xml.element("User", { guid: guidOf(id), name: name === "" ? id : name }),
  );
  zip.write(`${xml.element("Users", {}, people.join(""))}\n`);
  zip.write(`${xml.element("CodeBook", {}, codesOf(context.codebook, used.labels, xml))}\n`);
  for (const part of casesOf(context.entities, used, writing)) zip.write(part);
  const threads = options.comments ? { threads: true as const } : {};
  const everything = { text: true, annotations: "all", relations: true, ...threads } as const;
  for (const [name, parts, of] of [
    ["Sources", everything, textSource],
    ["Notes", { relations: true, ...threads }, notesOf],
    ["Links", { relations: true, ...threads }, linksOf],
  ] as const) {
    let begun = false;
    for await (const document of read(dataset, parts)) {
      const said = of(document, writing);
      if (said !== "") zip.write(`${begun ? "" : `<${name}>`}${said}\n`);
      begun ||= said !== "";
      yield* zip.take();
    }
    if (begun) zip.write(`</${name}>\n`);
  }
  zip.write(`${xml.element("Description", {}, xml.text(JSON.stringify(leftWith(dataset))))}</Project>\n`);
  zip.end();
  yield* zip.take();
}

/** What left: by it a file that comes back tells what is missing in it. */
const leftWith = ({ header: { project, exportedAt, filters } }: Dataset) => ({
  glossator: { project: project.id, exportedAt, states: filters.states, kinds: filters.kinds },
});

async function* read(dataset: Dataset, parts: Parts): AsyncGenerator<AnnotatedDocument> {
  const names = namesIn(dataset.header);
  for await (const bundle of dataset.reports(parts)) yield documentOf(bundle, names);
}

function note({ spans, links }: AnnotatedDocument, { entity }: Writing, { labels, cases }: Used): void {
  const caseOf = (key: string) => {
    const known = cases.get(key) ?? [];
    cases.set(key, known);
    return known;
  };
  for (const { id, label, segments, entity: key } of spans) {
    labels.add(label);
    if (key === undefined) continue;
    const refs = caseOf(entity(key));
    for (let nth = 0; nth < segments.length; nth += 1) refs.push(partGuid(guidOf(id), nth));
  }
  for (const { to } of links) if ("entity" in to) caseOf(entity(to.entity));
}

/** Entities are cases: what is known of them are values of variables, where they are named are selections. */
function* casesOf(entities: ReadonlyMap<string, NamedEntity>, { cases }: Used, { xml }: Writing): Generator<string> {
  const all = [
    ...entities.values(),
    ...[...cases.keys()]
      .filter((key) => !entities.has(key))
      .map((key): NamedEntity => ({ key, name: key, aliases: [], attributes: {} })),
  ];
  const names = new Set(all.flatMap((each) => Object.keys(valuesOf(each))));
  const variable = (of: "source" | "entity", name: string, shown: string) =>
    xml.element("Variable", { guid: variableGuid(of, name), name: shown, typeOfVariable: "Text" });
  yield `${xml.element(
    "Variables",
    {},
    [
      ...sourceVariables.map((name) => variable("source", name, name)),
      ...[...names].map((name) => variable("entity", name, `entity ${name}`)),
    ].join(""),
  )}\n`;
  if (all.length === 0) return;
  yield "<Cases>";
  for (const each of all) {
    const values = Object.entries(valuesOf(each)).map(([name, value]) =>
      variableValue(xml, variableGuid("entity", name), value),
    );
    const refs = (cases.get(each.key) ?? []).map((targetGUID) => xml.element("SelectionRef", { targetGUID }));
    yield `${xml.element("Case", { guid: guidOf(each.key), name: each.name }, values.join("") + refs.join(""))}\n`;
  }
  yield "</Cases>\n";
}

function valuesOf({ kind, aliases, attributes }: NamedEntity): Record<string, string> {
  const said: Record<string, string> = {};
  if (kind !== undefined) said["kind"] = kind;
  if (aliases.length > 0) said["aliases"] = JSON.stringify(aliases);
  for (const [name, value] of Object.entries(attributes)) said[name] = flat.write(value);
  return said;
}

/** The codebook alone. */
export async function* writeCodebook(dataset: Dataset, options: WriteOptions): AsyncGenerator<string> {
  const xml = xmlWith((letter) => options.ledger.add("control-characters", "altered", letter));
  yield codebookXml(contextOf(dataset, options).codebook, "Glossator", xml);
}
