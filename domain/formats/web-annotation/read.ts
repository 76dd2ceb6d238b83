import { isCompanion } from "@/domain/formats/shared/companions";
import { type Draft, documentOfDraft } from "@/domain/formats/web-annotation/draft";
import { bodiesOf, iriIn, motivationsOf, placesOf, saidAsJson } from "@/domain/formats/web-annotation/parts";
import { idOfIri } from "@/domain/formats/web-annotation/terms";
import type { NamedEntity, Spot } from "@/domain/interchange/document";
import { attributesOf } from "@/domain/interchange/intake";
import { type Fields, isFields, listOf, metadataOf, textOf } from "@/domain/interchange/json";
import { excerpt, jsonRecordsOf } from "@/domain/interchange/json-records";
import { wholeOf } from "@/domain/interchange/lines";
import type { FormatReader, Found, SentFile } from "@/domain/interchange/reader";
import { type OffsetUnit, offsetUnits } from "@/domain/interchange/units";

/** The specification says code points; libraries in JavaScript write UTF-16 units all the same. */
const units = ["code point", "UTF-16 code unit"] as const satisfies readonly OffsetUnit[];

/** Where the annotations of a collection or page begin. */
const items = /(?<!\\)"(?:items|@graph)"\s*:\s*\[/;

export const webAnnotationReader: FormatReader = {
  extensions: [".jsonld", ".json", ".jsonl"],
  recognises: (name, head) => {
    if (!/\.(jsonld|jsonl?)$/i.test(name)) return 0;
    if (/ns\/anno\.jsonld|ns\/oa[#.]/.test(head)) return 0.95;
    return /"type"\s*:\s*\[?\s*"Annotation"/.test(head) && head.includes('"target"') ? 0.7 : 0;
  },
  asks: [{ name: "unit", answers: units, usual: "code point" }],
  async *read(files, { unit: asked }) {
    const unit = offsetUnits.find((each) => each === asked) ?? "code point";
    const texts = new Map<string, SentFile>();
    const sent: SentFile[] = [];
    for await (const file of files) {
      if (/\.txt$/i.test(file.name)) texts.set(baseName(file.name), file);
      else if (!isCompanion(file.name)) sent.push(file);
    }
    for (const file of sent) yield* readFile(file, unit, texts);
  },
};

const baseName = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** Texts that a file itself has are read one after the other; others wait until it ends. */
async function* readFile(
  file: SentFile,
  unit: OffsetUnit,
  texts: ReadonlyMap<string, SentFile>,
): AsyncGenerator<Found> {
  const drafts = drafting();
  for await (const read of jsonRecordsOf(file, items)) {
    if (read.is === "set-aside") {
      yield read;
      continue;
    }
    const { line, text, json } = read.record;
    const spot = { file: file.name, line };
    const entity = isFields(json) ? entityOf(json) : undefined;
    const begins = isFields(json) ? textIn(json, spot) : undefined;
    if (!isFields(json)) {
      const trouble = { is: "syntax", expected: "an annotation" } as const;
      yield { is: "set-aside", aside: { spot, trouble, record: excerpt(text) } };
    } else if (entity) yield { is: "entity", entity };
    else if (begins) {
      const before = drafts.begin(begins);
      if (before) yield* documentOfDraft(before, unit);
    } else drafts.add(json, spot);
  }
  for (const draft of drafts.all()) {
    const text = draft.text ?? (await textNamed(draft.source, texts));
    yield* documentOfDraft({ ...draft, text }, unit);
  }
}

async function textNamed(source: string, texts: ReadonlyMap<string, SentFile>): Promise<string | undefined> {
  const file = texts.get(baseName(idOfIri(source)));
  return file && wholeOf(file);
}

/** Annotations by the text they are about: of the one that the file gave last, or of others. */
function drafting() {
  let open: Draft | undefined;
  const others = new Map<string, Draft>();
  const owners = new Map<string, Draft>();
  const draftOf = (source: string, spot: Spot) => {
    if (open?.source === source) return open;
    const known = others.get(source) ?? { source, text: undefined, title: "", metadata: {}, spot, annotations: [] };
    others.set(source, known);
    return known;
  };
  return {
    /** Answers the one before, which is whole. */
    begin(draft: Draft): Draft | undefined {
      const before = open;
      open = draft;
      if (before) owners.clear();
      return before;
    },
    add(annotation: Fields, spot: Spot): void {
      const [place] = placesOf(annotation["target"]);
      const target = place?.source ?? iriIn(annotation["target"]) ?? "";
      const draft = (place ? undefined : owners.get(target)) ?? draftOf(target, spot);
      draft.annotations.push(annotation);
      const id = textOf(annotation["id"]);
      if (id !== undefined) owners.set(id, draft);
    },
    all: () => [...(open ? [open] : []), ...others.values()],
  };
}

/** A text that a file of ours gives before what is said of it. */
function textIn(annotation: Fields, spot: Spot): Draft | undefined {
  const { target } = annotation;
  if (typeof target !== "string" || !motivationsOf(annotation).includes("describing")) return undefined;
  const bodies = bodiesOf(annotation);
  const text = bodies.find(({ fields }) => fields["format"] === "text/plain")?.value;
  if (text === undefined) return undefined;
  const { title, metadata } = saidAsJson(bodies);
  const said = { title: textOf(title) ?? "", metadata: metadataOf(metadata, new Set()) };
  return { source: target, text, ...said, spot, annotations: [] };
}

function entityOf(annotation: Fields): NamedEntity | undefined {
  const { target } = annotation;
  if (typeof target !== "string" || !motivationsOf(annotation).includes("identifying")) return undefined;
  const { name, kind, aliases, attributes } = saidAsJson(bodiesOf(annotation));
  if (typeof name !== "string") return undefined;
  return {
    key: idOfIri(target),
    name,
    ...(typeof kind === "string" ? { kind } : {}),
    aliases: listOf(aliases).filter((each) => typeof each === "string"),
    attributes: attributesOf(attributes),
  };
}
