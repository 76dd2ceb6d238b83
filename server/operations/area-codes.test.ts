import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId } from "@/domain/ids";
import type { PlaceNameFile } from "@/domain/job/place-name-file";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { jobKindsHere } from "@/server/jobs/registry";
import { runJob } from "@/server/jobs/run";
import { changeTags } from "@/server/operations/change-tags";
import { readLines } from "@/server/operations/jobs";
import { loadGazetteer } from "@/server/operations/load-gazetteer";
import { lookUpPlaces } from "@/server/operations/look-up-places";
import { listPlaceNameFiles, putPlaceNameFile, removePlaceNameFile } from "@/server/operations/place-name-files";

let admin: Actor;
let projectId: ProjectId;

beforeAll(() => loadGazetteer({ only: new Set(["SY", "LB"]), again: true }));

beforeEach(async () => {
  admin = await aPerson(await aWorkspace(), { role: "admin" });
  projectId = await aProject(admin);
});

async function added(name: string, text: string): Promise<PlaceNameFile> {
  const request = new Request("http://localhost/", { method: "PUT", body: text });
  const file = await putPlaceNameFile(admin, { name, request });
  if (!file.ok) throw new Error(file.failure.kind);
  await runJob({ workspaceId: admin.workspaceId, id: file.value.job.id }, jobKindsHere);
  const listed = await listPlaceNameFiles(admin);
  const now = listed.ok && listed.value.items.find(({ id }) => id === file.value.id);
  if (!now) throw new Error("The file is not listed.");
  return now;
}

const nothing = { before: "", after: "", near: [], limit: 20 };
type Sought = Parameters<typeof lookUpPlaces>[2]["featureType"];
async function codes(name: string, featureType: Sought, [by, project]: [Actor, ProjectId] = [admin, projectId]) {
  const answer = await lookUpPlaces(by, project, { name, ...nothing, featureType });
  const place = answer.ok ? answer.value.items.find((each) => each.featureType === featureType) : undefined;
  if (!place) throw new Error(`${name} was not found.`);
  return [place.admin1Pcode, place.admin2Pcode];
}

const header = "ADM0_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_PCODE";
const table = (...lines: string[]) => `\uFEFF${[header, ...lines].join("\r\n")}\r\n`;
const usual = [
  "SY,Hama,حماة,SY05,As-Salamiyeh,SY0502",
  "SY,Hama,حماة,SY05,Masyaf,SY0503",
  'SY,"Aleppo, the governorate",حلب,SY02,"Manbij",SY0205',
];

describe("a table of P-codes", () => {
  test("gives areas and what lies in them their codes, in this workspace alone", async () => {
    const file = await added("syr.csv", table(...usual));
    expect(file).toMatchObject({ kind: "codes", kept: 5, broken: 0, passedOver: 0, job: { state: "done" } });
    expect(file.job.progress).toMatchObject({ done: 4, total: 4 });
    expect(await codes("Hama", "province")).toEqual(["SY05", undefined]);
    expect(await codes("Masyaf District", "district")).toEqual(["SY05", "SY0503"]);
    expect(await codes("Salamiyah District", "district")).toEqual(["SY05", "SY0502"]);
    expect(await codes("Manbij", "settlement")).toEqual(["SY02", "SY0205"]);
    expect(await codes("Hama", "settlement")).toEqual(["SY05", undefined]);
    expect(await codes("Beirut", "settlement")).toEqual([undefined, undefined]);
    const stranger = await aPerson(await aWorkspace(), { role: "admin" });
    expect(await codes("Hama", "province", [stranger, await aProject(stranger)])).toEqual([undefined, undefined]);
  });

  test("lists what it has no area for, and what contradicts itself, by line with the reason and as it stood", async () => {
    const file = await added(
      "syr.csv",
      table(
        "SY,Hama,,SY05,Masyaf,SY0503",
        "SY,Hama,,SY05,Al-Qusayr,SY0509",
        "SY,Atlantis,,SY99,Hidden,SY9901",
        "SY,Hama,,SY05,Masyaf,SY0503",
        "SY,Homs,,SY04,Al-Rastan,SY0504",
        "SY,Hama",
      ),
    );
    expect(file).toMatchObject({ kept: 3, broken: 5, job: { state: "done" } });
    const lines = await readLines(admin, { id: file.job.id, outcome: undefined, after: -1, limit: 10 });
    expect(lines.ok && lines.value.items.map(({ line, reason }) => [line, reason])).toEqual([
      [3, "SY0509 (Al-Qusayr): the gazetteer has no area of this name in SY05."],
      [
        4,
        "SY99 (Atlantis): the gazetteer has no area of this name on the first level in SY. SY9901 lies in SY99, which is no area of the gazetteer by this table.",
      ],
      [5, "SY0503 stands on line 2 already."],
      [6, "SY0504 is said to lie in SY04, and begins with the P-code of SY05."],
      [7, "There is no P-code of an area."],
    ]);
    const [row] = await sql.rows("select record from job_line where job_id = $1 and line = 7", [file.job.id]);
    expect(row).toEqual({ record: "SY,Hama" });
  });

  test("of deeper levels says how many lines are not used", async () => {
    const deeper = `${header},ADM3_EN,ADM3_PCODE\nSY,Hama,,SY05,Masyaf,SY0503,Jeb Ramleh,SY050301`;
    expect(await added("adm3.csv", deeper)).toMatchObject({ kept: 2, broken: 0, passedOver: 1 });
  });

  test("finds areas by the names that alternate names added", async () => {
    const place = ["170017", "Hama", "Hama", "", "35.2", "36.6", "A", "ADM1", "SY", "", "10"];
    await added("SY.txt", [...place, ...Array<string>(8).fill("")].join("\t"));
    await added("names.txt", ["1", "170017", "de", "Orontesland", "1"].join("\t"));
    expect(await added("syr.tsv", "admin1Name_de\tadmin1Pcode\nOrontesland\tSY05\n")).toMatchObject({ kept: 1 });
    expect(await codes("Hama", "province")).toEqual(["SY05", undefined]);
  });

  test("added again under its name takes the earlier one's place, and removed takes its codes along", async () => {
    await added("syr.csv", table(...usual));
    const again = await added("syr.csv", table("SY,Hama,,SY55,,"));
    expect(await codes("Hama", "province")).toEqual(["SY55", undefined]);
    expect(await codes("Masyaf District", "district")).toEqual(["SY55", undefined]);
    expect(await removePlaceNameFile(admin, again.id)).toMatchObject({ ok: true });
    expect(await codes("Hama", "province")).toEqual([undefined, undefined]);
    expect(await sql.rows("select 1 from area_code where workspace_id = $1", [admin.workspaceId])).toEqual([]);
  });

  test("gives places that were located before their codes, as candidates", async () => {
    const on = await aReport(admin, projectId, { text: "They came to Masyaf." });
    const located = { id: "area:SY.10.167044", name: "Masyaf District", country: "SY", featureType: "district" };
    const body = anAnnotation(on, "Masyaf", { kind: "place", attributes: { located } });
    const put = await changeTags(admin, on.reportId, [putAnnotation(body)]);
    if (!put.ok) throw new Error(put.failure.kind);
    await added("syr.csv", table(...usual));
    expect(await codes("Masyaf", "district")).toEqual(["SY05", "SY0503"]);
  });
});
