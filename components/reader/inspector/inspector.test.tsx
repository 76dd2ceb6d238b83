import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Editor } from "@tiptap/core";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Desk } from "@/client/desk/desk";
import { deskOn } from "@/client/desk/desk.fixture";
import { Keys } from "@/components/annotate/keys/keys";
import { DeskProvider } from "@/components/annotate/use-desk";
import { InterfaceProvider } from "@/components/intl/provider";
import { Inspector } from "@/components/reader/inspector/inspector";
import { PageContext } from "@/components/reader/panels";
import { Toasts } from "@/components/ui/toast";
import type { TagId } from "@/domain/ids";
import { asGuesses } from "@/domain/tag/guessed";

const text = "Local sources said the army reached Hama.";
const words = (quote: string) => [{ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }];
let desk: Desk;
let backInText = 0;

const deskHere = () => deskOn(text);

const page = {
  show: () => undefined,
  toText: () => void backInText++,
  open: () => undefined,
  close: () => undefined,
  isShown: () => true,
  readTo: () => undefined,
  openReport: () => undefined,
  print: () => undefined,
};

// What comes later is there from the start: these tests are about what it does, not when it comes.
beforeAll(() => import("@/components/reader/parts"));

beforeEach(() => {
  backInText = 0;
  desk = deskHere();
  render(
    <InterfaceProvider locale="en" timeZone="UTC">
      <Toasts>
        <DeskProvider desk={desk}>
          <Keys mode={() => (desk.getState().reviewing ? "review" : "reading")}>
            <PageContext value={page}>
              <Inspector />
            </PageContext>
          </Keys>
        </DeskProvider>
      </Toasts>
    </InterfaceProvider>,
  );
});
afterEach(cleanup);

function claim(): TagId {
  const id = desk.annotate("claim", words("the army reached Hama"));
  desk.select(id);
  return id;
}
const said = (id: TagId) => desk.getState().annotations.get(id)?.attributes;

test("a claim is described: what is chosen is kept at once, what is written on leaving the field", async () => {
  const user = userEvent.setup();
  const id = claim();
  await user.click(await screen.findByRole("radio", { name: "event" }));
  await user.type(screen.getByRole("textbox", { name: "Summary" }), "The army is in Hama.");
  await user.tab();
  expect(said(id)).toEqual({ kind: "event", restatement: "The army is in Hama." });

  await user.click(screen.getByRole("radio", { name: "event" }));
  expect(said(id)).toEqual({ kind: "event", restatement: "The army is in Hama." });
  await user.click(screen.getByRole("button", { name: "Clear Kind" }));
  expect(said(id)).toEqual({ restatement: "The army is in Hama." });
});

test("a guess stays one until it is pressed, and one key confirms the rest", async () => {
  const user = userEvent.setup();
  const guess = asGuesses({ kind: "event", certainty: "certain", polarity: "affirmed" });
  const id = desk.annotate("claim", words("the army reached Hama"), guess);
  desk.select(id);
  await user.click(await screen.findByRole("radio", { name: "event" }));
  expect(said(id)).toEqual({ ...guess, guessed: ["certainty", "polarity"] });
  await user.click(screen.getByRole("radio", { name: "negated" }));
  expect(said(id)).toEqual({ ...guess, polarity: "negated", guessed: ["certainty"] });
  await user.keyboard("f");
  expect(said(id)).toEqual({ kind: "event", certainty: "certain", polarity: "negated" });
});

test("letters are keys after a click on a field, arrows stay the field's own", async () => {
  const user = userEvent.setup();
  desk.annotate("place", words("Hama"));
  const id = claim();
  await user.click(await screen.findByRole("radio", { name: "probable" }));
  await user.keyboard("y");
  expect([...desk.getState().relations.values()].map(({ kind }) => kind)).toContain("located-at");
  await user.keyboard("{ArrowRight>}");
  expect(said(id)).toEqual({ certainty: "possible" });
});

test("what is said of one mention is offered to the others, as one step", async () => {
  const user = userEvent.setup();
  const [here, there] = [desk.annotate("place", words("Hama")), desk.annotate("place", words("Hama"))];
  desk.select(here);
  await user.selectOptions(await screen.findByRole("combobox", { name: "Type" }), "Settlement");
  expect(said(there)).toEqual({});
  await user.click(screen.getByRole("button", { name: /^Apply to the other mention/ }));
  expect(said(there)).toEqual({ featureType: "settlement" });
  expect(screen.queryByRole("button", { name: /^Apply to the other/ })).toBeNull();
  desk.undo();
  expect([said(here), said(there)]).toEqual([{ featureType: "settlement" }, {}]);
});

test("a number that the report does not give stays blank, which is not zero", async () => {
  const user = userEvent.setup();
  const id = claim();
  await user.click(await screen.findByText("Numbers"));
  await user.click(screen.getByRole("button", { name: "Add a number" }));
  await user.type(screen.getByRole("spinbutton", { name: "At most" }), "3");
  await user.tab();
  expect(said(id)).toEqual({ quantities: [{ what: "killed", high: 3 }] });
});

test("Escape gives the keyboard back to the text and keeps what was written", async () => {
  const user = userEvent.setup();
  const id = claim();
  await user.type(await screen.findByRole("textbox", { name: "Note" }), "Check the date.");
  await user.keyboard("{Escape}");
  expect(backInText).toBe(1);
  expect(said(id)).toEqual({ note: "Check the date." });
});

test("one key takes all proposed links, and undo gives them back as one step", async () => {
  const user = userEvent.setup();
  const source = desk.annotate("source", words("Local sources"));
  const place = desk.annotate("place", words("Hama"));
  const id = claim();
  await screen.findByRole("button", { name: "Accept: Local sources" });
  desk.choose([]);
  await user.keyboard("y");
  const ends = () =>
    [...desk.getState().relations.values()].filter(({ state }) => state === "open").map(({ to }) => to);
  expect(ends()).toEqual([source, place]);
  desk.undo();
  expect(ends()).toEqual([]);
  expect(desk.getState().annotations.get(id)?.state).toBe("open");
});

test("a rejection needs its reason, and accepting covers what hangs on the claim", async () => {
  const user = userEvent.setup();
  const place = desk.annotate("place", words("Hama"));
  const id = claim();
  desk.link({ kind: "located-at", from: id, to: place, attributes: {} });
  desk.review(true);
  await user.click(await screen.findByRole("button", { name: /^Reject/ }));
  expect((await screen.findByRole<HTMLButtonElement>("button", { name: "Reject it" })).disabled).toBe(true);
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  await user.keyboard("a");
  const states = [...desk.getState().annotations.values(), ...desk.getState().relations.values()];
  expect(states.map(({ state }) => state)).toEqual(["accepted", "accepted", "accepted"]);
});

test("a note is written with formatting, is kept when the keyboard leaves it, and stays when the kind changes", async () => {
  const id = claim();
  const person = userEvent.setup();
  await person.click(await screen.findByRole("textbox", { name: "Note" }));
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Note" })).toHaveProperty("editor"));
  const editor = screen.getByRole<HTMLElement & { editor: Editor }>("textbox", { name: "Note" });
  act(() => editor.focus());
  act(() => void editor.editor.commands.insertContent("<p>Who <b>counted</b>?</p>"));
  act(() => editor.blur());
  expect(said(id)).toMatchObject({ note: "Who counted?", noteProse: { type: "doc" } });
  act(() => desk.changeKind(id, "place"));
  expect(said(id)).toMatchObject({ note: "Who counted?", noteProse: { type: "doc" } });
});
