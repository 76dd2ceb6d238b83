import "server-only";
import { createHash } from "node:crypto";
import type { Actor, Standing } from "@/domain/access/actor";
import type { entityKinds } from "@/domain/entity/entity-values";
import { nameKey } from "@/domain/gazetteer/name-key";
import { spotOf } from "@/domain/gazetteer/project-places";
import type { EntityId, ProjectId, ReportId } from "@/domain/ids";
import { partsOf } from "@/domain/protection/name-parts";
import { type PermittedUse, ProtectionSettings, strictest, usualUse } from "@/domain/protection/permitted-use";
import { nothingProtected, type Protection } from "@/domain/protection/protection";
import { analystCalled, codeFrom, pseudonymOf } from "@/domain/protection/pseudonym";
import type { Anchor } from "@/domain/tag/tag";
import { peopleOf } from "@/server/data/export/header";
import { gazetteerNames } from "@/server/data/gazetteer/names";
import { mentionsOfEntities, mentionsOfPlaces, tagsWithin } from "@/server/data/protection/mentions";
import { bindsHere } from "@/server/data/protection/seen";
import type { Sql } from "@/server/data/transaction";

/** Whose door it is, and what goes through it: a project, or one report of it. */
export type Door = {
  actor: Actor;
  standing: Standing;
  projectId: ProjectId;
  reportId?: ReportId | undefined;
};

type Kind = (typeof entityKinds)[number];
type Place = {
  id?: string | undefined;
  name: string;
  latitude?: number | undefined;
  longitude?: number | undefined;
};
type ProtectedUse = "described" | "withheld";
type Head = { protection: unknown; version: number; acts: boolean; any: boolean };
type ThingRow = {
  thing: "entity" | "place" | "report" | "passage";
  use: PermittedUse;
  entity: EntityId | null;
  report: string | null;
  place: Place | null;
  anchor: Anchor | null;
};

const isProtected = (use: PermittedUse): use is ProtectedUse => use !== "named";

/** By what somebody is known for good: it follows from their id, so that it is the same in every export. */
export const codeOf = (id: string): string => codeFrom(createHash("sha256").update(`pseudonym ${id}`).digest());

/** Whether somebody tightened permitted use in a project since this version of its protection, so that this person may know of it. */
export async function hasTightened(db: Sql, door: Door, version: number): Promise<boolean> {
  const [row] = await db.rows(
    `select 1 from permitted_use_version v join permitted_use u on u.workspace_id = v.workspace_id and u.id = v.permitted_use_id
      where u.workspace_id = $1 and u.project_id = $2 and v.protection > $3 and v.tightens and ${bindsHere(door, "u")} limit 1`,
    [door.actor.workspaceId, door.projectId, version],
  );
  return row !== undefined;
}

/** All that binds a door. Where a project protects nothing it is one statement. */
export async function protectionOf(db: Sql, door: Door): Promise<Protection> {
  const { actor, projectId } = door;
  const [head] = await db.rows<Head>(
    `select p.protection, p.protection_version as version,
            exists (select 1 from permitted_use u where u.workspace_id = p.workspace_id and u.project_id = p.id) as any,
            exists (select 1 from event_version v join event e on e.workspace_id = v.workspace_id and e.id = v.event_id
                     where v.workspace_id = p.workspace_id and e.project_id = p.id and v.content ? 'acts') as acts
       from project p where p.workspace_id = $1 and p.id = $2`,
    [actor.workspaceId, projectId],
  );
  if (!head) return nothingProtected;
  const settings = ProtectionSettings.parse(head.protection);
  const { version } = head;
  const { coarsenTo, widenTo, pseudonymousAnalysts } = settings;
  const people = pseudonymousAnalysts ? await peopleOf(db, door) : [];
  const base: Protection = {
    ...nothingProtected,
    version,
    coarsenTo,
    widenTo,
    people: people.map(({ id, name }) => ({ id, name, pseudonym: analystCalled(codeOf(id)) })),
  };
  return head.any || head.acts ? withThings(db, door, base, head.acts) : base;
}

