/**
 * What PostgreSQL itself takes to send the columns and rows that the files of an export hold: `COPY (select …) to
 * stdout` of each, as plainly as it can be said, without any check of who may see what.
 */

const said = (...fields: string[]) => fields.map((field) => `v.attributes->>'${field}'`).join(", ");
const within = (path: string, ...fields: string[]) =>
  fields.map((field) => `v.attributes->'${path}'->>'${field}'`).join(", ");
const number = (what: string) =>
  `jsonb_path_query_first(v.attributes, '$.quantities[*] ? (@.what == "${what}").low'),
   jsonb_path_query_first(v.attributes, '$.quantities[*] ? (@.what == "${what}").high')`;
const actors = (role: string) => `jsonb_path_query_array(v.attributes, '$.actors[*] ? (@.role == "${role}").entityId')`;

const words = `t.span_start, t.span_end,
  (select string_agg((s->>'start') || '..' || (s->>'end'), ';') from jsonb_array_elements(v.anchor->'segments') s),
  (select string_agg(s->>'quote', ' […] ') from jsonb_array_elements(v.anchor->'segments') s)`;
const claim = `${said("restatement", "kind", "standing", "certainty", "polarity", "eventType")}, ${actors("initiator")},
  ${actors("target")}, ${within("eventTime", "from", "to", "precision", "basis", "words")}, v.attributes->>'quantities',
  ${number("killed")}, ${number("injured")}, ${number("displaced")}, ${said("credibility", "checkWorthy")}`;
const place = `${said("resolution", "featureType")}, ${within("located", "id", "name", "latitude", "longitude")},
  ${said("candidates", "partOfName", "metonym", "nodes", "direction")}`;
const source = `v.attributes->>'entityId', e.name, e.kind, e.anonymity, e.side, e.scale, e.outlet_id, e.reliability`;
const work = `${said("note")}, t.state, t.version, t.layer, v.origin, mu.name, t.created_at, uu.name, v.created_at,
  d.decision, d.version, d.created_by, d.created_at, d.reason`;
const report = "r.id, r.title, r.outlet, r.published, r.text_sha256, 'code point'";

const tags = (project: string, kind?: string) => `from tag t
  join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
  join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
  join users mu on mu.id = t.created_by join users uu on uu.id = v.created_by
  left join entity e on e.workspace_id = t.workspace_id and e.id = (v.attributes->>'entityId')::uuid
  left join lateral (select * from verdict x where x.workspace_id = t.workspace_id and x.tag_id = t.id and x.undone_at is null
                      order by x.created_at desc limit 1) d on true
  where t.project_id = '${project}' and t.state <> 'withdrawn'
    and ${kind ? `t.kind = '${kind}'` : "t.type = 'annotation'"} order by t.report_id, t.span_start, t.span_end desc`;

/** Links of a claim, as its row has them. */
const linked = `(select string_agg(s.kind || s.to_id::text, '; ') from tag s
  where s.workspace_id = t.workspace_id and s.from_id = t.id and s.type = 'relation')`;

/** By table, the select whose COPY is its floor. */
export const tablesOf = (project: string): Readonly<Record<string, string>> => ({
  reports: `select ${report}, author, url, retrieved, language, direction, state, triage, duplicate_of, words, code_points,
    original_sha256, encoding, file_name, created_at,
    (select count(*) from tag t where t.workspace_id = r.workspace_id and t.report_id = r.id and t.type = 'annotation'),
    (select count(*) from tag t where t.workspace_id = r.workspace_id and t.report_id = r.id and t.type = 'relation')
    from report r where r.project_id = '${project}' order by r.id`,
  claims: `select t.id, ${words}, ${claim}, ${linked}, ${work}, ${report} ${tags(project, "claim")}`,
  places: `select t.id, ${words}, ${place}, ${work}, ${report} ${tags(project, "place")}`,
  sources: `select t.id, ${words}, ${source}, ${work}, ${report} ${tags(project, "source")}`,
  links: `select t.id, v.kind, v.from_id, v.to_id, v.to_entity_id, v.to_article, v.anchor, v.attributes, ${work}, ${report}
    ${tags(project).replace("t.type = 'annotation'", "t.type = 'relation'")}`,
  entities: `select * from entity where project_id = '${project}' order by id`,
  annotations: `select t.id, v.kind, ${words}, ${claim}, ${place}, ${source}, t.derived_from, ${work}, ${report} ${tags(project)}`,
});

/** The selects whose COPYs are together the floor of the native format. */
export const nativeOf = (project: string): readonly string[] => [
  `select r.*, (select string_agg(b.before || b.text, '' order by b.ordinal) from block b
     where b.workspace_id = r.workspace_id and b.revision_id = r.revision_id)
     from report r where r.project_id = '${project}' order by r.id`,
  `select t.report_id, t.id, v.kind, t.layer, t.state, t.version, t.derived_from, t.created_by, t.created_at, v.created_by,
     v.created_at, v.origin, v.codebook_version, v.from_id, v.to_id, v.to_article, v.state, v.to_entity_id, v.attributes,
     v.anchor from tag t join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id
    where t.project_id = '${project}' and t.state <> 'withdrawn' order by t.report_id, t.type, t.span_start, t.span_end desc, v.number`,
  `select d.* from verdict d join tag t on t.workspace_id = d.workspace_id and t.id = d.tag_id
    where t.project_id = '${project}' and d.undone_at is null order by t.report_id, d.tag_id, d.created_at`,
];
