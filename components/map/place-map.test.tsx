import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { show } from "@/components/api/shown.fixture";
import { loadAtlas } from "@/components/map/atlas";
import { PlaceMap } from "@/components/map/place-map";
import { placeThings } from "@/components/map/thing";
import type { Background, MapPlace } from "@/domain/map/on-map";

// jsdom lays nothing out: the map is as large as a map usually is.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(700);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(500);
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const reportId = "0190a000-0000-7000-8000-000000000001" as MapPlace["reportId"];
const place = (nth: number, words: string, more: Partial<MapPlace> = {}): MapPlace => ({
  ...{ id: `0190a000-0000-7000-8000-00000000010${nth}` as MapPlace["id"], reportId, words, state: "accepted" },
  ...more,
});
const hama = { name: "Hama", latitude: 35.13, longitude: 36.75, featureType: "settlement" } as const;
const items = [
  place(1, "Hama", hama),
  place(2, "حماة", { ...hama, state: "open" }),
  place(3, "Raqqa", { name: "Raqqa", latitude: 35.95, longitude: 39.01 }),
  place(4, "the oil pipeline"),
];

function shown(background: Background = { state: "none" }) {
  const things = placeThings("p", { items, reports: { [reportId]: "Clashes" } });
  const map = <PlaceMap projectId="p" things={things} attribution="GeoNames" what="places" />;
  const ok = (value: unknown) => () => ({ ok: true as const, value, status: 200 });
  return show(map, {
    "GET /map/background": ok(background),
    "GET /projects/p/map/neighbours": ok({
      items: [{ name: "Salamiyah", latitude: 35.01, longitude: 37.05, population: 94_887 }],
      attribution: "",
    }),
  });
}
const spots = () => document.querySelectorAll("[data-spot]");

test("places of one name at one point are one, with their mentions behind it; the rest has no coordinates", async () => {
  const { person } = shown();
  expect(spots()).toHaveLength(2);
  const row = screen.getByRole("button", { name: /^Hama/ });
  expect(row.textContent).toContain("Settlement · several states · 2 times");
  await person.click(row);
  const links = within(screen.getByRole("region", { name: "Map" })).getAllByRole("link");
  expect(links.map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
    ["The page of this place", "/projects/p/map/place?name=Hama&latitude=35.13&longitude=36.75"],
    ["Hama", `/reports/${reportId}?tag=${items[0]?.id}`],
    ["حماة", `/reports/${reportId}?tag=${items[1]?.id}`],
    ["the oil pipeline", `/reports/${reportId}?tag=${items[3]?.id}`],
  ]);
  expect(screen.getByText("1 without coordinates")).toBeTruthy();
  expect(screen.getByRole("button", { name: /^Raqqa.*2\d\d km away/ })).toBeTruthy();
});

test("is moved and zoomed by keys, and shows everything again", async () => {
  const { person } = shown();
  const map = screen.getByRole("application", { name: "Map of 4 place tags" });
  map.focus();
  await person.keyboard("{+}{+}{+}{+}{+}{+}");
  expect(spots()).toHaveLength(0);
  await person.keyboard("0");
  expect(spots()).toHaveLength(2);
  await person.keyboard("{ArrowLeft>12/}");
  expect(spots()).toHaveLength(0);
  await person.click(screen.getByRole("button", { name: "Show everything" }));
  expect(spots()).toHaveLength(2);
});

test("borders can be switched off, and the map says whose they are", async () => {
  const { person } = shown();
  await loadAtlas();
  await waitFor(() => expect(document.querySelectorAll("[stroke-dasharray='4 3']").length).toBe(2));
  await person.click(screen.getByRole("switch", { name: "Borders" }));
  // The one of the legend stays.
  expect(document.querySelectorAll("[stroke-dasharray='4 3']")).toHaveLength(1);
  expect(screen.getByText(/Natural Earth.*not as they are claimed/)).toBeTruthy();
});

test("towns around and rings are drawn, and a background where the operator has one", async () => {
  const { person } = shown({ state: "ready", minZoom: 0, maxZoom: 4, attribution: "© Survey" });
  await waitFor(() => expect(screen.getByText("Salamiyah")).toBeTruthy());
  await person.click(screen.getByRole("switch", { name: "Distance rings" }));
  expect(screen.getAllByText(/^\d+ km$/).length).toBeGreaterThanOrEqual(3);
  await waitFor(() =>
    expect(document.querySelector("image")?.getAttribute("href")).toMatch(/^\/api\/v1\/map\/tile\?z=4/),
  );
  expect(screen.getByText(/© Survey/)).toBeTruthy();
  await person.click(screen.getByRole("switch", { name: "Background" }));
  expect(document.querySelector("image")).toBeNull();
});

test("a background that is none says why", async () => {
  shown({ state: "unusable", reason: "It is not there." });
  await waitFor(() => expect(screen.getByText("The background cannot be shown: It is not there.")).toBeTruthy());
});
