import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { Desk } from "@/client/desk/desk";
import { deskOn, spanOf } from "@/client/desk/desk.fixture";
import { Keys } from "@/components/annotate/keys/keys";
import { DeskProvider } from "@/components/annotate/use-desk";
import { InterfaceProvider } from "@/components/intl/provider";
import { Inspector } from "@/components/reader/inspector/inspector";
import { PageContext } from "@/components/reader/panels";
import { Toasts } from "@/components/ui/toast";
import type { TagId } from "@/domain/ids";

const text = "They fled from Hama to the town of Hama, and from Hama.";
const asked: string[] = [];
const found = {
  items: [
    {
      ...{ id: "geonames:170017", name: "Ḩamāh", layer: "letters", featureType: "settlement", country: "SY" },
      ...{ admin1: "Hama", latitude: 35.13, longitude: 36.76, coordinateBasis: "named place", population: 460_602 },
      otherNames: [
        { name: "حماة", language: "ar", is: "preferred" },
        { name: "Epiphania", is: "former", since: "-175", until: "600" },
      ],
    },
    {
      ...{ id: "area:SY.10", name: "Hama", layer: "letters", featureType: "province", country: "SY", distanceKm: 12 },
      admin1Pcode: "SY05",
    },
    { id: "geonames:7", name: "Hamadi", layer: "guess", featureType: "settlement", country: "IQ" },
  ],
  gazetteer: { state: "loaded", percent: 100 },
  attribution: "GeoNames",
};
const page = {
  ...{ show: () => undefined, toText: () => undefined, open: () => undefined, close: () => undefined },
  ...{ isShown: () => true, readTo: () => undefined, openReport: () => undefined, print: () => undefined },
};

beforeAll(() => import("@/components/reader/parts"));
afterEach(cleanup);

/** A desk whose gazetteer knows Hama. */
function show(): { desk: Desk; place: TagId } {
  const on = deskOn(text);
  const ask = (async (_method: string, path: string) => {
    asked.push(path);
    return { ok: true, status: 200, value: found };
  }) as unknown as Desk["ask"]; // whatever is asked for here is places
  const desk: Desk = { ...on, ask };
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
  const place = desk.annotate("place", spanOf(text, "Hama"));
  desk.select(place);
  return { desk, place };
}

test("what a place may be is shown with what tells one from the other, and one key takes one", async () => {
  const { desk, place } = show();
  const name = /Ḩamāh.*Settlement.*Hama, Syria.*same letters.*460,602 people/;
  const first = await screen.findByRole("button", { name }, { timeout: 10_000 });
  expect(first.textContent).toMatch(/1$/);
  expect(first.textContent).toContain("Also حماة (Arabic)");
  expect(first.textContent).toContain("Formerly Epiphania (-175 to 600)");
  expect(screen.getByRole("button", { name: /^Hama.*Province.*P-code SY05.*12 km away/ })).toBeDefined();
  expect(screen.getByRole("button", { name: /Hamadi.*a guess/ })).toBeDefined();
  await userEvent.keyboard("1");
  const { located, candidates, ...said } = desk.getState().annotations.get(place)?.attributes ?? {};
  expect(said).toEqual({ featureType: "settlement", resolution: "verified" });
  expect(located).toMatchObject({
    id: "geonames:170017",
    latitude: 35.13,
    coordinateBasis: "named place",
    country: "SY",
  });
  expect(candidates).toEqual([
    { id: "area:SY.10", name: "Hama", featureType: "province", country: "SY", admin1Pcode: "SY05" },
  ]);
  desk.undo();
  expect(desk.getState().annotations.get(place)?.attributes).toEqual({});
});

test("taken once, it can be set on the other mentions of the same words", async () => {
  const { desk, place } = show();
  const other = desk.annotate("place", [{ start: text.lastIndexOf("Hama"), end: text.lastIndexOf("Hama") + 4 }]);
  desk.select(place);
  await screen.findByRole("button", { name: /Ḩamāh/ });
  await userEvent.keyboard("2A");
  expect(desk.getState().annotations.get(other)?.attributes).toMatchObject({
    featureType: "province",
    located: { name: "Hama", admin1Pcode: "SY05" },
  });
  desk.select(place);
  expect(await screen.findByText("P-code SY05", { selector: "p" })).toBeDefined();
});

test("what stands around the words is asked with them", async () => {
  const { desk } = show();
  desk.select(desk.annotate("place", spanOf(text, "town of Hama")));
  await screen.findByRole("button", { name: /Ḩamāh/ });
  expect(new URLSearchParams(asked.at(-1)?.split("?")[1]).get("name")).toBe("town of Hama");
});

test("typed coordinates are read, and words that are none are said to be", async () => {
  const { desk, place } = show();
  const located = () => desk.getState().annotations.get(place)?.attributes["located"];
  await userEvent.click(await screen.findByText("Location", { exact: true }));
  const field = screen.getByRole("textbox", { name: "Coordinates" });
  await userEvent.type(field, "north of here");
  await userEvent.tab();
  expect(screen.getByText(/These are no coordinates/)).toBeDefined();
  expect(located()).toBeUndefined();
  await userEvent.clear(field);
  await userEvent.type(field, "37SBU9589");
  await userEvent.tab();
  expect(located()).toMatchObject({ name: "Hama", coordinateBasis: "analyst's point", uncertaintyMetres: 1000 });
});
