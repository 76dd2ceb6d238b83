import { SaxesParser } from "saxes";
import { labelKeys } from "@/domain/codebook/codebook-values";
import {
  type Attribute,
  type CodebookRead,
  choicesOf,
  finished,
  nearestColour,
  type Remark,
  type Sketch,
  slugs,
  unread,
} from "@/domain/codebook/read/reading";

type Element = { name: string; line: number; has: Readonly<Record<string, string>>; inner: Element[] };

/** Deeper than this is no labelling configuration. */
const deepest = 50;

/**
 * Reads a Label Studio labelling configuration (labelstud.io/tags). `Labels` become labels; what is asked per region
 * becomes attributes of the labels it is asked for, other choices become report fields; `Relations` become relation types.
 * Nothing that a document type declares is read.
 */
export function readLabelStudio(text: string): CodebookRead {
  const read = treeOf(text);
  if (!read.ok) return read;
  const left: Remark[] = [];
  const all = [...walked(read.root)];
  const labels = labelsIn(all, left);
  if (labels.length === 0) return unread("It has no <Labels> with <Label value=…>.", read.root.line);
  const reportFields: NonNullable<Sketch["reportFields"]> = [];
  const fieldSlug = slugs("field");
  for (const control of all) {
    const asked = attributeOf(control);
    if (!asked) {
      if (unknown.has(control.name))
        left.push({ line: control.line, what: `<${control.name}> has no place in a codebook.` });
      continue;
    }
    if (control.has["perRegion"] === "true") addTo(labels, control, asked);
    else if (asked.type === "choice" || asked.type === "text" || asked.type === "number" || asked.type === "date")
      reportFields.push({
        slug: fieldSlug(asked.name),
        name: asked.name,
        type: asked.type,
        ...(asked.choices && { choices: asked.choices }),
      });
    else left.push({ line: control.line, what: `“${asked.name}” asks for several values of a whole text.` });
  }
  return finished(
    { labels: labels.map(({ label }) => label), relationTypes: relationsIn(all, labels), reportFields },
    left,
  );
}

const unknown = new Set([
  "Pairwise",
  "Ranker",
  "Brush",
  "RectangleLabels",
  "PolygonLabels",
  "KeyPointLabels",
  "VideoRectangle",
  "TimeSeriesLabels",
]);

type Named = { value: string; label: NonNullable<Sketch["labels"]>[number] };

function labelsIn(all: readonly Element[], left: Remark[]): Named[] {
  const slugOf = slugs("label");
  const taken = new Set<string>();
  const found = all.filter(({ name }) => name === "Labels" || name === "HyperTextLabels").flatMap(({ inner }) => inner);
  const seen = new Set<string>();
  return found.flatMap(({ name, has, line }): Named[] => {
    const value = (has["value"] ?? "").trim();
    if (name !== "Label" || value === "" || seen.has(value)) return [];
    seen.add(value);
    const key = labelKeys.find((each) => each === has["hotkey"] && !taken.has(each));
    if (key) taken.add(key);
    else if (has["hotkey"]) left.push({ line, what: `The key “${has["hotkey"]}” of “${value}” is not one of 4 to 9.` });
    const colour = nearestColour(has["background"]);
    if (has["background"] && !colour)
      left.push({ line, what: `The colour “${has["background"]}” of “${value}” is not given as #rrggbb.` });
    const label = {
      slug: slugOf(has["alias"] || value),
      name: value.slice(0, 100),
      colour,
      key,
      definition: (has["hint"] ?? "").slice(0, 2000),
      attributes: [],
    };
    return [{ value, label }];
  });
}

/** What a control asks for, if it is one that asks in words or values. */
function attributeOf({ name, has, inner }: Element): Omit<Attribute, "slug"> | undefined {
  const named = { name: (has["name"] ?? name).slice(0, 100), required: has["required"] === "true" };
  const values = inner
    .flatMap((each) => [each, ...each.inner])
    .flatMap((each) => (each.name === "Choice" && each.has["value"] ? [each.has["value"]] : []));
  switch (name) {
    case "Choices":
    case "Taxonomy": {
      const several = name === "Taxonomy" || has["choice"] === "multiple";
      return values.length > 0
        ? { ...named, type: several ? "choices" : "choice", choices: choicesOf(values) }
        : undefined;
    }
    case "TextArea":
      return { ...named, type: "text" };
    case "Number":
    case "Rating":
      return { ...named, type: "number" };
    case "DateTime":
      return { ...named, type: "date" };
    default:
      return undefined;
  }
}

function addTo(labels: readonly Named[], { has }: Element, asked: Omit<Attribute, "slug">) {
  const wanted = has["whenLabelValue"]?.split(",").map((each) => each.trim());
  for (const { value, label } of labels) {
    if (wanted && !wanted.includes(value)) continue;
    const slugOf = slugs("attribute");
    for (const { slug } of label.attributes ?? []) slugOf(slug);
    label.attributes = [...(label.attributes ?? []), { ...asked, slug: slugOf(asked.name) }];
  }
}

function relationsIn(all: readonly Element[], labels: readonly Named[]): NonNullable<Sketch["relationTypes"]> {
  const ends = labels.map(({ label }) => `label:${label.slug}`);
  const slugOf = slugs("relation");
  const names = all.flatMap(({ name, has }) => (name === "Relation" && has["value"] ? [has["value"]] : []));
  return [...new Set(names)].map((name) => ({ slug: slugOf(name), name: name.slice(0, 100), from: ends, to: ends }));
}

function* walked(element: Element): Generator<Element> {
  yield element;
  for (const each of element.inner) yield* walked(each);
}

type Tree = { ok: true; root: Element } | (CodebookRead & { ok: false });

function treeOf(text: string): Tree {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  const open: Element[] = [];
  let root: Element | undefined;
  let wrong: Remark | undefined;
  const stop = (what: string) => {
    wrong ??= { line: parser.line, what };
  };
  parser.on("error", (error) => stop(error.message.replace(/^\d+:\d+: /, "")));
  parser.on("doctype", () => stop("A document type is not read."));
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, line: parser.line, has: attributes, inner: [] };
    if (open.length >= deepest) stop(`Elements stand in each other more than ${deepest} deep.`);
    else open.at(-1)?.inner.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  if (wrong) return { ok: false, problems: [wrong] };
  return root ? { ok: true, root } : { ok: false, problems: [{ line: 1, what: "It holds no element." }] };
}
