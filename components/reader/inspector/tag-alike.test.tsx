import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { deskOn, spanOf } from "@/client/desk/desk.fixture";
import { Keys } from "@/components/annotate/keys/keys";
import { DeskProvider } from "@/components/annotate/use-desk";
import { InterfaceProvider } from "@/components/intl/provider";
import { TagAlike } from "@/components/reader/inspector/tag-alike";
import { Toasts } from "@/components/ui/toast";

const text = "From Deir Ezzur they saw Deir ez-Zor. In Deir Ezzur they stayed; Deir Ezzur held.";
afterEach(cleanup);

async function open() {
  const desk = deskOn(text);
  const id = desk.annotate("place", spanOf(text, "Deir Ezzur"), { featureType: "settlement", note: "here only" });
  const annotation = desk.getState().annotations.get(id);
  if (!annotation) throw new Error("It was just made.");
  render(
    <InterfaceProvider locale="en" timeZone="UTC">
      <Toasts>
        <DeskProvider desk={desk}>
          <Keys mode={() => "reading"}>
            <TagAlike annotation={annotation} />
          </Keys>
        </DeskProvider>
      </Toasts>
    </InterfaceProvider>,
  );
  await userEvent.keyboard("M");
  return desk;
}
const made = (desk: ReturnType<typeof deskOn>) =>
  [...desk.getState().annotations.values()].filter(({ state }) => state !== "withdrawn").slice(1);

test("the same words are listed with what stands around them; ticked ones are tagged alike, as one step", async () => {
  const desk = await open();
  const list = within(screen.getByRole("list"));
  expect(list.getAllByRole("checkbox")).toHaveLength(2);
  expect(list.getAllByText(/saw Deir ez-Zor\. In/).length).toBeGreaterThan(0);
  await userEvent.click(screen.getByRole("checkbox", { name: /Other spellings/ }));
  expect(list.getAllByRole("checkbox")).toHaveLength(3);
  expect(list.getByText("another spelling")).toBeDefined();
  const [first] = list.getAllByRole("checkbox");
  if (first) await userEvent.click(first);
  await userEvent.click(screen.getByRole("button", { name: "Tag 2" }));
  expect(made(desk).map(({ attributes }) => attributes)).toEqual([
    { featureType: "settlement" },
    { featureType: "settlement" },
  ]);
  desk.undo();
  expect(made(desk)).toEqual([]);
});

test("what is tagged already is not listed", async () => {
  const desk = await open();
  const last = text.lastIndexOf("Deir Ezzur");
  desk.annotate("place", [{ start: last, end: last + 10 }]);
  expect(await screen.findByRole("button", { name: "Tag 1" })).toBeDefined();
});
