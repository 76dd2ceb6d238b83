import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PlaceNameFileId, type ProjectId } from "@/domain/ids";
import type { PlaceNameFile } from "@/domain/job/place-name-file";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aWorkspace } from "@/prisma/builders/workspace";
import { townsWithin } from "@/server/data/map";
import { gazetteerIds } from "@/server/data/search/names";
import { sql } from "@/server/data/transaction";
import { jobKindsHere } from "@/server/jobs/registry";
import { runJob } from "@/server/jobs/run";
import { cancelJob, readJob, readLines } from "@/server/operations/jobs";
import { loadGazetteer } from "@/server/operations/load-gazetteer";
import { lookUpPlaces } from "@/server/operations/look-up-places";
import { listPlaceNameFiles, putPlaceNameFile, removePlaceNameFile } from "@/server/operations/place-name-files";

let admin: Actor;
let projectId: ProjectId;

beforeAll(() => loadGazetteer({ only: new Set(["SY"]), again: true }));

beforeEach(async () => {
  admin = await aPerson(await aWorkspace(), { role: "admin" });
  projectId = await aProject(admin);
});

type Cells = Partial<Record<number, string>>;
const place = (id: number, name: string, cells: Cells = {}) =>
  [String(id), name, name, "", "35.2", "36.6", "P", "PPL", "SY", "", "10", "", "", "", "1200", "", "", "", ""]
    .map((cell, at) => cells[at] ?? cell)
    .join("\t");
const hama = 170_017;

async function put(name: string, text: string | Uint8Array<ArrayBuffer>, by = admin): Promise<PlaceNameFile> {
  const request = new Request("http://localhost/", { method: "PUT", body: text });
  const answer = await putPlaceNameFile(by, { name, request });
  if (!answer.ok) throw new Error(answer.failure.kind);
  return answer.value;
}

const run = ({ job: { id } }: PlaceNameFile) => runJob({ workspaceId: admin.workspaceId, id }, jobKindsHere);

async function listed(by = admin): Promise<PlaceNameFile[]> {
  const answer = await listPlaceNameFiles(by);
  if (!answer.ok) throw new Error(answer.failure.kind);
  return answer.value.items;
}

async function added(name: string, text: string | Uint8Array<ArrayBuffer>): Promise<PlaceNameFile> {
  const file = await put(name, text);
  await run(file);
  const now = (await listed()).find(({ id }) => id === file.id);
  if (!now) throw new Error("The file is not listed.");
  return now;
}

const nothing = { before: "", after: "", featureType: undefined, near: [], limit: 20 };
async function look(name: string, [by, project]: [Actor, ProjectId] = [admin, projectId]) {
  const answer = await lookUpPlaces(by, project, { name, ...nothing });
  if (!answer.ok) throw new Error(answer.failure.kind);
  return answer.value.items.filter(({ layer }) => layer !== "guess");
}

describe("a country file", () => {
  test("adds its settlements for this workspace alone, with broken lines listed by number and the rest kept", async () => {
    const lines = [place(1, "Qzarbell"), "1\tx", place(2, "Offglobe", { 4: "99" }), place(3, "Hill", { 6: "T" })];
    const file = await added("SY.txt", `\uFEFF${lines.join("\r\n")}\r\n`);
    expect(file).toMatchObject({ kind: "places", kept: 1, broken: 2, passedOver: 1, job: { state: "done" } });
    expect(file.job).toMatchObject({ progress: { done: 4, total: 4 }, byName: admin.name });
    expect(file.job).not.toHaveProperty("projectId");
    expect(await look("Qzarbell")).toMatchObject([
      { id: "geonames:1", layer: "letters", featureType: "settlement", admin1: "Hama", latitude: 35.2 },
    ]);
    const lined = await readLines(admin, { id: file.job.id, outcome: undefined, after: -1, limit: 10 });
    expect(lined).toMatchObject({
      value: {
        items: [
          { line: 2, outcome: "set-aside", reason: "19 columns are expected, and there are 2." },
          { line: 3, reason: "The coordinates are off the globe." },
        ],
      },
    });
    const stranger = await aPerson(await aWorkspace(), { role: "admin" });
    expect(await look("Qzarbell", [stranger, await aProject(stranger)])).toEqual([]);
    expect(await listed(stranger)).toEqual([]);
  });

  test("stands before what came with Glossator, by its number and without doubles", async () => {
    const before = await look("Hama");
    await added("SY.txt", place(hama, "Ḩamāh", { 3: "Hamaqz", 4: "35.5" }));
    const after = await look("Hama");
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    expect(after.find(({ id }) => id === `geonames:${hama}`)).toMatchObject({ latitude: 35.5 });
    expect((await look("Hamaqz")).map(({ id }) => id)).toEqual([`geonames:${hama}`]);
    const box = { south: 35.49, north: 35.51, west: 36, east: 37 };
    expect((await townsWithin(sql, admin.workspaceId, box, 50)).map(({ name }) => name)).toContain("Ḩamāh");
  });

  test("added again under its name takes the place of the earlier one, also for what it no longer has", async () => {
    await added("SY.txt", [place(1, "Qzarbell"), place(2, "Wxorbell")].join("\n"));
    await added("SY.txt", [place(1, "Qzarbell"), place(1, "Qzarbell")].join("\n"));
    expect(await listed()).toHaveLength(1);
    expect(await look("Qzarbell")).toHaveLength(1);
    expect(await look("Wxorbell")).toEqual([]);
  });

  test("can be removed, and what came with Glossator is back", async () => {
    const file = await added("SY.txt", [place(hama, "Ḩamāh", { 4: "35.5" }), place(1, "Qzarbell")].join("\n"));
    expect(await removePlaceNameFile(admin, file.id)).toMatchObject({ ok: true });
    expect(await look("Qzarbell")).toEqual([]);
    expect((await look("Ḩamāh"))[0]).toMatchObject({ latitude: 35.13179 });
    expect(await listed()).toEqual([]);
    expect(await removePlaceNameFile(admin, file.id)).toMatchObject({ failure: { kind: "not-found" } });
  });

  test("keeps thousands of lines, whatever is in them", async () => {
    const odd = ["a\\b", '{"x"}', "𝄞".repeat(90), "حماة ".repeat(9), "'; drop table job; --"];
    const lines = Array.from({ length: 2500 }, (_, at) => place(at + 1, `${odd[at % odd.length]}${at}`));
    expect(await added("big.txt", lines.join("\n"))).toMatchObject({ kept: 2500, broken: 0 });
  });
});

