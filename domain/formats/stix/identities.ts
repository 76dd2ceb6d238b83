import type { DatasetHeader } from "@/domain/formats/dataset";
import { extended } from "@/domain/formats/stix/extension";
import { common, idOf, type Json, saying, since } from "@/domain/formats/stix/objects";
import type { Made, NamedEntity } from "@/domain/interchange/document";

const classes: Readonly<Record<string, string>> = {
  "named person": "individual",
  "named organisation": "organization",
  "armed or state actor": "organization",
  "official unnamed": "individual",
  "military unnamed": "individual",
  "local or field": "class",
  "media outlet": "organization",
  "social media account": "individual",
};

const personId = (id: string) => idOf("identity", `person ${id}`);
const entityId = (key: string) => idOf("identity", key);

/** The project, everybody who made or decided something, and the sources and actors that statements name. */
export function identities(header: DatasetHeader, entities: ReadonlyMap<string, NamedEntity>) {
  const { project, people, exportedAt } = header;
  const known = new Map(header.entities.map((entity) => [String(entity.id), entity]));
  const members = new Set<string>(people.map(({ id }) => id));
  const from = idOf("identity", `project ${project.id}`);
  const named = (id: string, name: string, identityClass: string) => ({
    ...common("identity", id, { created: since, modified: exportedAt }),
    name: name === "" ? id : name,
    identity_class: identityClass,
  });
  const objects: Json[] = people.map(({ id, name }) => named(personId(id), name, "individual"));
  for (const { key, name, kind, aliases, attributes } of entities.values()) {
    const { reliability, ...others } = attributes;
    objects.push({
      ...common("identity", entityId(key), { created: known.get(key)?.createdAt, modified: exportedAt }),
      created_by_ref: from,
      name,
      ...saying({ identity_class: classes[kind ?? ""] ?? "unknown" }),
      ...extended({
        ...{ entity_id: key, kind, aliases, source_reliability: reliability },
        ...(Object.keys(others).length > 0 ? { attributes: others } : {}),
      }),
    });
  }
  return {
    project: named(from, project.name, "group"),
    objects,
    creator: ({ by }: Pick<Made, "by">): string =>
      by?.id !== undefined && members.has(by.id) ? personId(by.id) : from,
    /** Of what was merged: the one that it is part of now. */
    identity(key: string): string | undefined {
      const now = known.get(key)?.mergedInto ?? key;
      return entities.has(now) ? entityId(now) : undefined;
    },
  };
}
