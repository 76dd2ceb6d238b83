import type { Client } from "pg";
import type { Owner } from "@/bench/datasets/corpus";

/**
 * Reports of twenty claims, each of an event at a place on a day, and events of two claims of different reports: made by
 * the database itself, past the app, so that a million claims take minutes.
 */

const claimsEach = 20;
/** Of one claim, in code points. */
const sentence = 38;

/** Ids that follow from a kind and a number, in the order of the numbers. */
const id = (kind: number, nth: string) => `('0198${kind}000-0000-7000-8000-' || lpad(to_hex(${nth}), 12, '0'))::uuid`;
const [report, revision, claim, place, located, attributed, entity, event] = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** What the nth claim says: two neighbours speak of one event. */
const day = (nth: string) => `(date '2019-01-01' + ((${nth} / 2) * 7919 % 2500)::int)::text`;
const spot = (nth: string) => `lpad(((${nth} / 2) * 31 % 6000)::text, 5, '0')`;
const words = (nth: string) => `'A clash near Place ' || ${spot(nth)} || ' left 3 dead.'`;

const segment = (start: string, quote: string) => `jsonb_build_object('revisionId', ${id(revision, "r")}, 'segments',
  jsonb_build_array(jsonb_build_object('start', ${start}, 'end', ${start} + length(${quote}), 'quote', ${quote}, 'prefix', '', 'suffix', '')))`;

/** The claims from number $4 up to $5, with report `r` and place `k` in it of each; $6 is how many reports there are. */
const numbered = `select n, n % $6::int as r, n / $6::int as k from generate_series($4::int, $5::int - 1) as n`;

const tag = (shape: {
  kind: number;
  type: string;
  name: string;
  anchor?: string;
  ends?: string;
  attributes: string;
}) => {
  const { kind, type, name, anchor = "null::jsonb", ends = "null::uuid, null::uuid, null::uuid", attributes } = shape;
  const start = type === "annotation" ? `${sentence} * k` : "null::int";
  return `
  with c as (${numbered}), head as (
    insert into tag (workspace_id, id, project_id, report_id, type, kind, layer, state, version, span_start, span_end,
                     from_id, to_id, to_entity_id, created_by, updated_by)
    select $1, ${id(kind, "n")}, $2, ${id(report, "r")}, '${type}', '${name}', 'shared', 'accepted', 1, ${start}, ${start} + 37, ${ends}, $3, $3 from c
  ) insert into tag_version (workspace_id, tag_id, number, kind, state, attributes, schema_version, codebook_version, anchor,
                             from_id, to_id, to_entity_id, origin, created_by)
    select $1, ${id(kind, "n")}, 1, '${name}', 'open', ${attributes}, 1, 1, ${anchor}, ${ends}, 'person', $3 from c`;
};

const tags = [
  tag({
    ...{ kind: claim, type: "annotation", name: "claim", anchor: segment(`${sentence} * k`, words("n")) },
    attributes: `jsonb_build_object('kind', 'event', 'standing', 'asserted', 'certainty', 'certain', 'polarity', 'affirmed',
      'eventTime', jsonb_build_object('from', ${day("n")}, 'precision', 'day'),
      'quantities', jsonb_build_array(jsonb_build_object('what', 'killed', 'low', 3, 'high', 3)),
      'actors', jsonb_build_array(jsonb_build_object('entityId', ${id(entity, "(n / 2) % 200")}, 'role', 'initiator')))`,
  }),
  tag({
    ...{ kind: place, type: "annotation", name: "place" },
    anchor: segment(`${sentence} * k + 13`, `'Place ' || ${spot("n")}`),
    attributes: `jsonb_build_object('featureType', 'settlement', 'located', jsonb_build_object('name', 'Place ' || ${spot("n")},
      'latitude', 35.1, 'longitude', 36.7))`,
  }),
  tag({
    ...{ kind: located, type: "relation", name: "located-at", attributes: `'{"role": "at", "primary": true}'` },
    ends: `${id(claim, "n")}, ${id(place, "n")}, null::uuid`,
  }),
  tag({
    ...{ kind: attributed, type: "relation", name: "attributed-to", attributes: "'{}'" },
    ends: `${id(claim, "n")}, null::uuid, ${id(entity, "n % 200")}`,
  }),
];

