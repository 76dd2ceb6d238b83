import type { Client } from "pg";
import { entityKinds } from "@/domain/entity/entity-values";
import { nameKey } from "@/domain/entity/name-key";
import type { EntityRecord } from "@/domain/formats/dataset";
import type { NamedEntity } from "@/domain/interchange/document";
import type { Ids } from "../../import/annotated/ids";
import type { PreparedEntity } from "../../import/annotated/prepared";
import { addEntity, columnsOf, newRows } from "../../import/annotated/rows";
import type { Task } from "../../import/annotated/task";
import { copyIn } from "./copy";
import { stillOurs } from "./keep";
import type { People } from "./people";
import type { Keeping } from "./writing";

/** Entities of the files by their keys, and those that have to be made. */
type EntitiesHere = { ids: ReadonlyMap<string, string>; made: PreparedEntity[] };

/** What the project has: ids of all, and those that stand for themselves by kind and name. */
type Known = { ids: ReadonlySet<string>; byName: ReadonlyMap<string, string> };

const keyOf = (kind: string, name: string) => `${kind} ${nameKey(name)}`;

async function knownIn(client: Client, { workspaceId, projectId }: Task["job"]): Promise<Known> {
  const { rows } = await client.query<{ id: string; name: string; kind: string; alone: boolean }>(
    `select id, name, kind, merged_into is null and layer is null as alone from entity
      where workspace_id = $1 and project_id = $2`,
    [workspaceId, projectId],
  );
  return {
    ids: new Set(rows.map(({ id }) => id)),
    byName: new Map(rows.filter(({ alone }) => alone).map(({ id, name, kind }) => [keyOf(kind, name), id])),
  };
}

/** Those of a file of our own, with their grades; one that the project has by name and kind already stands for it. */
async function ownEntities(
  client: Client,
  job: Task["job"],
  { found, ids, people }: { found: readonly EntityRecord[]; ids: Ids; people: People },
): Promise<EntitiesHere> {
  const known = await knownIn(client, job);
  const here = new Map<string, string>();
  const own = new Set(found.map(({ id }) => ids.kept(id)));
  for (const { id, name, kind, mergedInto } of found) {
    const before = mergedInto === undefined ? known.byName.get(keyOf(kind, name)) : undefined;
    here.set(id, before !== undefined && !own.has(before) ? before : ids.kept(id));
  }
  // Who is part of somebody that the project has is that somebody.
  for (const { id, mergedInto } of found) {
    const into = mergedInto && here.get(mergedInto);
    if (into && mergedInto && into !== ids.kept(mergedInto)) here.set(id, into);
  }
  const made = found
    .filter(({ id }) => here.get(id) === ids.kept(id) && !known.ids.has(ids.kept(id)))
    .map((entity) => prepared(entity, here, { ids, people }));
  return { ids: here, made };
}

const prepared = (
  { id, grades, ...said }: EntityRecord,
  here: ReadonlyMap<string, string>,
  { ids, people }: { ids: Ids; people: People },
): PreparedEntity => ({
  id: ids.kept(id),
  name: said.name,
  kind: said.kind,
  anonymity: said.anonymity ?? null,
  side: said.side ?? null,
  scale: said.scale ?? null,
  aliases: said.aliases,
  note: said.note ?? null,
  noteProse: said.noteProse ? JSON.stringify(said.noteProse) : null,
  parentId: (said.parentId && here.get(said.parentId)) ?? null,
  outletId: (said.outletId && here.get(said.outletId)) ?? null,
  affiliations: affiliationsHere(said.affiliations, here),
  mergedInto: (said.mergedInto && here.get(said.mergedInto)) ?? null,
  reliability: said.reliability ?? null,
  version: said.version,
  createdBy: people.person({ id: said.createdBy, name: said.createdBy }),
  createdAt: said.createdAt,
  grades: grades
    .filter(({ of }) => of === undefined)
    .map((grade, nth) => ({
      id: ids.hanging(id, nth),
      reliability: grade.reliability,
      reason: grade.reason,
      createdBy: people.person({ id: grade.by, name: grade.by }),
      createdAt: grade.at,
    })),
});

