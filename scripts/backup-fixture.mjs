import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { tablesOf } from "./backup-tables.mjs";
import { examine, load } from "./load.mjs";
import { save } from "./save.mjs";
import { seedDemo, startDatabase } from "./stack.mjs";

/** What the tests of backups share: a server with the demo and a row in every table, and a backup of it. */

/** What a text format could trip over, and rows in tables that the demo leaves empty. */
const odd = String.raw`E'tab\tnewline\ncarriage\rbackslash\\ \\N \\. "quoted", {braces} \x01\x7f é e\u0301 \u0627\u0644\u0634\u0627\u0645 \U0001F468\u200D\U0001F469 \u202E\uFEFF'`;
const oddRows = [
  `update users set name = ${odd}, preferences = jsonb_build_object('odd', ${odd}, 'nested', '[null, 1.50, {"a": "\\u0001"}]'::jsonb) where id = (select min(id::text) from users)::uuid`,
  `update users set name = '\\N', disabled_at = '1999-12-31 23:59:59.999+00' where id = (select max(id::text) from users)::uuid`,
  `update report_original set bytes = (select string_agg(decode(lpad(to_hex(n), 2, '0'), 'hex'), '' order by n) from generate_series(0, 255) as n)`,
  `update report_original set bytes = '' where report_id = (select min(report_id::text) from report_original)::uuid`,
  `update entity set aliases = array['', 'NULL', 'a,b', '"', '{}', '\\', ${odd}] where id = (select min(id::text) from entity)::uuid`,
  `update entity set aliases = '{}' where id = (select max(id::text) from entity)::uuid`,
  `insert into session (id, secret_hash, user_id, workspace_id, outbox_key, expires_at)
     select gen_random_uuid(), sha256(convert_to('secret' || user_id, 'UTF8')), user_id, workspace_id, '\\x00ff0a5c', 'infinity' from workspace_member`,
  `insert into token (workspace_id, id, user_id, name, secret_hash, scopes)
     select workspace_id, gen_random_uuid(), user_id, ${odd}, sha256(convert_to(user_id::text, 'UTF8')), array['read'] from workspace_member`,
  `insert into tombstone (workspace_id, id, kind, project_id, title, reason, counts, created_by)
     select workspace_id, gen_random_uuid(), 'report', id, ${odd}, '', '{"tags": 3}', (select id from users limit 1) from project`,
  `insert into entity_change (workspace_id, entity_id, layer, base, said, version, created_by)
     select workspace_id, id, 'analyst:' || (select id from users limit 1), '{}', '{"name": "N"}', 1, (select id from users limit 1) from entity limit 1`,
  `insert into saved_search (workspace_id, id, user_id, name, q, looked_at, told_at)
     select workspace_id, gen_random_uuid(), user_id, ${odd}, 'hama', '-infinity', now() from workspace_member`,
  `insert into webhook (workspace_id, id, project_id, url, kinds, secret, pause_reason, paused_at, created_by, updated_by)
     select workspace_id, gen_random_uuid(), id, 'https://hooks.example.org/', array['released'], ${odd}, ${odd}, now(), created_by, created_by from project`,
  `insert into webhook_delivery (workspace_id, webhook_id, project_id, kind, entries, trouble)
     select workspace_id, id, project_id, 'released', array[1, 2], ${odd} from webhook`,
  `insert into merge_proposal (workspace_id, id, project_id, one_id, other_id)
     select workspace_id, gen_random_uuid(), project_id, min(id::text)::uuid, max(id::text)::uuid from entity group by 1, 3 having count(*) > 1`,
  `insert into entity_merge (workspace_id, id, project_id, merged_id, into_id, before, after, followers, created_by)
     select workspace_id, gen_random_uuid(), project_id, one_id, other_id, jsonb_build_object('name', ${odd}), '{}', array[one_id], (select id from users limit 1) from merge_proposal`,
  `insert into feed (workspace_id, id, project_id, kind, name, address, take, every_minutes, result, created_by)
     select workspace_id, gen_random_uuid(), id, 'folder', ${odd}, '/srv/incoming', 'item', 60, '{"found": 3}', created_by from project`,
  `insert into feed_item (workspace_id, feed_id, key, sha256, title, outcome, fetched_at)
     select workspace_id, id, ${odd}, 'abc', ${odd}, 'refused', '1999-12-31 23:59:59.999999+00' from feed`,
  `insert into report_copy (workspace_id, id, project_id, one_id, other_id, original_id, one_words, one_shared, other_words, other_shared, passages)
     select workspace_id, gen_random_uuid(), project_id, min(id::text)::uuid, max(id::text)::uuid, min(id::text)::uuid, 9, 5, 7, 5,
            '[{"one": 0, "other": 2, "length": 30}]' from report group by 1, 3 having count(*) > 1`,
  `insert into tagging (workspace_id, id, project_id, layer, tags, reports, created_by)
     select workspace_id, gen_random_uuid(), id, 'shared', array(select id from tag limit 2), 1, created_by from project`,
  `insert into first_pass (workspace_id, report_id, user_id) select workspace_id, id, (select id from users limit 1) from report`,
  `insert into suggestion_run (workspace_id, report_id, layer, engine, version, revision_id)
     select workspace_id, id, 'shared', 'words', 1, revision_id from report`,
  `insert into suggestion (workspace_id, id, project_id, report_id, revision_id, layer, engine, version, key, kind, spans, attributes, score, reason)
     select workspace_id, gen_random_uuid(), project_id, id, revision_id, 'shared', 'words', 1, 'place-0', 'place',
            jsonb_build_array(jsonb_build_object('start', 0, 'end', 1, 'quote', ${odd})), '{}', 0.1, '{"rule": "trigger"}' from report`,
  `insert into codebook_migration (workspace_id, id, project_id, what, codebook_version, tags, created_by)
     select p.workspace_id, gen_random_uuid(), p.id, '{}', 1, array(select id from tag limit 2), (select id from users limit 1) from project p`,
  `insert into event (workspace_id, id, project_id, title, created_by, updated_by)
     select p.workspace_id, gen_random_uuid(), p.id, ${odd}, u.id, u.id from project p, (select id from users limit 1) u`,
  `insert into event_version (workspace_id, event_id, number, content, state, cause, created_by)
     select workspace_id, id, 1, jsonb_build_object('title', ${odd}), 'open', '{"is": "made"}', created_by from event`,
  `insert into event_claim (workspace_id, event_id, claim_id, part)
     select e.workspace_id, e.id, t.id, 'supports' from event e
       join lateral (select id from tag where project_id = e.project_id and kind = 'claim' limit 1) t on true`,
  `insert into event_verdict (workspace_id, id, event_id, version, decision, reason, created_by)
     select workspace_id, gen_random_uuid(), id, 1, 'return', ${odd}, created_by from event`,
  `insert into report_notice (workspace_id, report_id, kind, noticed_on, words, created_by)
     select workspace_id, id, 'corrected', '2026-11', ${odd}, created_by from report`,
  `insert into permitted_use (workspace_id, id, project_id, thing, report_id, use, reason, created_by, updated_by)
     select workspace_id, gen_random_uuid(), project_id, 'report', id, 'withheld', ${odd}, created_by, created_by from report`,
  `insert into permitted_use_version (workspace_id, permitted_use_id, number, use, reason, protection, tightens, created_by)
     select workspace_id, id, 1, use, reason, 1, true, created_by from permitted_use`,
  `insert into protected_name (workspace_id, project_id, key, name, decision, created_by)
     select workspace_id, id, 'key', ${odd}, 'everywhere', created_by from project`,
  `insert into external_author (workspace_id, id, project_id, name) select workspace_id, gen_random_uuid(), id, ${odd} from project`,
  `insert into upload (workspace_id, id, project_id, created_by)
     select workspace_id, gen_random_uuid(), id, (select id from users limit 1) from project`,
  `insert into upload_file (workspace_id, upload_id, nth, name, bytes) select workspace_id, id, 0, ${odd}, 4 from upload`,
  `insert into upload_part (workspace_id, upload_id, file, part, bytes) select workspace_id, id, 0, 0, '\\x00ff0a5c' from upload`,
  `insert into job (workspace_id, id, project_id, kind, state, data, error, counted, created_by)
     select workspace_id, gen_random_uuid(), id, 'import-annotated', 'failed', '{}', ${odd}, 'reports', (select id from users limit 1) from project`,
  `insert into release (workspace_id, id, project_id, number, title, asked, created_by, withdrawn_reason)
     select workspace_id, gen_random_uuid(), id, 1, ${odd}, '{}', (select id from users limit 1), ${odd} from project`,
  `insert into release_file (workspace_id, release_id, nth, name, bytes, sha256, crc32)
     select workspace_id, id, 0, ${odd}, 4, 'ab', 4294967295 from release`,
  `insert into release_part (workspace_id, release_id, file, part, packed, length)
     select workspace_id, id, 0, 0, '\\x00ff0a5c', 4 from release`,
  `insert into release_report (workspace_id, release_id, report_id)
     select r.workspace_id, r.id, x.id from release r join report x on x.project_id = r.project_id`,
  `insert into job_line (workspace_id, job_id, nth, file, outcome, record) select workspace_id, id, 0, ${odd}, 'set-aside', ${odd} from job`,
  `insert into place_name_file (workspace_id, id, name, kind, bytes, created_by)
     select workspace_id, id, ${odd}, 'names', 4294967296, created_by from job`,
  `insert into filed_place (workspace_id, id, geoname_id, file_id, name, key, feature, country, latitude, longitude, names, keys)
     select workspace_id, 'geonames:' || row_number() over (), 1, id, ${odd}, 'key', 'settlement', 'SY', 35.5, 36.25, array[${odd}], array['key']
       from place_name_file`,
  `insert into filed_name (workspace_id, id, place_id, file_id, name, key, preferred, short, colloquial, former, since)
     select workspace_id, row_number() over (), 'geonames:1', id, ${odd}, 'key', true, false, false, true, '1961' from place_name_file`,
  `insert into area_code (workspace_id, place_id, file_id, code)
     select workspace_id, 'area:' || row_number() over (), id, ${odd} from place_name_file`,
  `insert into sheet_change (workspace_id, job_id, row, field, project_id, event_id, version, file, was, becomes)
     select j.workspace_id, j.id, 2, 'title', e.project_id, e.id, 1, ${odd}, '{"title": null}', jsonb_build_object('title', ${odd})
       from job j join event e on e.workspace_id = j.workspace_id and e.project_id = j.project_id`,
];

