import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { show } from "@/components/api/shown.fixture";
import { PickDialog } from "@/components/map/pick-dialog";
import type { TypedPoint } from "@/domain/gazetteer/point";

// jsdom lays nothing out: the map is as large as it is in a dialog.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(700);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(400);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const hama = { name: "Hama", latitude: 35, longitude: 37 };

function shown() {
  const picked: TypedPoint[] = [];
  const ok = (value: unknown) => () => ({ ok: true as const, value, status: 200 });
  const dialog = (
    <PickDialog
      projectId="p"
      name="the checkpoint"
      at={undefined}
      others={[hama]}
      onPick={(point) => picked.push(point)}
      onClose={() => undefined}
    />
  );
  const answers = { "GET /map/background": ok({ state: "none" }) };
  const { person } = show(dialog, { ...answers, "GET /projects/p/map/neighbours": ok({ items: [], attribution: "" }) });
  return { person, picked, map: screen.getByRole("application", { name: "Map to set the checkpoint on" }) };
}

test("a press on the map sets the point, as exactly as a hand can from there", async () => {
  const { person, picked, map } = shown();
  expect(screen.getByRole("dialog", { name: "Where is the checkpoint?" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Set this point" })).toHaveProperty("disabled", true);
  const at = { clientX: 450, clientY: 200, pointerId: 1, button: 0 };
  fireEvent.pointerDown(map, at);
  fireEvent.pointerUp(map, at);
  await person.click(screen.getByRole("button", { name: "Set this point" }));
  const [point] = picked;
  // The map shows the surroundings of Hama: its middle is at 350, 200.
  expect(point?.latitude).toBeCloseTo(35, 2);
  expect(point?.longitude).toBeGreaterThan(37.1);
  expect(point?.uncertaintyMetres).toBeGreaterThanOrEqual(1000);
});

test("by keys the place goes under the cross, and Enter takes it; nearer is more exact", async () => {
  const { person, picked, map } = shown();
  map.focus();
  await person.keyboard("{+}{+}{+}{+}{+}{+}{+}{+}{ArrowRight}{Enter}");
  expect(screen.getByText(/^35, 37\.\d+, to about \d+ m$/)).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Set this point" }));
  expect(picked[0]?.longitude).toBeGreaterThan(37);
  expect(picked[0]?.longitude).toBeLessThan(37.1);
  expect(picked[0]?.uncertaintyMetres).toBeLessThanOrEqual(100);
});

test("dragging moves the map and sets nothing", () => {
  const { map } = shown();
  fireEvent.pointerDown(map, { clientX: 350, clientY: 200, pointerId: 1, button: 0 });
  fireEvent.pointerMove(map, { clientX: 420, clientY: 220, pointerId: 1 });
  fireEvent.pointerUp(map, { clientX: 420, clientY: 220, pointerId: 1 });
  expect(screen.getByText("No point yet.")).toBeTruthy();
});
