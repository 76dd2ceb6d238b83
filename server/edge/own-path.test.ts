import fc from "fast-check";
import { expect, test } from "vitest";
import { ownPath } from "@/server/edge/own-path";

const origin = "http://localhost:3000";

test.each([
  { wanted: "/work", path: "/work" },
  { wanted: "/reports/1?tag=2#text", path: "/reports/1?tag=2#text" },
  { wanted: "http://localhost:3000/projects", path: "/projects" },
  { wanted: "/a//b", path: "/a//b" },
  { wanted: "/%2F%2Felsewhere.example", path: "/%2F%2Felsewhere.example" },
  { wanted: "", path: "/" },
  { wanted: "//elsewhere.example", path: undefined },
  { wanted: "///elsewhere.example", path: undefined },
  { wanted: "/\\elsewhere.example", path: undefined },
  { wanted: "\\\\elsewhere.example", path: undefined },
  { wanted: "/\t/elsewhere.example", path: undefined },
  { wanted: "/\n/elsewhere.example", path: undefined },
  { wanted: "\t//elsewhere.example", path: undefined },
  { wanted: " //elsewhere.example", path: undefined },
  { wanted: "/.//elsewhere.example", path: undefined },
  { wanted: "/..//elsewhere.example", path: undefined },
  { wanted: "/a/..//elsewhere.example", path: undefined },
  { wanted: "/%2e//elsewhere.example", path: undefined },
  { wanted: "https://elsewhere.example/work", path: undefined },
  { wanted: "https:elsewhere.example", path: undefined },
  { wanted: "http://localhost:3000@elsewhere.example", path: undefined },
  { wanted: "http://localhost:3000.elsewhere.example", path: undefined },
  { wanted: "http://me:secret@localhost:3000/work", path: undefined },
  { wanted: "https://localhost:3000/work", path: undefined },
  { wanted: "http://localhost:4000/work", path: undefined },
  { wanted: "javascript:alert(1)", path: undefined },
  { wanted: "data:text/html,x", path: undefined },
  { wanted: "http://[", path: undefined },
])("$wanted: $path", ({ wanted, path }) => {
  expect(ownPath(wanted, origin)).toBe(path);
});

test("whatever is asked for, the answer leads nowhere else", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "%2e",
    "%2f",
    "@",
    ":",
    "\t",
    "\n",
    "\r",
    " ",
    "?",
    "#",
    "http",
    "a",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 12 }), (pieces) => {
      const path = ownPath(pieces.join(""), origin);
      if (path !== undefined) expect(new URL(path, origin).origin).toBe(origin);
    }),
    { numRuns: 2000 },
  );
});
