import ts from "typescript";
import { expect, test } from "vitest";
import { mostLines, tooLong } from "./functions.mjs";

/** @param {number} lines @param {string} before */
const component = (lines, before = "") =>
  `${before}function Page() {\n  return (\n    <p>\n${"      word\n".repeat(lines - 6)}    </p>\n  );\n}\n`;

test.each([
  { what: "as long as may be", text: component(mostLines), found: 0 },
  { what: "a line longer, all of it shown", text: component(mostLines + 1), found: 1 },
  { what: "longer with its reason", text: component(mostLines + 1, "// long: one table, row by row\n"), found: 0 },
  { what: "longer with a reason left empty", text: component(mostLines + 1, "// long:\n"), found: 1 },

  { what: "written as a constant", text: `const page = () => {\n${"  call();\n".repeat(mostLines)}};\n`, found: 1 },
])("$what: $found", ({ text, found }) => {
  expect(tooLong(ts, "page.tsx", text)).toHaveLength(found);
});

test("says where it stands and how long it is", () => {
  expect(tooLong(ts, "page.tsx", `\n${component(mostLines + 4)}`)).toEqual([
    `page.tsx:2 is a function of ${mostLines + 4} lines: divide it by what it means (at most ${mostLines}).`,
  ]);
});