describe("a file of alternate names", () => {
  const names = [
    [10, hama, "ar", "حماة الشام", "1", "", "", ""],
    [11, hama, "", "Epiphaniaqz", "", "", "", "1", "-175", "600"],
    [12, 99_999_999, "en", "Nowhere", "", "", "", ""],
    [13, hama, "link", "https://example.org", "", "", "", ""],
  ].map((cells) => cells.join("\t"));

  test("adds names of known places, with preferred and former ones shown as such", async () => {
    const file = await added("names.txt", [...names, "x\ty"].join("\n"));
    expect(file).toMatchObject({ kind: "names", kept: 2, broken: 1, passedOver: 2 });
    const [found] = await look("Epiphaniaqz");
    expect(found).toMatchObject({ id: `geonames:${hama}`, layer: "letters", name: "Ḩamāh" });
    expect(found?.otherNames).toEqual([
      { name: "حماة الشام", language: "ar", is: "preferred" },
      { name: "Epiphaniaqz", is: "former", since: "-175", until: "600" },
    ]);
    expect(await gazetteerIds(sql, admin, ["epifaniakz", "epiphaniakz"])).toEqual([`geonames:${hama}`]);
    await removePlaceNameFile(admin, file.id);
    expect(await look("Epiphaniaqz")).toEqual([]);
  });

  test("names the areas of a country file that was added before", async () => {
    await added("SY.txt", place(777, "Hama Governorate", { 6: "A", 7: "ADM1" }));
    await added("names.txt", ["20", "777", "de", "Gouvernement Hamaqz", "1"].join("\t"));
    expect(await look("Gouvernement Hamaqz")).toMatchObject([{ id: "area:SY.10", featureType: "province" }]);
  });
});

describe("what can't be read", () => {
  test.each([
    ["a table with commas", "a,b\nc,d\n", "no country file (19 columns between tabs)"],
    ["an archive", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), "This is a ZIP file. Unpack it"],
  ])("%s is said to be none, and nothing is changed", async (_, text, words) => {
    const { job } = await added("odd.txt", text);
    expect(job.state).toBe("failed");
    expect(job.error).toContain(words);
  });

  test("an empty file is refused", async () => {
    const request = new Request("http://localhost/", { method: "PUT", body: "" });
    expect(await putPlaceNameFile(admin, { name: "SY.txt", request })).toMatchObject({ failure: { kind: "invalid" } });
    expect(await listed()).toEqual([]);
  });
});

describe("while it is read", () => {
  test("a file is not removed; cancelled before it began, nothing of it is kept", async () => {
    const file = await put("SY.txt", place(1, "Qzarbell"));
    expect(await removePlaceNameFile(admin, file.id)).toMatchObject({ failure: { kind: "conflict" } });
    expect(await cancelJob(admin, file.job.id)).toMatchObject({ value: { state: "cancelled" } });
    await run(file);
    expect(await look("Qzarbell")).toEqual([]);
    expect(await removePlaceNameFile(admin, file.id)).toMatchObject({ ok: true });
  });

  test("begun again after the server stopped, it does nothing twice", async () => {
    const text = [place(1, "Qzarbell"), "broken"].join("\n");
    const file = await put("SY.txt", text);
    await sql.rows(
      "update job set state = 'running', attempt = 1, lease_until = now() - interval '1 s' where id = $1",
      [file.job.id],
    );
    await run(file);
    expect((await listed())[0]).toMatchObject({ kept: 1, broken: 1, job: { state: "done" } });
  });
});

test("only admins see and add files of place names, and their jobs", async () => {
  const file = await put("SY.txt", place(1, "Qzarbell"));
  const member = await aPerson(admin.workspaceId);
  const refused = { failure: { kind: "forbidden", reason: "needs-admin" } };
  const request = new Request("http://localhost/", { method: "PUT", body: "x" });
  expect(await listPlaceNameFiles(member)).toMatchObject(refused);
  expect(await putPlaceNameFile(member, { name: "SY.txt", request })).toMatchObject(refused);
  expect(await removePlaceNameFile(member, PlaceNameFileId.parse(file.id))).toMatchObject(refused);
  expect(await readJob(member, file.job.id)).toMatchObject(refused);
  expect(await cancelJob(member, file.job.id)).toMatchObject(refused);
  await sql.rows("update workspace_member set role = 'member' where user_id = $1", [admin.userId]);
  await run(file);
  const [row] = await sql.rows("select state, error from job where id = $1", [file.job.id]);
  expect(row).toMatchObject({ state: "failed", error: expect.stringContaining("may not do it in this workspace") });
});
