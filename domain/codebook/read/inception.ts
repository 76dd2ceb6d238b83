import type { AttributeType } from "@/domain/codebook/codebook-values";
import { parsedJson } from "@/domain/codebook/read/json-at";
import {
  type Attribute,
  type CodebookRead,
  choicesOf,
  finished,
  type Remark,
  type Sketch,
  slugs,
  unread,
} from "@/domain/codebook/read/reading";
import { type Fields, fieldsOf, isFields, listOf, textOf } from "@/domain/interchange/json";

/** INCEpTION's own layer for named entities, which keeps the name of what it stands for in `value`. */
const namedEntity = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

/**
 * Reads the layers that INCEpTION exports on its page of layers: one layer or a list of them. A span layer becomes a
 * label, its features become attributes, a tag set becomes their values; a relation layer becomes a relation type between
 * the labels of the layer it is attached to.
 */
export function readInception(text: string): CodebookRead {
  const json = parsedJson(text);
  if (!json.ok) return json;
  const { layers = json.value } = fieldsOf(json.value);
  const all = Array.isArray(layers) ? layers : [layers];
  const left: Remark[] = [];
  const slugOf = slugs("label");
  const spans = all.filter((each) => fieldsOf(each)["type"] === "span");
  if (spans.length === 0) return unread("It has no layer of type “span”.", 1);
  const bySource = new Map<string, string>();
  const labels = spans.map((each) => {
    const layer = fieldsOf(each);
    const name = nameOf(layer);
    const slug = slugOf(name);
    bySource.set(textOf(layer["name"]) ?? name, slug);
    return {
      slug,
      name,
      definition: (textOf(layer["description"]) ?? "").slice(0, 2000),
      attributes: attributesOf(layer, left),
    };
  });
  for (const each of all)
    if (!isFields(each) || !["span", "relation"].includes(String(fieldsOf(each)["type"])))
      left.push({ what: `The layer “${nameOf(fieldsOf(each))}” is neither of spans nor of relations.` });
  return finished({ labels, relationTypes: relationTypesOf(all, bySource, left) }, left);
}

const nameOf = (layer: Fields) =>
  (textOf(layer["uiName"]) || textOf(layer["name"])?.split(".").at(-1) || "Layer").slice(0, 100);

function relationTypesOf(layers: readonly unknown[], bySource: ReadonlyMap<string, string>, left: Remark[]) {
  const slugOf = slugs("relation");
  return layers.map(fieldsOf).flatMap((layer): NonNullable<Sketch["relationTypes"]> => {
    if (layer["type"] !== "relation") return [];
    const attached = fieldsOf(layer["attach_type"])["name"] ?? layer["attach_type"];
    const slug = bySource.get(textOf(attached) ?? "");
    if (slug === undefined) {
      left.push({ what: `The relation layer “${nameOf(layer)}” is attached to a layer that is not in this file.` });
      return [];
    }
    const ends = [`label:${slug}`];
    return [
      { slug: slugOf(nameOf(layer)), name: nameOf(layer), from: ends, to: ends, attributes: attributesOf(layer, left) },
    ];
  });
}

const types: Readonly<Record<string, AttributeType>> = {
  "uima.cas.String": "text",
  "uima.cas.Integer": "number",
  "uima.cas.Long": "number",
  "uima.cas.Float": "number",
  "uima.cas.Double": "number",
  "uima.cas.Boolean": "yes-no",
  "uima.cas.StringArray": "choices",
};

function attributesOf(layer: Fields, left: Remark[]): Attribute[] {
  const slugOf = slugs("attribute");
  return listOf(layer["features"]).flatMap((each): Attribute[] => {
    const feature = fieldsOf(each);
    const name = (textOf(feature["uiName"]) || textOf(feature["name"]) || "Feature").slice(0, 100);
    const type = types[textOf(feature["type"]) ?? ""];
    const values = listOf(fieldsOf(feature["tag_set"])["tags"]).flatMap(
      (tag) => textOf(fieldsOf(tag)["tag_name"]) || [],
    );
    if (feature["enabled"] === false) return [];
    if (type === undefined || (type === "choices" && values.length === 0)) {
      const known = layer["name"] === namedEntity ? " Entities of a knowledge base are not carried." : "";
      left.push({
        what: `The feature “${name}” of “${nameOf(layer)}” is of type ${textOf(feature["type"]) ?? "unknown"}.${known}`,
      });
      return [];
    }
    const chosen = values.length > 0 && type === "text" ? "choice" : type;
    return [
      {
        slug: slugOf(name),
        name,
        type: chosen,
        definition: (textOf(feature["description"]) ?? "").slice(0, 2000),
        required: feature["required"] === true,
        ...(chosen === "choice" || chosen === "choices" ? { choices: choicesOf(values) } : {}),
      },
    ];
  });
}
