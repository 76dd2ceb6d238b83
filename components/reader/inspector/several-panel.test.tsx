import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Desk } from "@/client/desk/desk";
import { deskOn, someone, spanOf } from "@/client/desk/desk.fixture";
import { Keys } from "@/components/annotate/keys/keys";
import { DeskProvider } from "@/components/annotate/use-desk";
import { InterfaceProvider } from "@/components/intl/provider";
import { Inspector } from "@/components/reader/inspector/inspector";
import { PageContext } from "@/components/reader/panels";
import { Toasts } from "@/components/ui/toast";

const text = "Local sources said Hama fell. They said Homs was calm.";
const patience = { timeout: 20_000 };
let desk: Desk;

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

beforeAll(() => import("@/components/reader/parts"));
beforeEach(() => {
  desk = deskOn(text);
});
afterEach(cleanup);

function show() {
  render(
    <InterfaceProvider locale="en" timeZone="UTC">
      <Toasts>
        <DeskProvider desk={desk}>
          <Keys mode={() => "reading"}>
            <PageContext value={page}>
              <Inspector />
            </PageContext>
          </Keys>
        </DeskProvider>
      </Toasts>
    </InterfaceProvider>,
  );
  return userEvent.setup();
}

test("a field shows what all say and where they differ, and sets it for all of them", async () => {
  const claims = ["Hama fell", "Homs was calm"].map((words, at) =>
    desk.annotate("claim", spanOf(text, words), { kind: at === 0 ? "event" : "state", polarity: "affirmed" }),
  );
  desk.pick(claims);
  const person = show();
  const radios = async (name: string) => screen.findByRole("radiogroup", { name }, patience);
  expect((await radios("Kind (they differ)")).querySelector("[aria-checked=true]")).toBeNull();
  expect((await radios("Polarity")).querySelector("[aria-checked=true]")?.textContent).toBe("affirmed");
  await person.click(screen.getByRole("radio", { name: "forecast" }));
  expect(claims.map((id) => desk.getState().annotations.get(id)?.attributes["kind"])).toEqual(["forecast", "forecast"]);
  expect((await screen.findAllByText("2 tags changed.", undefined, patience)).length).toBeGreaterThan(0);
  await radios("Kind");
});

test("what other people made is changed only when that is asked for", async () => {
  const [mine, theirs] = ["Hama", "Homs"].map((words) => desk.annotate("place", spanOf(text, words)));
  if (!mine || !theirs) throw new Error("There are no tags.");
  const annotations = [...desk.getState().annotations.values()].map((tag) =>
    tag.id === theirs ? { ...tag, createdBy: someone } : tag,
  );
  desk = deskOn(text, { annotations, me: desk.getState().me });
  desk.pick([mine, theirs]);
  const person = show();
  const type = async () => screen.findByRole("combobox", { name: /^Type/ }, patience);
  const typeOf = (id: typeof mine) => desk.getState().annotations.get(id)?.attributes["featureType"];
  await person.selectOptions(await type(), "Settlement");
  expect([typeOf(mine), typeOf(theirs)]).toEqual(["settlement", undefined]);
  expect(screen.getAllByText("1 tag changed. Left as they were: 1 by other people.").length).toBeGreaterThan(0);
  await person.click(screen.getByRole("checkbox", { name: "Also change the one by somebody else" }));
  await person.selectOptions(await type(), "Hill");
  expect([typeOf(mine), typeOf(theirs)]).toEqual(["hill", "hill"]);
});

test("its keys work while it has the focus: Delete withdraws all, Escape lets go of them", async () => {
  const places = ["Hama", "Homs"].map((words) => desk.annotate("place", spanOf(text, words)));
  desk.pick(places);
  const person = show();
  (await screen.findByRole("button", { name: /^Withdraw 2 tags/ }, patience)).focus();
  await person.keyboard("{Delete}");
  expect(places.map((id) => desk.getState().annotations.get(id)?.state)).toEqual(["withdrawn", "withdrawn"]);
  desk.undo();
  desk.pick(places);
  (await screen.findByRole("button", { name: "Clear the selection" }, patience)).focus();
  await person.keyboard("{Escape}");
  expect(desk.getState().picked.size).toBe(0);
});
