import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { TimeAxis, timeScale } from "./time-axis";

/** Pixels that a date of ten letters takes. */
const width = 64;

test.each([
  { range: [356, 1028], from: "2026-09-08", to: "2026-09-22" },
  { range: [16, 328], from: "2026-09-08", to: "2026-09-22" },
  { range: [16, 600], from: "2026-09-01", to: "2026-09-30" },
] as const)("dates do not run into each other on $range pixels", ({ range, from, to }) => {
  const { unmount } = render(
    <svg>
      <title>days</title>
      <TimeAxis scale={timeScale(from, to, range)} top={20} bottom={100} />
    </svg>,
  );
  const spans = screen.getAllByText(/^2026-/).map((text) => {
    const at = Number(text.getAttribute("x"));
    const anchor = text.getAttribute("text-anchor");
    const left = anchor === "start" ? at : anchor === "end" ? at - width : at - width / 2;
    return { left, right: left + width };
  });
  expect(spans.length).toBeGreaterThan(1);
  unmount();
  for (const [nth, { left }] of spans.entries()) {
    expect(left).toBeGreaterThanOrEqual(0);
    if (nth > 0) expect(left).toBeGreaterThanOrEqual(spans[nth - 1]?.right ?? 0);
  }
});
