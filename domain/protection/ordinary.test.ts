import { expect, test } from "vitest";
import { mayBeOrdinary } from "./ordinary";

test.each([
  { name: "Hope", seenSmall: true, is: true },
  { name: "Hope", seenSmall: false, is: false },
  { name: "Hope Miller", seenSmall: true, is: false },
  { name: "أمل", seenSmall: false, is: true },
  { name: "أمل الخطيب", seenSmall: false, is: false },
  { name: "Li", seenSmall: false, is: true },
  { name: "Abu-Ali", seenSmall: false, is: false },
  { name: "sources", seenSmall: false, is: true },
])("$name, seen small $seenSmall: $is", ({ name, seenSmall, is }) => {
  expect(mayBeOrdinary({ name, seenSmall })).toBe(is);
});