const thingsOf = (db: Sql, door: Door) =>
  db.rows<ThingRow>(
    `select u.thing, u.use, u.entity_id as entity, u.report_id as report, u.place, u.anchor from permitted_use u
      where u.workspace_id = $1 and u.project_id = $2 and ${bindsHere(door, "u")}`,
    [door.actor.workspaceId, door.projectId],
  );

/** Names that are looked for, each with whose it is; parts of names for themselves. */
export type ProtectedNames = { name: string; entity: EntityId; part: boolean }[];

/** The names of everybody who is protected in a project, each with whose it is. */
export async function namesOfProtected(db: Sql, door: Door): Promise<ProtectedNames> {
  const { named } = await entitiesIn(db, door, await thingsOf(db, door), true);
  return named;
}

async function withThings(db: Sql, door: Door, base: Protection, acts: boolean): Promise<Protection> {
  const rows = await thingsOf(db, door);
  const { entities, named } = await entitiesIn(db, door, rows, acts);
  const places = placesIn(rows);
  const reports = rows.filter(({ thing, use }) => thing === "report" && isProtected(use));
  const passages = rows.filter(({ thing, use }) => thing === "passage" && isProtected(use));
  const ofEntities = await mentionsOfEntities(
    db,
    door,
    entities.map(({ id }) => id),
  );
  const ofPlaces = await mentionsOfPlaces(
    db,
    door,
    places.map(({ place }) => place),
  );
  const useOf = new Map(places.flatMap(({ place, use }) => keysOf(place).map((key) => [key, use] as const)));
  const located = ofPlaces.map((mention) => ({ ...mention, use: keysOf(mention.place).map((key) => useOf.get(key)) }));
  const held = located.filter(({ use }) => use.includes("withheld"));
  const withheld = new Set<string>(entities.filter(({ use }) => use === "withheld").map(({ id }) => id));
  const placeNames = await spellingsOf(
    db,
    door.actor,
    places.map(({ place }) => place),
  );
  const inside = await tagsWithin(
    db,
    door,
    passages.flatMap(({ use, report, anchor }) => (use === "withheld" && report && anchor ? [{ report, anchor }] : [])),
  );
  return {
    ...base,
    entities,
    places: places.flatMap(({ place, use }) => keysOf(place).map((key) => ({ key, name: place.name, use }))),
    coarse: located.filter(({ use }) => use.includes("described")).map(({ tag }) => tag),
    names: await withoutWhereTagged(db, door, [...named.map(({ name }) => name), ...placeNames]),
    described: reports.flatMap(({ use, report }) => (use === "described" && report ? [report] : [])),
    passages: [
      ...passages.flatMap(({ report, anchor }) => (report && anchor ? spans(report, anchor) : [])),
      ...[...ofEntities, ...located].flatMap(({ report, anchor }) => spans(report, anchor)),
    ],
    held: {
      reports: reports.flatMap(({ use, report }) => (use === "withheld" && report ? [report] : [])),
      entities: [...withheld],
      tags: [...held, ...ofEntities.filter(({ entity }) => withheld.has(entity))].map(({ tag }) => tag).concat(inside),
    },
  };
}

const spans = (reportId: string, { revisionId, segments }: Anchor) =>
  segments.map(({ start, end }) => ({ reportId, revisionId, start, end }));

/** A place is known by its id in the gazetteer, and by its name with its coordinates. */
export function keysOf({ id, name, latitude, longitude }: Place): string[] {
  const point = { ...(latitude !== undefined && { latitude }), ...(longitude !== undefined && { longitude }) };
  return [...new Set([...(id === undefined ? [] : [id]), spotOf({ name, ...point })])];
}

const placesIn = (rows: readonly ThingRow[]) =>
  rows.flatMap(({ thing, use, place }) => (thing === "place" && place && isProtected(use) ? [{ place, use }] : []));

type EntityRow = { id: EntityId; root: string; name: string; aliases: string[]; kind: Kind };

