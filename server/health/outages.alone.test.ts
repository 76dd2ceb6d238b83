import { afterEach, beforeEach, expect, type MockInstance, test, vi } from "vitest";
import { sql } from "@/server/data/transaction";
import { lastingOutage, note, noteWell, outageMet } from "@/server/health/outages";
import { countOutagesOfPages } from "@/server/health/quiet-pages";
import { outageNow } from "@/server/health/readiness";
import { isReady } from "@/server/operations/is-ready";

let written: MockInstance<typeof process.stderr.write>;
beforeEach(() => {
  written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => {
  noteWell();
  globalThis.glossatorLook = undefined;
  written.mockRestore();
});
const lines = () => written.mock.calls.map(([line]) => JSON.parse(String(line)));

test("an outage is told once a minute in one line without a stack, with how many requests met it, and when it ended", () => {
  const began = Date.now();
  for (let nth = 0; nth < 500; nth += 1) note("disk-full", "could not extend file", began + nth);
  note("disk-full", "could not extend file", began + 60_000);
  noteWell(began + 95_000);
  expect(lines()).toEqual([
    expect.objectContaining({
      level: "error",
      what: "unavailable",
      reason: "disk-full",
      requests: 1,
      error: "could not extend file",
    }),
    expect.objectContaining({ level: "error", what: "unavailable", reason: "disk-full", requests: 500 }),
    expect.objectContaining({ level: "info", what: "available", reason: "disk-full", seconds: 95, requests: 0 }),
  ]);
  for (const line of lines()) expect(line).not.toHaveProperty("stack");
});

test("what passes by itself keeps nobody from being ready", async () => {
  note("busy", "canceling statement due to lock timeout");
  expect(lastingOutage()).toBeUndefined();
  expect(await isReady()).toMatchObject({ ok: true });
});

test("a page's error that says that the database is away is counted; any other is Next's to write", () => {
  const shown = vi.spyOn(console, "error").mockReturnValue(undefined);
  countOutagesOfPages();
  console.error("⨯", Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
  expect(shown).not.toHaveBeenCalled();
  expect(lastingOutage()).toBe("database");
  const ours = new TypeError("x is not a function");
  console.error(ours);
  expect(shown.mock.calls).toEqual([[ours]]);
  shown.mockRestore();
});

/** The table of the probe refuses what the disk would refuse. @param code as PostgreSQL would raise it */
async function withRefusing<T>(code: string, work: () => Promise<T>): Promise<T> {
  await sql.rows(`create or replace function refuse_probe() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file "base/1/2": No space left on device' using errcode = '${code}'; end $$`);
  await sql.rows("create or replace trigger refuse before insert or update on probe execute function refuse_probe()");
  try {
    return await work();
  } finally {
    await sql.rows("drop trigger refuse on probe");
  }
}

test("a database that can't keep anything is not ready and says why, and is ready again by itself", async () => {
  await withRefusing("53100", async () => {
    expect(await isReady()).toEqual({ ok: false, failure: { kind: "unavailable", reason: "disk-full" } });
    expect(await isReady()).toMatchObject({ ok: false });
    expect(lastingOutage()).toBe("disk-full");
  });
  expect(await isReady()).toEqual({ ok: true, value: { status: "ready" } });
  expect(lastingOutage()).toBeUndefined();
});

test("what a request met is tried out by the next one who asks, with as much as a page needs", async () => {
  expect(await outageNow()).toBeUndefined();
  outageMet(Object.assign(new Error("could not extend file"), { code: "53100" }));
  await withRefusing("53100", async () => expect(await outageNow()).toBe("disk-full"));
  expect(await outageNow()).toBeUndefined();
  const [row] = await sql.rows<{ size: number }>("select length(filler) as size from probe");
  expect(row?.size).toBeGreaterThan(200_000);
});
