import { attributeOf, detailsControl } from "@/domain/formats/label-studio/controls";
import type { NamedEntity, Value } from "@/domain/interchange/document";
import { attributesOf, type Intake, jsonValue } from "@/domain/interchange/intake";
import { type Fields, fieldsOf, idOf, isFields, listOf, textOf } from "@/domain/interchange/json";

type OfRegion = { attributes: Record<string, Value>; entity?: NamedEntity };

/** What is said of each region by controls other than that of labels. */
export function sayingsIn(results: readonly unknown[], intake: Intake): Map<string, OfRegion> {
  const said = new Map<string, OfRegion>();
  for (const each of results) {
    const { type, id, from_name: control, value } = fieldsOf(each);
    const region = idOf(id);
    if (type === "labels" || type === "relation") continue;
    const name = attributeOf(textOf(control) ?? textOf(type) ?? "");
    const known = region === undefined ? undefined : (said.get(region) ?? { attributes: {} });
    const found =
      region !== undefined && "start" in fieldsOf(value) ? valueIn(textOf(type), fieldsOf(value)) : undefined;
    if (!known || region === undefined || found === undefined) {
      intake.unread(`results of type ${textOf(type) ?? "?"}`, textOf(control));
      continue;
    }
    if (control === detailsControl) addDetails(known, found);
    else if (name !== "__proto__") known.attributes[name] = found;
    said.set(region, known);
  }
  return said;
}

function valueIn(type: string | undefined, value: Fields): Value | undefined {
  const one = (said: unknown): Value | undefined => {
    const all = listOf(said);
    return jsonValue(all.length === 1 ? all[0] : said);
  };
  switch (type) {
    case "choices":
      return one(value["choices"]);
    case "textarea":
      return one(value["text"]);
    case "number":
      return jsonValue(value["number"]);
    case "rating":
      return jsonValue(value["rating"]);
    case "datetime":
      return jsonValue(value["datetime"]);
    case "taxonomy":
      return jsonValue(value["taxonomy"]);
    default:
      return undefined;
  }
}

function addDetails(known: OfRegion, said: Value): void {
  const details = typeof said === "string" ? parsed(said) : undefined;
  if (details === undefined) {
    known.attributes[detailsControl] = said;
    return;
  }
  const entity = entityOf(details["entity"]);
  if (entity) known.entity = entity;
  Object.assign(known.attributes, attributesOf(details["attributes"]));
}

function parsed(text: string): Fields | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isFields(json) && ("attributes" in json || "entity" in json) ? json : undefined;
  } catch {
    return undefined;
  }
}

/** An entity as files of ours name it. */
function entityOf(json: unknown): NamedEntity | undefined {
  const { id, name } = fieldsOf(json);
  const key = idOf(id);
  return key === undefined ? undefined : { key, name: textOf(name) ?? key, aliases: [], attributes: {} };
}