/** A server, a folder, and in it `whole.tar`, a backup of that server's database. */
export async function savedDatabase() {
  const server = await startDatabase();
  const folder = mkdtempSync(join(tmpdir(), "glossator-backup-"));
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await seedDemo(server.url);
    // What the demo has already stays as it is.
    for (const statement of oddRows)
      await ask(server.url, statement.startsWith("insert") ? `${statement} on conflict do nothing` : statement);
    const whole = join(folder, "whole.tar");
    await save(server.url, whole);
    return { url: server.url, folder, whole, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {string} url @param {string} sql */
export async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

let databases = 0;

/** The address of a new, empty database. @param {string} server */
export async function emptyDatabase(server) {
  databases += 1;
  await ask(server, `create database restored_${databases} template template0`);
  const url = new URL(server);
  url.pathname = `/restored_${databases}`;
  return url.toString();
}

/** @param {string} url @param {string} archive @param {import("./migrations.mjs").Migration[]} [known] */
export async function restore(url, archive, known) {
  const examined = await examine(archive, known);
  await load(url, archive, examined);
  return examined;
}

/** @param {string} url */
export const tablesIn = async (url) =>
  (await ask(url, "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'")).length;

/** @param {string} url every row of every saved table, but for what is saved differently on purpose */
export async function contentOf(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  /** @type {Record<string, unknown[]>} */
  const content = {};
  for (const { name } of await tablesOf(client)) {
    const { rows } = await client.query(
      `select to_jsonb(t) - array['txid', 'ended_at'] - case '${name}' when 'session' then 'secret_hash' else '' end as row
         from public."${name}" as t order by t::text`,
    );
    content[name] = rows.map(({ row }) => JSON.stringify(row)).sort();
  }
  await client.end();
  return content;
}

/** @param {string} url keys, checks, indexes, triggers, defaults and sequences */
export const shapeOf = (url) =>
  ask(
    url,
    `select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated as it
       from pg_constraint where connamespace = 'public'::regnamespace
     union all select indexdef from pg_indexes where schemaname = 'public'
     union all select tgrelid::regclass::text || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
     union all select table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')
       from information_schema.columns where table_schema = 'public'
     union all select sequencename || ' ' || coalesce(last_value, 0) from pg_sequences where schemaname = 'public'
     union all select migration_name || ' ' || checksum from _prisma_migrations
     order by 1`,
  );
