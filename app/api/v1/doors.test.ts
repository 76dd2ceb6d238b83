import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { type Address, addresses, ask, declarationOf, got } from "@/app/api/v1/asking.fixture";
import { formats } from "@/domain/formats/registry";
import { TagId } from "@/domain/ids";
import { aPerson, aTokenOf, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";

/** What nobody outside may read: a person by both her names, and a passage. */
const secret = ["Layla", "Haddad", "ليلى", "northern gate"];
const text = "Shelling hit the northern gate. Dr Layla Haddad said so on Monday. ليلى حداد spoke again.";

/** A project with everything in which the secrets may stand, and a token of its editor's. */
async function aHouse() {
  const workspaceId = await aWorkspace();
  const editor = await aPerson(workspaceId);
  const projectId = await aProject(editor);
  await joins(editor, projectId, "editor");
  const token = await aTokenOf(editor);
  const report = await aReport(editor, projectId, { title: "Layla Haddad speaks", text });
  const { reportId, revisionId } = report;
  const at = { projectId, reportId };
  const person = {
    name: "Layla Haddad",
    kind: "named person",
    aliases: ["Dr Haddad"],
    note: "Layla is at the clinic.",
  };
  const entity = await got("POST /projects/{projectId}/entities", { token, params: at, body: person });
  const [claimId, sourceId, linkId] = [newId(TagId), newId(TagId), newId(TagId)];
  const put = (annotationId: string, body: object) =>
    got("PUT /reports/{reportId}/annotations/{annotationId}", { token, params: { ...at, annotationId }, body });
  const attributes = {
    kind: "event",
    polarity: "affirmed",
    restatement: "Haddad: shelling.",
    actors: [{ entityId: entity["id"], role: "target" }],
  };
  await put(claimId, anAnnotation(report, "Shelling hit the northern gate", { attributes }));
  await put(
    sourceId,
    anAnnotation(report, "Dr Layla Haddad", { kind: "source", attributes: { entityId: entity["id"] } }),
  );
  const link = aRelation(claimId, { kind: "attributed-to", to: sourceId });
  await got("PUT /reports/{reportId}/relations/{relationId}", {
    token,
    params: { ...at, relationId: linkId },
    body: link,
  });
  const accept = { token, body: { decision: "accept", version: 1 } };
  await got("POST /annotations/{annotationId}/verdicts", { ...accept, params: { annotationId: claimId } });
  await got("POST /annotations/{annotationId}/verdicts", { ...accept, params: { annotationId: sourceId } });
  await got("POST /relations/{relationId}/verdicts", { ...accept, params: { relationId: linkId } });
  const comment = { target: { on: "tag", tagId: claimId }, body: "Is Layla sure?" };
  const thread = await got("POST /reports/{reportId}/threads", { token, params: at, body: comment });
  const event = await got("POST /projects/{projectId}/events", {
    token,
    params: at,
    body: { title: "Haddad’s clinic hit", claims: [{ id: claimId, part: "supports" }], note: "Layla saw it." },
  });
  const start = text.indexOf("northern gate");
  const segments = [{ start, end: start + 13, quote: "northern gate" }];
  const thing = { on: "passage", reportId, revisionId, segments };
  const protects = (body: object) => got("PUT /projects/{projectId}/protection", { token, params: at, body });
  const permitted = await protects({ thing: { on: "entity", entityId: entity["id"] }, use: "described" });
  await protects({ thing, use: "described" });
  const ids: Record<string, unknown> = {
    ...at,
    annotationId: claimId,
    relationId: linkId,
    entityId: entity["id"],
    eventId: event["id"],
    threadId: thread["id"],
    permittedUseId: permitted["id"],
    userId: editor.userId,
  };
  return { token, ids };
}

/** Everything that can be read in bytes, unpacked. */
function readableIn(bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return Object.values(unzipSync(bytes)).map(readableIn).join("\n");
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return readableIn(gunzipSync(bytes));
  return new TextDecoder().decode(bytes);
}

const exporting = (address: Address) => declarationOf(address).scope === "export";
/** What an address is asked with, so that every door of it opens. */
function queriesOf(address: Address): string[] {
  if (address.endsWith("/events/export")) {
    return ["csv", "xlsx", "geojson", "kml"].map((format) => `?format=${format}&state=all`);
  }
  if (address.endsWith("/concordance/export")) {
    return ["said", "spoke", "hit"].flatMap((q) => ["csv", "xlsx"].map((format) => `?q=${q}&format=${format}`));
  }
  if (exporting(address)) return formats.map(({ id }) => `?format=${id}&state=all`);
  if (address === "GET /search") return ["?q=shelling", "?q=said"];
  if (address === "GET /projects/{projectId}/concordance") return ["?q=said", "?q=hit"];
  if (address === "GET /projects/{projectId}/claims") return ["?q=shelling"];
  if (address === "GET /projects/{projectId}/places") return ["?name=gate"];
  return [""];
}

/** The stream never ends; it names ids alone, as its own test shows. */
const read = addresses.filter((address) => address.startsWith("GET ") && address !== "GET /stream");

test("through no address of the API does a program read what may not leave", async () => {
  const { token, ids } = await aHouse();
  const told: string[] = [];
  let answered = 0;
  for (const address of read) {
    const names = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
    if (names.some((name) => ids[name] === undefined)) continue;
    const params = Object.fromEntries(names.map((name) => [name, String(ids[name])]));
    for (const query of queriesOf(address)) {
      const response = await ask(address, { token, params, query });
      const all = readableIn(new Uint8Array(await response.arrayBuffer()));
      if (response.ok) answered += 1;
      for (const word of secret) if (all.includes(word)) told.push(`${address}${query}: ${word}`);
    }
  }
  expect(told).toEqual([]);
  expect(answered).toBeGreaterThan(formats.length + 20);
});

test("a dataset is made in one place, so that no format is written from anything else", () => {
  const root = join(import.meta.dirname, "..", "..", "..");
  const makers = ["domain", "server", "app"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(name))
      .filter((name) => /\bleaving\b[^"]*"@\/domain\/formats\/dataset"/s.test(importsOf(join(root, folder, name))))
      .map((name) => `${folder}/${name}`),
  );
  expect(makers.toSorted()).toEqual(["domain/formats/read-jsonl.ts", "domain/protection/what-may-leave.ts"]);
});

/** The import of the dataset's file, if there is one. */
const importsOf = (path: string): string =>
  /import [^;]*from "@\/domain\/formats\/dataset";/s.exec(readFileSync(path, "utf8"))?.[0] ?? "";