/** Entities with those that are one with them since they were merged: what is said of one holds for all, the strictest first. */
async function entitiesIn(db: Sql, { actor, projectId }: Door, rows: readonly ThingRow[], acts: boolean) {
  const said = rows.flatMap(({ thing, use, entity }) => (thing === "entity" && entity ? [{ entity, use }] : []));
  const minors = acts ? await minorsIn(db, { actor, projectId }) : [];
  const explicit = new Set(said.map(({ entity }) => entity));
  const usual = minors.filter((id) => !explicit.has(id)).map((entity) => ({ entity, use: usualUse(["minor"]) }));
  const all = [...said, ...usual];
  if (all.length === 0) return { entities: [], named: [] };
  const group = await db.rows<EntityRow>(
    `select e.id, coalesce(e.merged_into, e.id) as root, e.name, e.aliases, r.kind
       from entity e join entity r on r.workspace_id = e.workspace_id and r.id = coalesce(e.merged_into, e.id)
      where e.workspace_id = $1 and coalesce(e.merged_into, e.id) in
        (select coalesce(x.merged_into, x.id) from entity x where x.workspace_id = $1 and x.id = any($2::uuid[]))`,
    [actor.workspaceId, all.map(({ entity }) => entity)],
  );
  const rootOf = new Map(group.map(({ id, root }) => [id, root]));
  const uses = new Map<string | undefined, PermittedUse[]>();
  for (const { entity, use } of all) {
    const root = rootOf.get(entity);
    uses.set(root, [...(uses.get(root) ?? []), use]);
  }
  const found = group.flatMap((row) => {
    const use = strictest(uses.get(row.root) ?? []);
    return isProtected(use) ? [{ ...row, use }] : [];
  });
  return {
    entities: found.map(({ id, root, kind, use }) => ({ id, use, pseudonym: pseudonymOf(kind, codeOf(root)) })),
    named: found.flatMap(({ id, name, aliases, kind }) => {
      const whole = [name, ...aliases];
      const parts = kind === "named person" ? whole.flatMap(partsOf).filter((part) => !whole.includes(part)) : [];
      return [
        ...whole.map((each) => ({ name: each, entity: id, part: false })),
        ...parts.map((each) => ({ name: each, entity: id, part: true })),
      ];
    }),
  };
}

/** Children who suffered something in an event, as acts say. */
async function minorsIn(db: Sql, { actor, projectId }: Pick<Door, "actor" | "projectId">): Promise<EntityId[]> {
  const rows = await db.rows<{ id: EntityId }>(
    `select distinct a.act #>> '{victim,entityId}' as id
       from event e join event_version v on v.workspace_id = e.workspace_id and v.event_id = e.id and v.number = e.version
       cross join lateral jsonb_array_elements(v.content->'acts') as a(act)
      where e.workspace_id = $1 and e.project_id = $2 and v.content ? 'acts' and e.state not in ('rejected', 'withdrawn')
        and a.act #>> '{victim,who}' = 'child' and a.act #>> '{victim,entityId}' is not null`,
    [actor.workspaceId, projectId],
  );
  return rows.map(({ id }) => id);
}

/** What the gazetteer calls these places, beside what the project does. */
async function spellingsOf(
  db: Sql,
  { workspaceId }: Pick<Actor, "workspaceId">,
  places: readonly Place[],
): Promise<string[]> {
  const ids = places.flatMap(({ id }) => id ?? []);
  const own = places.map(({ name }) => name);
  if (ids.length === 0) return own;
  const rows = await db.rows<{ names: string[] }>(
    `select ${gazetteerNames("y.id")} as names from unnest($2::text[]) as y(id)`,
    [workspaceId, ids],
  );
  return [...own, ...rows.flatMap(({ names }) => names)];
}

/** Names but for those of which somebody decided that they are ordinary words where nobody tagged them. */
async function withoutWhereTagged(db: Sql, { actor, projectId }: Door, names: readonly string[]): Promise<string[]> {
  const rows = await db.rows<{ key: string }>(
    `select key from protected_name where workspace_id = $1 and project_id = $2 and decision = 'where tagged'`,
    [actor.workspaceId, projectId],
  );
  const free = new Set(rows.map(({ key }) => key));
  return [...new Set(names)].filter((name) => !free.has(nameKey(name)));
}
