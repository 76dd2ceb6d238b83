import { expect, test } from "vitest";
import type { Standing } from "@/domain/access/actor";
import { analystLayer, type Layer } from "@/domain/access/layer";
import type { Entry } from "@/domain/history/entry";
import { ProjectId, ReportId, TagId, UserId } from "@/domain/ids";
import { type ToldEntry, toldTo } from "./audience";

const me = UserId.parse("00000000-0000-7000-8000-000000000001");
const colleague = UserId.parse("00000000-0000-7000-8000-000000000002");
const project = { projectId: ProjectId.parse("00000000-0000-7000-8000-000000000003") };
const report = { ...project, reportId: ReportId.parse("00000000-0000-7000-8000-000000000004") };
const tag = { ...report, tagId: TagId.parse("00000000-0000-7000-8000-000000000005") };

const told = (entry: Partial<Entry>, more: Partial<ToldEntry> = {}): ToldEntry => ({
  entry: { id: "1", did: "tagged", by: colleague, at: "2026-01-01T00:00:00.000Z", refs: {}, ...tag, ...entry },
  layer: "shared",
  layersOpen: false,
  everAccepted: false,
  ...more,
});
const standing = (role: Standing["role"], mode: Standing["mode"] = "shared"): Standing => ({ role, mode });
const theirs: Layer = analystLayer(colleague);

test.each([
  { who: "an analyst", on: standing("analyst"), of: told({}), hears: true },
  { who: "somebody outside", on: undefined, of: told({}), hears: false },
  {
    who: "a blind analyst, of a colleague",
    on: standing("analyst", "independent"),
    of: told({}, { layer: theirs }),
    hears: false,
  },
  {
    who: "a blind analyst, of themselves",
    on: standing("analyst", "independent"),
    of: told({}, { layer: analystLayer(me) }),
    hears: true,
  },
  {
    who: "a blind analyst, of the final layer",
    on: standing("analyst", "independent"),
    of: told({}, { layer: "final" }),
    hears: false,
  },
  {
    who: "an analyst once layers are open",
    on: standing("analyst", "independent"),
    of: told({}, { layer: theirs, layersOpen: true }),
    hears: true,
  },
  {
    who: "a reviewer, of blind work",
    on: standing("reviewer", "independent"),
    of: told({}, { layer: theirs }),
    hears: false,
  },
  {
    who: "a reviewer, of the final layer",
    on: standing("reviewer", "independent"),
    of: told({}, { layer: "final" }),
    hears: true,
  },
  { who: "a reader, of an open tag", on: standing("reader"), of: told({}), hears: false },
  {
    who: "a reader, of an accepted tag",
    on: standing("reader"),
    of: told({ did: "accepted" }, { everAccepted: true }),
    hears: true,
  },
  {
    who: "a reader, of a thread on it",
    on: standing("reader"),
    of: told({ did: "commented", refs: { threadId: "x" } }, { everAccepted: true }),
    hears: false,
  },
  {
    who: "a reader, of a member",
    on: standing("reader"),
    of: told({ did: "added-member", tagId: undefined }),
    hears: false,
  },
  {
    who: "a reader, of a new report",
    on: standing("reader"),
    of: told({ did: "imported-report", tagId: undefined }, { layer: undefined }),
    hears: true,
  },
  {
    who: "anybody, of a sign-in",
    on: standing("editor"),
    of: told({ did: "signed-in", projectId: undefined }),
    hears: false,
  },
])("$who: $hears", ({ on, of, hears }) => {
  expect(toldTo(me, on, of) !== undefined).toBe(hears);
});

test("a reader is not told who did it", () => {
  const said = toldTo(
    me,
    standing("reader"),
    told({ did: "accepted", refs: { verdictId: "x" } }, { everAccepted: true }),
  );
  expect(said).toMatchObject({ did: "accepted", refs: {} });
  expect(said).not.toHaveProperty("by");
});
