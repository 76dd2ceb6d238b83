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
function deskWithDrafts(): { desk: Desk; drafts: Map<string, string> } {
  const drafts = new Map<string, string>();
  const plain = (words: string | Prose) => (typeof words === "string" ? words : plainOf(words));
  const desk: Desk = {
    ...deskOn("The army reached Hama."),
    drafts: {
      read: async (key) => drafts.get(key) ?? "",
      write: async (key, words) => void drafts.set(key, plain(words)),
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

async function open() {
  // Each time as on a page on which nobody has written yet.
  const { DeskProvider } = await import("@/components/annotate/use-desk");
  const { NewComment: Box } = await import("@/components/reader/threads/new-comment");
  const { desk, drafts } = deskWithDrafts();
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

test("whoever leaves the page right after the last word has every word kept", async () => {
  const { person, drafts } = await open();
  await person.type(box(), "Who counted?");
  globalThis.dispatchEvent(new Event("pagehide"));
  expect(drafts.get("new")).toBe("Who counted?");
});

test("what was sent is no draft any more, however soon one goes elsewhere", async () => {
  const { person, drafts, onSend } = await open();
  await person.type(box(), "Who counted?{Control>}{Enter}{/Control}");
  expect(onSend).toHaveBeenCalledWith("Who counted?");
  await person.click(screen.getByRole("button", { name: "Go" }));
  expect(drafts.get("new")).toBe("");
});
