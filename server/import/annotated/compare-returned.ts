import { Codebook } from "@/domain/codebook/codebook";
import type { ImportData, LabelTarget, LinkTarget, ReturnedCheck } from "@/domain/import/annotated";
import { suggestLabel, suggestLink } from "@/domain/import/suggest";
import type { AnnotatedDocument, NamedEntity } from "@/domain/interchange/document";
import { entitiesKnown } from "../../data/annotated/entities";
import { type Connection, lastAsked, projectOf } from "../../data/annotated/queries";
import { type Change, returnedTags } from "../../data/annotated/returned";
import type { Around } from "./around";
import { idsOf } from "./ids";
import { prepareDocument } from "./prepare-document";
import { Stopped, type Task } from "./task";

/** What files bring back of reports that are here. */
export type Comparing = {
  see(document: AnnotatedDocument, report: { id: string; title: string }): Promise<void>;
  /** Undefined where no tag of the files is known here: then they did not leave here. */
  found(): ReturnedCheck | undefined;
};

/** Examples of each thing that are told. */
const told = 50;

/** Compares with what labels and links are taken for before anybody chose. Nothing is written. */
export async function comparing(
  client: Connection,
  task: Task & { is: "check" },
  files: { format: string; entities: readonly NamedEntity[] },
): Promise<Comparing> {
  const { around, before } = await aroundCheck(client, task, files);
  const check: ReturnedCheck = {
    ...{ same: 0, added: 0, changed: { count: 0, examples: [] } },
    ...{ meanwhile: { count: 0, examples: [] }, missing: { count: 0, examples: [] } },
  };
  let [known, nth] = [0, 0];
  return {
    async see(document, { id, title }) {
      const labels: Record<string, LabelTarget> = {};
      const links: Record<string, LinkTarget> = {};
      for (const { label } of document.spans) labels[label] ??= suggestLabel(label, around.codebook, before) ?? null;
      for (const { label } of document.links) links[label] ??= suggestLink(label, around.codebook, before) ?? null;
      nth += 1;
      const prepared = prepareDocument(document, nth, { ...around, data: { ...around.data, labels, links } });
      if (typeof prepared === "string") return;
      const asked = { job: task.job, reportId: id, layer: around.layer };
      const back = await returnedTags(client, { ...asked, tags: prepared.tags, left: prepared.left });
      known += back.ids.size;
      check.same += back.same;
      check.added += back.added.length;
      for (const kind of ["changed", "meanwhile"] as const) {
        check[kind].count += back[kind].length;
        for (const change of back[kind])
          if (check[kind].examples.length < told) check[kind].examples.push({ title, ...inWords(change) });
      }
      check.missing.count += back.missing.length;
      for (const { quote, kind } of back.missing)
        if (check.missing.examples.length < told) check.missing.examples.push({ title, quote, was: kind });
    },
    found: () => (known > 0 ? check : undefined),
  };
}

async function aroundCheck(
  client: Connection,
  { job, data }: Task & { is: "check" },
  { format, entities }: { format: string; entities: readonly NamedEntity[] },
) {
  const row = await projectOf(client, job);
  if (!row) throw new Stopped();
  const here = await entitiesKnown(client, job, entities);
  const mode = row.mode === "independent" ? ("independent" as const) : ("shared" as const);
  const asked: ImportData = {
    ...{ upload: data.upload, format, answers: data.answers, labels: {}, links: {}, authors: {} },
    ...{ duplicates: "compare", as: "open", damaged: false },
  };
  const around: Around = {
    project: { id: job.projectId, mode, twoPersonRule: row.two_person_rule, languages: row.languages },
    layer: mode === "independent" ? "final" : "shared",
    codebook: Codebook.parse(row.content),
    ...{ codebookVersion: row.version, data: asked, by: job.by, now: row.now },
    ids: idsOf(job.id, Math.floor(Number(row.began))),
    person: () => job.by,
    entity: (key) => here.get(key),
    leftOut: () => undefined,
  };
  return { around, before: await lastAsked(client, job, format) };
}

/** What a tag said, and what it would say: only what differs of attributes. */
function inWords({ was, becomes, quote, tag }: Change) {
  const said =
    tag.versions
      .at(-1)
      ?.anchor?.segments.map((each) => each.quote)
      .join(" […] ") ?? "";
  const names = new Set([...Object.keys(was.attributes), ...Object.keys(becomes.attributes)]);
  const differ = [...names].filter(
    (name) => JSON.stringify(was.attributes[name]) !== JSON.stringify(becomes.attributes[name]),
  );
  const words = (kind: string, text: string, attributes: Readonly<Record<string, unknown>>) =>
    [
      ...(was.kind === becomes.kind ? [] : [kind]),
      ...(quote === said ? [] : [`“${text}”`]),
      ...differ.map((name) => `${name}: ${JSON.stringify(attributes[name]) ?? "–"}`),
    ].join(", ");
  return {
    quote,
    was: words(was.kind, quote, was.attributes),
    becomes: words(becomes.kind, said, becomes.attributes),
  };
}
