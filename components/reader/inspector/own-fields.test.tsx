import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, test } from "vitest";
import { deskOn, reportOf, startOn } from "@/client/desk/desk.fixture";
import { Keys } from "@/components/annotate/keys/keys";
import { DeskProvider } from "@/components/annotate/use-desk";
import { InterfaceProvider } from "@/components/intl/provider";
import { Inspector } from "@/components/reader/inspector/inspector";
import { PageContext } from "@/components/reader/panels";
import { Toasts } from "@/components/ui/toast";
import { Codebook } from "@/domain/codebook/codebook";

const text = "Two tanks were seen near Hama.";
const choices = (...names: string[]) => names.map((name) => ({ slug: name.toLowerCase(), name }));
const attributes = [
  { slug: "loss", name: "Loss", type: "choice", required: true, choices: choices("Damaged", "Destroyed") },
  { slug: "marks", name: "Marks", type: "choices", choices: choices("Paint", "Flag") },
  { slug: "count", name: "Count", type: "number" },
  { slug: "seen-by", name: "Seen", type: "yes-no" },
  { slug: "old", name: "Old", type: "text", retired: true },
];
const codebook = Codebook.parse({
  labels: [{ slug: "vehicle", name: "Vehicle", definition: "What moves.", attributes }],
  relationTypes: [{ slug: "near", name: "is near", from: ["label:vehicle"], to: ["place"] }],
});
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
afterEach(cleanup);

function aDesk() {
  const { project } = startOn(reportOf(text));
  const desk = deskOn(text, { project: { ...project, codebook } });
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
  const id = desk.annotate("label:vehicle", [{ start: 4, end: 9 }]);
  desk.select(id);
  return { desk, id, person: userEvent.setup() };
}

test("a label has one field for each attribute of the codebook, and what is retired has none", async () => {
  const { desk, id, person } = aDesk();
  await person.click(await screen.findByRole("radio", { name: "Destroyed" }));
  await person.click(screen.getByRole("checkbox", { name: "Flag" }));
  await person.type(screen.getByRole("spinbutton", { name: "Count" }), "0");
  await person.tab();
  await person.click(screen.getByRole("radio", { name: "no" }));
  expect(desk.getState().annotations.get(id)?.attributes).toEqual({
    loss: "destroyed",
    marks: ["flag"],
    count: 0,
    "seen-by": "no",
  });
  expect(screen.getByRole("radiogroup", { name: "Loss (required)" })).toBeDefined();
  expect(screen.queryByRole("textbox", { name: /Old/ })).toBeNull();
  expect(screen.getByText("What moves.")).toBeDefined();
});

test("a link of the project's own leads from a label, and says its name", async () => {
  const { desk, id, person } = aDesk();
  const place = desk.annotate("place", [{ start: 25, end: 29 }]);
  await person.click(await screen.findByRole("button", { name: /Link to/ }));
  desk.select(place);
  const [link] = [...desk.getState().relations.values()];
  expect(link).toMatchObject({ kind: "relation:near", from: id, to: place });
  desk.select(id);
  expect(await screen.findByText("is near")).toBeDefined();
});
