// @vitest-environment node
import { expect, test } from "vitest";
import { createCipher } from "@/client/outbox/cipher";
import { createDrafts } from "@/client/outbox/drafts";
import { memoryRows } from "@/client/outbox/memory-rows";
import type { Prose } from "@/domain/prose/prose";

function draftsHere() {
  const rows = memoryRows();
  const cipher = createCipher(async () => [btoa("k".repeat(32))]);
  return createDrafts("u", async () => rows, cipher);
}

test("a draft is read as it was last written, even while it is still being kept", async () => {
  const drafts = draftsHere();
  const bold: Prose = {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: "Who?", marks: [{ type: "bold" }] }] }],
  };
  const kept = drafts.write("new", bold);
  expect(await drafts.read("new")).toEqual(bold);
  await kept;
  expect(await drafts.read("new")).toEqual(bold);
});

test("a draft that was emptied right after it was written stays empty", async () => {
  const drafts = draftsHere();
  await Promise.all([drafts.write("new", "Who counted?"), drafts.write("new", "")]);
  expect(await drafts.read("new")).toBe("");
});

test("a draft that cannot be kept does not stand in the way of the next", async () => {
  const rows = memoryRows();
  const keys = { there: false };
  const cipher = createCipher(async () => {
    if (!keys.there) throw new Error("There is no connection.");
    return [btoa("k".repeat(32))];
  });
  const drafts = createDrafts("u", async () => rows, cipher);
  await expect(drafts.write("new", "Who?")).rejects.toThrow("no connection");
  keys.there = true;
  await drafts.write("new", "Who counted?");
  expect(await drafts.read("new")).toBe("Who counted?");
});
