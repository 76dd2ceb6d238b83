import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { LiveText } from "@/components/reader/text/text-context";
import { useBoxes } from "@/components/reader/text/use-layout";

const spans = [{ start: 0, end: 4 }];

/** A text of one line that is as wide as `width` says, and the browser's word that its size may have changed. */
function aText(width: { now: number }) {
  const element = document.createElement("div");
  Object.defineProperties(element, {
    offsetWidth: { get: () => width.now },
    offsetHeight: { get: () => 20 },
  });
  const rectsOf = vi.fn(() => [new DOMRect(0, 0, width.now, 20)]);
  let tell = () => {};
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(told: () => void) {
        tell = told;
      }
      observe() {}
      disconnect() {}
    },
  );
  const view: Pick<LiveText["view"], "element" | "rectsOf"> = { element, rectsOf };
  return { text: { view } as LiveText, rectsOf, tell: () => act(() => tell()) };
}

afterEach(() => vi.unstubAllGlobals());

test("a window that changes before the browser first tells a size is measured again", () => {
  const width = { now: 1440 };
  const { text, tell } = aText(width);
  const { result } = renderHook(() => useBoxes(text, spans));
  expect(result.current).toMatchObject([{ width: 1440 }]);
  width.now = 390;
  tell();
  expect(result.current).toMatchObject([{ width: 390 }]);
});

test("the size it was measured at asks for nothing", () => {
  const { text, rectsOf, tell } = aText({ now: 1440 });
  renderHook(() => useBoxes(text, spans));
  const before = rectsOf.mock.calls.length;
  tell();
  expect(rectsOf).toHaveBeenCalledTimes(before);
});
