import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { InterfaceProvider } from "@/components/intl/provider";
import { Inspector } from "@/components/reader/inspector/inspector";
import { Keys } from "@/components/reader/keys/keys";
import { PageContext } from "@/components/reader/panels";
import type { ReaderSession } from "@/components/reader/session/session";
import { sessionOn, someone, spanOf } from "@/components/reader/session/session.fixture";
import { SessionProvider } from "@/components/reader/session/use-session";
import { Toasts } from "@/components/ui/toast";

const text = "Local sources said Hama fell. They said Homs was calm.";
const patience = { timeout: 20_000 };
let session: ReaderSession;

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
  session = sessionOn(text);
});
afterEach(cleanup);

function show() {
  render(
    <InterfaceProvider locale="en" timeZone="UTC">
      <Toasts>
        <SessionProvider session={session}>
          <Keys mode={() => "reading"}>
            <PageContext value={page}>
              <Inspector />
            </PageContext>
          </Keys>
        </SessionProvider>
      </Toasts>
    </InterfaceProvider>,
  );
  return userEvent.setup();
}

test("a field shows what all say and where they differ, and sets it for all of them", async () => {
  const claims = ["Hama fell", "Homs was calm"].map((words, at) =>
    session.annotate("claim", spanOf(text, words), { kind: at === 0 ? "event" : "state", polarity: "affirmed" }),
  );
  session.pick(claims);
  const person = show();
  const radios = async (name: string) => screen.findByRole("radiogroup", { name }, patience);
  expect((await radios("Kind (they differ)")).querySelector("[aria-checked=true]")).toBeNull();
  expect((await radios("Polarity")).querySelector("[aria-checked=true]")?.textContent).toBe("affirmed");
  await person.click(screen.getByRole("radio", { name: "forecast" }));
  expect(claims.map((id) => session.getState().annotations.get(id)?.attributes["kind"])).toEqual([
    "forecast",
    "forecast",
  ]);
  expect((await screen.findAllByText("2 tags changed.", undefined, patience)).length).toBeGreaterThan(0);
  await radios("Kind");
});

test("what other people made is changed only when that is asked for", async () => {
  const [mine, theirs] = ["Hama", "Homs"].map((words) => session.annotate("place", spanOf(text, words)));
  if (!mine || !theirs) throw new Error("There are no tags.");
  const annotations = [...session.getState().annotations.values()].map((tag) =>
    tag.id === theirs ? { ...tag, createdBy: someone } : tag,
  );
  session = sessionOn(text, { annotations, me: session.getState().me });
  session.pick([mine, theirs]);
  const person = show();
  const type = async () => screen.findByRole("combobox", { name: /^Type/ }, patience);
  const typeOf = (id: typeof mine) => session.getState().annotations.get(id)?.attributes["featureType"];
  await person.selectOptions(await type(), "Settlement");
  expect([typeOf(mine), typeOf(theirs)]).toEqual(["settlement", undefined]);
  expect(screen.getAllByText("1 tag changed. Left as they were: 1 by other people.").length).toBeGreaterThan(0);
  await person.click(screen.getByRole("checkbox", { name: "Also change the one by somebody else" }));
  await person.selectOptions(await type(), "Hill");
  expect([typeOf(mine), typeOf(theirs)]).toEqual(["hill", "hill"]);
});

test("its keys work while it has the focus: Delete withdraws all, Escape lets go of them", async () => {
  const places = ["Hama", "Homs"].map((words) => session.annotate("place", spanOf(text, words)));
  session.pick(places);
  const person = show();
  (await screen.findByRole("button", { name: /^Withdraw 2 tags/ }, patience)).focus();
  await person.keyboard("{Delete}");
  expect(places.map((id) => session.getState().annotations.get(id)?.state)).toEqual(["withdrawn", "withdrawn"]);
  session.undo();
  session.pick(places);
  (await screen.findByRole("button", { name: "Clear the selection" }, patience)).focus();
  await person.keyboard("{Escape}");
  expect(session.getState().picked.size).toBe(0);
});
