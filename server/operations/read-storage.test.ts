import { expect, test } from "vitest";
import { aPerson } from "@/prisma/builders/person";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { readStorage } from "@/server/operations/read-storage";

test("an admin sees how old the last backup is and how large the database; nobody else does", async () => {
  const workspaceId = await aWorkspace();
  const admin = await aPerson(workspaceId, { role: "admin" });
  const now = new Date("2200-01-10T00:00:00Z");
  for (const at of ["2200-01-01T00:00:00Z", "2200-01-02T00:00:00Z"]) {
    await sql.rows("insert into backup (id, made_at, bytes) values (gen_random_uuid(), $1, 1)", [at]);
  }
  const read = await readStorage(admin, now);
  await sql.rows("delete from backup");
  expect(read).toMatchObject({
    value: { backedUpAt: "2200-01-02T00:00:00.000Z", freeBytes: undefined, warnings: ["backup-too-old"] },
  });
  expect(read.ok && read.value.databaseBytes).toBeGreaterThan(1e6);
  expect(await readStorage(admin, now)).toMatchObject({ value: { warnings: ["never-backed-up"] } });
  expect(await readStorage(await aPerson(workspaceId), now)).toMatchObject({ failure: { reason: "needs-admin" } });
});