const reports = `
  with c as (select r from generate_series($4::int, $5::int - 1) as r), one as (
    insert into report (workspace_id, id, project_id, title, outlet, language, direction, revision_id, original_sha256,
                        text_sha256, encoding, media_type, byte_length, code_points, words, published, created_by)
    select $1, ${id(report, "r")}, $2, 'Paper ' || r, 'Outlet ' || r % 50, 'en', 'ltr', ${id(revision, "r")}, md5('o' || r), md5('t' || r),
           'UTF-8', 'text/plain', ${sentence * claimsEach}, ${sentence * claimsEach}, 140, '2026-11-01', $3 from c
  ), two as (
    insert into revision (workspace_id, id, report_id, number, text_sha256, code_points, tail, extractor, created_by)
    select $1, ${id(revision, "r")}, ${id(report, "r")}, 1, md5('t' || r), ${sentence * claimsEach}, '', 'text 1', $3 from c
  ) insert into block (workspace_id, revision_id, ordinal, type, attributes, start, before, text)
    select $1, ${id(revision, "r")}, 0, 'paragraph', '{}', 0, '', repeat('x', ${sentence * claimsEach}) from c`;

const entities = `insert into entity (workspace_id, id, project_id, name, kind, created_by)
  select $1, ${id(entity, "n")}, $2, 'Group ' || n, 'armed or state actor', $3 from generate_series(0, 199) as n`;

const events = `
  with c as (select n from generate_series($4::int, $5::int - 1) as n), head as (
    insert into event (workspace_id, id, project_id, title, state, created_by, updated_by)
    select $1, ${id(event, "n")}, $2, 'Clash near Place ' || ${spot("2 * n")}, 'accepted', $3, $3 from c
  ), version as (
    insert into event_version (workspace_id, event_id, number, content, state, cause, created_by)
    select $1, ${id(event, "n")}, 1, jsonb_build_object('title', 'Clash', 'claims', jsonb_build_array(
             jsonb_build_object('id', ${id(claim, "2 * n")}, 'part', 'supports'),
             jsonb_build_object('id', ${id(claim, "2 * n + 1")}, 'part', 'supports'))), 'open', '{"did": "made"}', $3 from c
  ) insert into event_claim (workspace_id, event_id, claim_id, part)
    select $1, ${id(event, "n")}, case k when 0 then ${id(claim, "2 * n")} else ${id(claim, "2 * n + 1")} end, 'supports'
      from c cross join generate_series(0, 1) as k`;

type Asked = { claims: number; events: number };

/** Writes claims in a project of its own, and events of the first of them. Triggers that follow changes are at rest. */
export async function bringClaims(
  client: Pick<Client, "query">,
  owner: Owner,
  { claims, events: many }: Asked,
): Promise<void> {
  const whose = [owner.workspaceId, owner.projectId, owner.userId];
  const papers = Math.ceil(claims / claimsEach);
  await client.query("set statement_timeout = 0; set synchronous_commit = off; alter table tag disable trigger user");
  await client.query(reports, [...whose, 0, papers]);
  await client.query(entities, whose);
  for (const each of tags) {
    for (let from = 0; from < claims; from += 100_000) {
      await client.query(each, [...whose, from, Math.min(claims, from + 100_000), papers]);
    }
  }
  await client.query(events, [...whose, 0, many]);
  await client.query("vacuum (analyze) report, tag, tag_version, event, event_version, event_claim, entity");
  await client.query(
    `select refresh_event_days($1, array(select id from event where workspace_id = $1 and project_id = $2))`,
    [owner.workspaceId, owner.projectId],
  );
  await client.query("alter table tag enable trigger user");
}

/** The nth claim that was made. */
export const claimIdAt = (nth: number) => `0198${claim}000-0000-7000-8000-${nth.toString(16).padStart(12, "0")}`;
