import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Event } from "@/domain/event/event";
import { dossierVerify } from "@/server/cli/dossier-verify";
import { sql } from "@/server/data/transaction";
import { makeDossier } from "@/server/operations/dossier";
import { anEventDesk, value } from "@/server/operations/event-desk.fixture";

let desk: Awaited<ReturnType<typeof anEventDesk>>;
let event: Event;
let bytes: Uint8Array;
const folder = mkdtempSync(join(tmpdir(), "glossator-dossier-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  desk = await anEventDesk();
  const [one, other, held] = [await desk.claim(), await desk.claim({}, { outlet: "South" }), await desk.claim()];
  event = await desk.accept(await desk.event("Clash near Hama", [one.id, other.id, held.id]));
  await sql.rows("update report set embargo_until = now() + interval '1 day' where id = $1", [held.report.reportId]);
  ({ bytes } = value(await makeDossier(desk.editor, event.id)));
});

const verified = (content: Uint8Array) => {
  const path = join(folder, "dossier.zip");
  writeFileSync(path, content);
  return dossierVerify([path]);
};

test("has the row, every claim that may leave, texts, originals, custody, decisions and codebook, and is whole", () => {
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  expect(names).toEqual(
    expect.arrayContaining(["row.csv", "event.json", "claims.json", "changes.json", "codebook.json", "manifest.json"]),
  );
  expect(names.filter((name) => name.endsWith("/text.txt"))).toHaveLength(2);
  const claims = JSON.parse(strFromU8(files["claims.json"] ?? new Uint8Array()));
  expect(claims).toHaveLength(2);
  expect(claims[0]).toMatchObject({
    part: "supports",
    quote: "Three people were killed near Hama",
    verdicts: [{ decision: "accept" }],
  });
  const report = JSON.parse(
    strFromU8(files[names.find((name) => name.endsWith("/report.json")) ?? ""] ?? new Uint8Array()),
  );
  expect(report).toMatchObject({
    capture: { importedAt: expect.any(String) },
    custody: expect.any(Array),
    original: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  const { code, out } = verified(bytes);
  expect(out).toMatch(/2 originals, 2 quotes checked/);
  expect(out).toMatch(/Withheld: 1 claims, 0 texts/);
  expect([code, out.split("\n").at(-1)]).toEqual([0, "The dossier is whole."]);
});

test.each([
  [
    "a changed file",
    (files: Record<string, Uint8Array>) => ({ ...files, "row.csv": strToU8("event_id\r\n") }),
    /row\.csv was changed/,
  ],
  [
    "an added file",
    (files: Record<string, Uint8Array>) => ({ ...files, "more.txt": strToU8("x") }),
    /more\.txt is not in the manifest/,
  ],
  [
    "a missing file",
    ({ "claims.json": _gone, ...files }: Record<string, Uint8Array>) => files,
    /claims\.json is missing/,
  ],
] as const)("%s is named, and the command ends with 1", (_, change, reason) => {
  const { code, err } = verified(zipSync(change(unzipSync(bytes))));
  expect(err).toMatch(reason);
  expect(code).toBe(1);
});

test("a file that was cut off or is none is said so", () => {
  expect(verified(bytes.subarray(0, 200))).toMatchObject({ code: 1, err: expect.stringMatching(/cut off/) });
  expect(dossierVerify([join(folder, "none.zip")])).toMatchObject({ code: 2 });
  expect(dossierVerify([])).toMatchObject({ code: 2, err: expect.stringMatching(/verify FILE/) });
});

test("is for people who may export", async () => {
  expect(await makeDossier(desk.reader, event.id)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await makeDossier((await anEventDesk()).editor, event.id)).toMatchObject({ failure: { kind: "not-found" } });
});
