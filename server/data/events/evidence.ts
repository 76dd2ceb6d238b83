import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { Affiliation } from "@/domain/entity/affiliation";
import { asAt } from "@/domain/entity/as-at";
import type { ClaimLink, Evidence, EvidencePlace, Speaker } from "@/domain/event/evidence";
import type { EntityId, ReportId, TagId } from "@/domain/ids";
import type { Held } from "@/domain/protection/protection";
import { countedLayer } from "@/domain/review/counting";
import type { ClaimAttributes } from "@/domain/tag/claim";
import type { PlaceAttributes } from "@/domain/tag/place";
import { copiedFrom } from "@/server/data/copies/origins";
import { followed, followedAttributes } from "@/server/data/entities/followed";
import { notHeld, reportLeaves } from "@/server/data/export/leaving";
import { seenTags } from "@/server/data/tags/read";
import type { Sql } from "@/server/data/transaction";

type Viewer = { actor: Pick<Actor, "workspaceId" | "userId">; standing: Standing };

/** `free`: nothing of a report under embargo and nothing of what is held back, because it leaves. */
export type Reading = { free?: Held };

type PlaceRow = { id: TagId; words: string; link: Record<string, unknown>; said: PlaceAttributes };
type ChainRow = { entity: EntityId | null; article: boolean; words: string | null; link: Record<string, unknown> };
type Row = {
  claimId: TagId;
  reportId: ReportId;
  reportTitle: string;
  outlet: string | null;
  published: string | null;
  quote: string | null;
  start: number;
  state: Evidence["state"];
  version: number;
  said: ClaimAttributes;
  places: PlaceRow[] | null;
  chains: ChainRow[] | null;
  notice: Evidence["notice"] | null;
};
type EntityRow = {
  id: EntityId;
  name: string;
  kind: string;
  anonymity: string | null;
  side: string | null;
  affiliations: Affiliation[] | null;
  outlet: string | null;
  reliability: string | null;
};

const words = (version: string) =>
  `(select string_agg(s->>'quote', ' … ') from jsonb_array_elements(${version}.anchor->'segments') as s)`;

/** The accepted links of a kind that begin at claim `t`, each with its other end. */
const links = (kind: string, shape: string) => `
  (select json_agg(${shape} order by coalesce((lv.attributes->>'nested')::boolean, false), l.created_at, l.id)
     from tag l
     join tag_version lv on lv.workspace_id = l.workspace_id and lv.tag_id = l.id and lv.number = l.version
     left join tag o on o.workspace_id = l.workspace_id and o.id = l.to_id and o.state = 'accepted'
     left join tag_version ov on ov.workspace_id = o.workspace_id and ov.tag_id = o.id and ov.number = o.version
    where l.workspace_id = t.workspace_id and l.from_id = t.id and l.kind = '${kind}' and l.state = 'accepted'
      and (l.to_id is null or o.id is not null))`;

const places = links(
  "located-at",
  `json_build_object('id', o.id, 'words', ${words("ov")}, 'link', lv.attributes, 'said', ov.attributes)`,
);
const speaker = followed("l.workspace_id", "coalesce(l.to_entity_id, o.entity_id)");
const chains = links(
  "attributed-to",
  `json_build_object('entity', ${speaker}, 'article', l.to_article, 'words', ${words("ov")}, 'link', lv.attributes)`,
);

const leaves = (held: Held) => `${reportLeaves({ held }, "r")} and ${notHeld("t.id", held.tags)}`;

