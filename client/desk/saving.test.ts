import { expect, test } from "vitest";
import { savingOf } from "@/client/desk/saving";
import type { Hold } from "@/client/outbox/holds";
import type { OutboxState } from "@/client/outbox/outbox";
import type { ReportId, TagId } from "@/domain/ids";

const here = "report" as ReportId;
const waits = (thing: string, reportId = "report") => ({ row: { thing, reportId } }) as OutboxState["waiting"][number];
const quiet: OutboxState = { unsaved: 0, waiting: [], holds: new Map(), blocked: undefined, fleeting: false };
const holds = (thing: string, is: "conflict" | "refused") =>
  new Map<TagId, Hold>([[thing as TagId, is === "conflict" ? { is, current: {} } : { is, detail: "", errors: [] }]]);

test.each<{ when: string; box: Partial<OutboxState>; says: string }>([
  { when: "nothing was changed", box: {}, says: "saved" },
  { when: "a change is on its way to the disk", box: { unsaved: 1 }, says: "saving 1" },
  { when: "a change waits for its acknowledgement", box: { waiting: [waits("a")] }, says: "saving 1" },
  {
    when: "the network is gone",
    box: { waiting: [waits("a"), waits("b")], blocked: "offline" },
    says: "on this device 2 offline",
  },
  {
    when: "the server is down and one more is not on the disk yet",
    box: { waiting: [waits("a")], unsaved: 1, blocked: "unavailable" },
    says: "on this device 2 unavailable",
  },
  { when: "signed out", box: { waiting: [waits("a")], blocked: "signed-out" }, says: "on this device 1 signed-out" },
  { when: "the network is gone and nothing waits", box: { blocked: "offline" }, says: "saved" },
  { when: "another report's change waits", box: { waiting: [waits("a", "other")] }, says: "saved" },
  { when: "two versions of a tag", box: { waiting: [waits("a")], holds: holds("a", "conflict") }, says: "conflict" },
  { when: "a refused change", box: { waiting: [waits("a")], holds: holds("a", "refused") }, says: "refused" },
  {
    when: "a refused change, another one offline",
    box: { waiting: [waits("a"), waits("b")], holds: holds("a", "refused"), blocked: "offline" },
    says: "on this device 1 offline",
  },
])("$when: $says", ({ box, says }) => {
  const saving = savingOf({ ...quiet, ...box }, here, "2026-11-22T10:00:00Z");
  const words = [
    saving.state,
    "waiting" in saving ? saving.waiting : "",
    saving.state === "on this device" ? saving.why : "",
  ];
  expect(words.filter((word) => word !== "").join(" ")).toBe(says);
});
