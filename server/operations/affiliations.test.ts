import { expect, test } from "vitest";
import { MakeEntity, PutEntity } from "@/domain/entity/entity";
import { AskedExport } from "@/domain/formats/asked";
import { makeEntity, putEntity } from "@/server/operations/entities";
import { anEventDesk, value } from "@/server/operations/event-desk.fixture";
import { exportDataset } from "@/server/operations/export-dataset";
import { mergeEntity, unmergeEntity } from "@/server/operations/merge-entities";
import { readEntity } from "@/server/operations/read-entities";
import { readEvent } from "@/server/operations/read-events";

test("a claim has the side that its actor was on that day, and what was said of it leaves with it", async () => {
  const { editor, analyst, claim, event, projectId } = await anEventDesk();
  const make = async (more: object) =>
    value(await makeEntity(analyst, projectId, MakeEntity.parse({ kind: "armed or state actor", ...more })));
  const front = await make({ name: "Southern Front" });
  const put = {
    ...{ name: "A brigade", kind: "armed or state actor" as const, side: "unknown" },
    affiliations: [
      { side: "government", to: "2012-06-30" },
      { side: "opposition", from: "2012-07-01", precision: "month" as const },
      { entityId: front.id, from: "2014-02-13" },
    ],
  };
  const brigade = await make(put);
  expect(brigade.affiliations).toEqual(put.affiliations);
  const same = PutEntity.parse({ ...put, version: 1 });
  expect(value(await putEntity(analyst, brigade.id, same)).version).toBe(1);

  const actors = [{ entityId: brigade.id, role: "initiator" as const }];
  const sides = async (day: string) => {
    const said = await claim({ actors, eventTime: { from: day, precision: "day" as const } });
    const { id } = await event(`At ${day}`, [said.id]);
    return value(await readEvent(analyst, id)).event.derived.actors.map(({ side }) => side);
  };
  expect(await sides("2012-06-30")).toEqual(["government"]);
  expect(await sides("2012-07-01")).toEqual(["opposition"]);

  const other = await make({ name: "Front of the South" });
  value(await mergeEntity(editor, front.id, { into: other.id }));
  const read = async () => value(await readEntity(analyst, brigade.id)).entity.affiliations?.at(-1)?.entityId;
  expect(await read()).toBe(other.id);
  value(await unmergeEntity(editor, front.id));
  expect(await read()).toBe(front.id);

  const { chunks } = value(
    await exportDataset(editor, { projectId }, AskedExport.parse({ format: "jsonl", state: "all" })),
  );
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const records = Buffer.concat(parts).toString("utf8").trim().split("\n");
  const left = records.map((line): unknown => JSON.parse(line));
  expect(left).toContainEqual(expect.objectContaining({ id: brigade.id, affiliations: put.affiliations }));

  const wrong = PutEntity.parse({ ...put, affiliations: [{ entityId: brigade.id }], version: 1 });
  expect(await putEntity(analyst, brigade.id, wrong)).toMatchObject({
    failure: { problems: [{ field: "affiliations.0.entityId" }] },
  });
});