/** Claims as events see them, with their accepted links; only those that this person sees, of the layer that counts. */
export async function evidenceOf(
  db: Sql,
  viewer: Viewer,
  ids: readonly TagId[],
  { free }: Reading = {},
): Promise<Evidence[]> {
  if (ids.length === 0) return [];
  const { actor, standing } = viewer;
  const rows = await db.rows<Row>(
    `select t.id as "claimId", r.id as "reportId", r.title as "reportTitle", r.outlet, left(r.published, 10) as published,
            ${words("v")} as quote, coalesce(t.span_start, 0) as start, t.state, t.version, ${followedAttributes} as said,
            ${places} as places, ${chains} as chains,
            (select json_build_object('kind', n.kind, 'on', n.noticed_on, 'words', n.words, 'by', n.created_by)
               from report_notice n where n.workspace_id = r.workspace_id and n.report_id = r.id) as notice
       from unnest($2::uuid[]) as w(id)
       join tag t on t.workspace_id = $1 and t.id = w.id
       join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
       join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
      where t.kind = 'claim' and t.layer = $3 and ${seenTags(actor, standing)} ${free ? `and ${leaves(free)}` : ""}
      order by r.published nulls last, r.id, t.span_start, t.id`,
    [actor.workspaceId, ids, countedLayer(standing.mode)],
  );
  const named = rows.flatMap(({ said, chains: those }) => [
    ...(said.actors ?? []).map(({ entityId }) => entityId),
    ...(those ?? []).flatMap(({ entity }) => entity ?? []),
  ]);
  const entities = await entitiesBy(db, actor, named);
  const reports = rows.map(({ reportId }) => reportId);
  const copies = await copiedFrom(db, actor.workspaceId, reports, free);
  return rows.map((row) => {
    const copyOf = copies.get(row.reportId);
    return { ...toEvidence(row, entities), ...(copyOf && { copyOf }) };
  });
}

