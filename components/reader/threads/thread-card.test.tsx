import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Desk } from "@/client/desk/desk";
import { deskOn, spanOf } from "@/client/desk/desk.fixture";
import { DeskProvider } from "@/components/annotate/use-desk";
import { show } from "@/components/api/shown.fixture";
import { PageContext } from "@/components/reader/panels";
import { AskedThread } from "@/components/reader/threads/asked-thread";

// jsdom lays nothing out, so there is nowhere to scroll to.
Element.prototype.scrollIntoView ??= () => undefined;
afterEach(cleanup);

const text = "The army reached Hama.";
const page = {
  show: () => undefined,
  toText: () => undefined,
  open: () => undefined,
  close: () => undefined,
  isShown: () => true,
  readTo: () => undefined,
  openReport: () => undefined,
  print: () => undefined,
};

/** A report with one thread, shown as when it was asked for; every box has a draft in it. */
function open() {
  const desk: Desk = {
    ...deskOn(text),
    drafts: { read: async () => "The north.", write: async () => undefined },
  };
  const selected = desk.annotate("claim", spanOf(text, "The army"));
  const id = desk.discuss({ on: "passage", spans: spanOf(text, "Hama") }, "Which part?");
  desk.select(selected);
  desk.showThread(id);
  return show(
    <DeskProvider desk={desk}>
      <PageContext value={page}>
        <AskedThread />
      </PageContext>
    </DeskProvider>,
  );
}
const button = (name: string) => screen.getByRole("button", { name });
const box = (name: string) => screen.getByRole("textbox", { name });
const press = (on: HTMLElement, key: string, more: KeyboardEventInit = {}) =>
  act(
    async () => void on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more })),
  );

test("a thread that was just begun has the keyboard, which its box took away", () => {
  open();
  const thread = document.activeElement;
  if (!(thread instanceof HTMLElement)) throw new Error("Nothing has the keyboard.");
  expect(thread.dataset["thread"]).toBeDefined();
  expect(within(thread).getByText("Which part?")).toBeDefined();
});

test("after a reply the keyboard is where the next one begins", async () => {
  const { person } = open();
  await person.click(button("Reply"));
  await waitFor(() => expect(screen.getByRole("button", { name: "Send" })).toBeDefined());
  await press(box("Reply"), "Enter", { ctrlKey: true });
  await waitFor(() => expect(screen.queryByRole("textbox", { name: "Reply" })).toBeNull());
  expect(screen.getByText("The north.")).toBeDefined();
  expect(document.activeElement).toBe(button("Reply"));
});

test("after a correction that was left the keyboard is where it was before", async () => {
  const { person } = open();
  await person.click(button("Edit"));
  await press(box("Edit"), "Escape");
  await waitFor(() => expect(screen.queryByRole("textbox", { name: "Edit" })).toBeNull());
  expect(document.activeElement).toBe(button("Edit"));
});
