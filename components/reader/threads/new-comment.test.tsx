import { cleanup, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Desk } from "@/client/desk/desk";
import { deskOn } from "@/client/desk/desk.fixture";
import { show } from "@/components/api/shown.fixture";
import type { NewComment } from "@/components/reader/threads/new-comment";
import { plainOf } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";

// Without the editor, as where it cannot come: what is kept is the same.
vi.mock("@/components/prose/prose-editor", () => {
  throw new Error("There is no connection.");
});
beforeEach(() => {
  vi.resetModules();
});
afterEach(cleanup);

/** A device that keeps drafts as long as the test lasts. */
function deskWithDrafts(other: Partial<Desk["drafts"]>): { desk: Desk; drafts: Map<string, string> } {
  const drafts = new Map<string, string>();
  const plain = (words: string | Prose) => (typeof words === "string" ? words : plainOf(words));
  const desk: Desk = {
    ...deskOn("The army reached Hama."),
    drafts: {
      read: async (key) => drafts.get(key) ?? "",
      write: async (key, words) => void drafts.set(key, plain(words)),
      ...other,
    },
  };
  return { desk, drafts };
}

/** A box beside a button that takes it away, as choosing another tag does. */
function Leaving({ of: Box, onSend }: { of: typeof NewComment; onSend: () => void }) {
  const [here, setHere] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setHere(!here)}>
        Go
      </button>
      {here ? <Box draft="new" label="Comment" placeholder="Write" onSend={onSend} /> : null}
    </>
  );
}

async function open(other: Partial<Desk["drafts"]> = {}) {
  // Each time as on a page on which nobody has written yet.
  const { DeskProvider } = await import("@/components/annotate/use-desk");
  const { NewComment: Box } = await import("@/components/reader/threads/new-comment");
  const { desk, drafts } = deskWithDrafts(other);
  const onSend = vi.fn();
  const { person } = show(
    <DeskProvider desk={desk}>
      <Leaving of={Box} onSend={onSend} />
    </DeskProvider>,
  );
  return { person, drafts, onSend };
}
const box = () => screen.getByRole("textbox", { name: "Comment" });

test("whoever goes elsewhere right after the last word finds every word again", async () => {
  const { person, drafts } = await open();
  await person.type(box(), "Who counted?");
  await person.click(screen.getByRole("button", { name: "Go" }));
  expect(drafts.get("new")).toBe("Who counted?");
  await person.click(screen.getByRole("button", { name: "Go" }));
  await waitFor(() => expect(box()).toHaveProperty("value", "Who counted?"));
});

test("every letter is kept when it is written, without a pause", async () => {
  const { person, drafts } = await open();
  await person.type(box(), "Who counted?");
  expect(drafts.get("new")).toBe("Who counted?");
});

test("a slow device is said to have kept words only once it has these words, and is not asked for those between", async () => {
  const writes: { words: string; done: () => void }[] = [];
  const { person } = await open({
    write: (_, words) => new Promise((done) => void writes.push({ words: String(words), done: () => done(undefined) })),
  });
  await person.type(box(), "Who");
  expect(writes.map(({ words }) => words)).toEqual(["W"]);
  writes[0]?.done();
  await waitFor(() => expect(writes.map(({ words }) => words)).toEqual(["W", "Who"]));
  expect(screen.queryByText("Draft saved on this device")).toBeNull();
  writes[1]?.done();
  await screen.findByText("Draft saved on this device");
  await person.type(box(), "?");
  expect(screen.queryByText("Draft saved on this device")).toBeNull();
});

test("what was begun is discarded with a button", async () => {
  const { person, drafts } = await open();
  await person.type(box(), "Who counted?");
  await person.click(screen.getByRole("button", { name: "Discard" }));
  expect(box()).toHaveProperty("value", "");
  await waitFor(() => expect(drafts.get("new")).toBe(""));
});

test("what was sent is no draft any more, however soon one goes elsewhere", async () => {
  const { person, drafts, onSend } = await open();
  await person.type(box(), "Who counted?{Control>}{Enter}{/Control}");
  expect(onSend).toHaveBeenCalledWith("Who counted?");
  await person.click(screen.getByRole("button", { name: "Go" }));
  expect(drafts.get("new")).toBe("");
});