async function entitiesBy(
  db: Sql,
  { workspaceId }: Viewer["actor"],
  ids: readonly EntityId[],
): Promise<Map<EntityId, EntityRow>> {
  const rows = await db.rows<EntityRow>(
    `select k.id, k.name, k.kind, k.anonymity, k.side, k.affiliations, k.reliability, o.name as outlet
       from entity k left join entity o on o.workspace_id = k.workspace_id and o.id = ${followed("k.workspace_id", "k.outlet_id")}
      where k.workspace_id = $1 and k.id = any($2::uuid[])`,
    [workspaceId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const dayOnly = (day: string | null): { published?: string } =>
  day && /^\d{4}-\d\d-\d\d$/.test(day) ? { published: day } : {};

function toEvidence(row: Row, entities: ReadonlyMap<EntityId, EntityRow>): Evidence {
  const { said } = row;
  const saidAt = (row.chains ?? []).map(({ link }) => link["saidAt"]).find((day) => typeof day === "string");
  return {
    ...{ claimId: row.claimId, reportId: row.reportId, reportTitle: row.reportTitle, state: row.state },
    ...{ quote: row.quote ?? "", start: row.start, version: row.version, figures: said.quantities ?? [] },
    ...(row.outlet !== null && { outlet: row.outlet }),
    ...dayOnly(row.published),
    ...(said.restatement && { restatement: said.restatement }),
    ...(said.kind && { kind: said.kind }),
    ...(said.standing && { standing: said.standing }),
    ...(said.certainty && { certainty: said.certainty }),
    ...(said.polarity && { polarity: said.polarity }),
    ...(said.eventType && { eventType: said.eventType }),
    ...(said.eventTime && { time: said.eventTime }),
    ...(saidAt !== undefined && { saidAt }),
    ...(said.credibility !== undefined && { credibility: said.credibility }),
    ...(row.notice && { notice: row.notice }),
    actors: (said.actors ?? []).flatMap(({ entityId, role }) => {
      const entity = entities.get(entityId);
      const day = said.eventTime?.from ?? said.eventTime?.to ?? dayOnly(row.published).published;
      return entity ? [{ id: entityId, name: entity.name, role, ...sideAt(entity, day) }] : [];
    }),
    places: (row.places ?? []).map(toPlace),
    chains: chainsFrom(row.chains ?? [], entities, saidAt ?? dayOnly(row.published).published),
  };
}

function toPlace({ id, words: text, link, said }: PlaceRow): EvidencePlace {
  const { located, featureType } = said;
  const { role, precision, primary } = link as Partial<Pick<EvidencePlace, "role" | "precision" | "primary">>;
  return {
    ...{ id, words: text, primary: primary === true },
    ...(role && { role }),
    ...(precision !== undefined && { precision }),
    ...(located && { name: located.name }),
    ...(located?.latitude !== undefined && { latitude: located.latitude }),
    ...(located?.longitude !== undefined && { longitude: located.longitude }),
    ...((featureType ?? located?.featureType) && { featureType: featureType ?? located?.featureType }),
    ...areasOf(located),
  };
}

const areasOf = ({
  coordinateBasis,
  admin1,
  admin2,
  admin1Pcode,
  admin2Pcode,
  country,
}: Partial<NonNullable<PlaceAttributes["located"]>> = {}) => ({
  ...(coordinateBasis && { coordinateBasis }),
  ...(admin1 && { admin1 }),
  ...(admin2 && { admin2 }),
  ...(admin1Pcode && { admin1Pcode }),
  ...(admin2Pcode && { admin2Pcode }),
  ...(country && { country }),
});

/** Each source that a claim is attributed to begins a chain; a nested one is whom those cite in turn. */
function chainsFrom(
  rows: readonly ChainRow[],
  entities: ReadonlyMap<EntityId, EntityRow>,
  day: string | undefined,
): Speaker[][] {
  const speakers = rows.flatMap((row) => {
    const entity = row.entity === null ? undefined : entities.get(row.entity);
    const who = entity ? speakerOf(entity, day) : unresolved(row);
    return who ? [{ nested: row.link["nested"] === true, who }] : [];
  });
  const cited = speakers.filter(({ nested }) => nested).map(({ who }) => who);
  const first = speakers.filter(({ nested }) => !nested).map(({ who }) => [who, ...cited]);
  return first.length > 0 || cited.length === 0 ? first : [cited];
}

/** A source that nobody has identified is known by its words, and nobody can tell it from another of its report. */
const unresolved = ({ article, words: text }: ChainRow): Speaker | undefined =>
  article || !text ? undefined : { name: text, unnamed: true, isOutlet: false };

const unnamedKinds: readonly string[] = ["official unnamed", "military unnamed", "local or field"];

/** The side that somebody was on that day, as far as it is known. */
function sideAt({ side, affiliations }: EntityRow, day: string | undefined): { side?: string } {
  const then = asAt({ side: side ?? undefined, affiliations: affiliations ?? [] }, day).side;
  return then ? { side: then } : {};
}

function speakerOf(entity: EntityRow, day: string | undefined): Speaker | undefined {
  const { id, name, kind, anonymity, outlet, reliability } = entity;
  if (kind === "the article itself") return undefined;
  return {
    ...{ id, name, isOutlet: kind === "media outlet" },
    unnamed: unnamedKinds.includes(kind) || (anonymity !== null && anonymity !== "named"),
    ...(outlet !== null && { outlet }),
    ...sideAt(entity, day),
    ...(reliability !== null && { reliability }),
  };
}

/** The accepted links between some claims, both ends among them; what readers see is accepted anyway. */
export async function linksAmong(
  db: Sql,
  { workspaceId }: Viewer["actor"],
  ids: readonly TagId[],
): Promise<ClaimLink[]> {
  if (ids.length === 0) return [];
  return db.rows<ClaimLink>(
    `select l.kind, l.from_id as "from", l.to_id as "to" from tag l
      where l.workspace_id = $1 and l.from_id = any($2::uuid[]) and l.to_id = any($2::uuid[]) and l.state = 'accepted'
        and l.kind in ('restates', 'repeats', 'corroborates', 'contradicts', 'updates', 'depends-on')
      order by l.id`,
    [workspaceId, ids],
  );
}