/** What the file says of affiliations with entities that came along, as JSON. */
function affiliationsHere(said: EntityRecord["affiliations"], here: ReadonlyMap<string, string>): string | null {
  const known = (said ?? []).flatMap(({ entityId, ...rest }) => {
    if (entityId === undefined) return [rest];
    const id = here.get(entityId);
    return id === undefined ? [] : [{ ...rest, entityId: id }];
  });
  return known.length > 0 ? JSON.stringify(known) : null;
}

/** Those of another tool's file. A kind that is not one of ours is told in the note. */
async function namedEntitiesHere(
  client: Client,
  job: Task["job"],
  { found, ids, now }: { found: readonly NamedEntity[]; ids: Ids; now: string },
): Promise<EntitiesHere> {
  const known = await knownIn(client, job);
  const here = new Map<string, string>();
  const made: PreparedEntity[] = [];
  const nextId = ids.document(0);
  for (const { key, name, kind = "", aliases } of found) {
    const own = entityKinds.find((each) => each === kind);
    // One that left here is known by its id, whatever it is called there.
    const before = known.ids.has(key)
      ? key
      : entityKinds.map((each) => known.byName.get(keyOf(own ?? each, name))).find((id) => id !== undefined);
    const id = nextId();
    here.set(key, before ?? id);
    if (before !== undefined || known.ids.has(id)) continue;
    made.push({
      ...empty,
      id,
      name: [...name].slice(0, 300).join(""),
      kind: own ?? "named organisation",
      aliases: aliases.slice(0, 100),
      note: own || kind === "" ? null : `Kind in the file: ${kind}`,
      createdBy: job.by,
      createdAt: now,
    });
  }
  return { ids: here, made };
}

const empty = {
  noteProse: null,
  anonymity: null,
  side: null,
  affiliations: null,
  scale: null,
  parentId: null,
  outletId: null,
  mergedInto: null,
  reliability: null,
  version: 1,
  grades: [],
};

type Named = {
  own: readonly EntityRecord[];
  entities: readonly NamedEntity[];
  /** Names of people by their ids in the file. */
  people: readonly { id: string; name: string }[];
  /** Is told which entity of the file is which of the project. */
  here: Map<string, string>;
};

/** Which entities of files are which of the project; those that it does not have are left out. */
export async function entitiesKnown(client: Client, job: Task["job"], found: readonly NamedEntity[]) {
  const known = await knownIn(client, job);
  const here = new Map<string, string>();
  for (const { key, name } of found) {
    const id = known.ids.has(key)
      ? key
      : entityKinds.map((each) => known.byName.get(keyOf(each, name))).find((one) => one !== undefined);
    if (id !== undefined) here.set(key, id);
  }
  return here;
}

/** Makes the entities that files name and the project does not have. Throws `Stopped` where the job is somebody else's. */
export async function bringEntities(
  { client, job, around, people }: Keeping,
  { own, entities, people: named, here }: Named,
): Promise<void> {
  for (const { id, name } of named) people.named(id, name);
  const found =
    own.length > 0
      ? await ownEntities(client, job, { found: own, ids: around.ids, people })
      : await namedEntitiesHere(client, job, { found: entities, ids: around.ids, now: around.now });
  for (const [key, id] of found.ids) here.set(key, id);
  if (found.made.length === 0) return;
  const rows = newRows();
  const place = { workspaceId: job.workspaceId, projectId: job.projectId, layer: around.layer };
  for (const entity of found.made) {
    addEntity(rows, place, entity);
    const refs = JSON.stringify({ entityId: entity.id, jobId: job.id });
    rows.add("entry", [job.workspaceId, job.projectId, null, "made-entity", job.by, refs]);
  }
  await client.query("begin");
  try {
    for (const table of ["entity", "grade", "entry"] as const)
      await copyIn(client, table, columnsOf(table), rows.lines[table]);
    await people.keep(client, job);
    await stillOurs(client, job);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}
