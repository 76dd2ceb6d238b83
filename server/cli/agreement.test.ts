import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import published from "@/domain/agreement/published-examples.json";
import { agreementCommand } from "@/server/cli/agreement";

const folder = mkdtempSync(join(tmpdir(), "glossator-agreement-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(text: string): string {
  const path = join(folder, `${Math.abs(text.length)}-${text.charCodeAt(0)}.json`);
  writeFileSync(path, text);
  return path;
}

test("--json answers in the shape of the file, with the published values", () => {
  const { code, out } = agreementCommand([fileWith(JSON.stringify(published)), "--json"]);
  const answer = JSON.parse(out);
  expect(code).toBe(0);
  expect(Math.abs(answer.categorical[2].fleissKappa - 0.4302)).toBeLessThan(0.0005);
  expect(answer.categorical[2]).toMatchObject({ cohenKappa: null, why: { cohenKappa: "not-two-raters" } });
  expect(answer.unitizing[0].alpha.k).toBe(1);
  expect(Math.abs(answer.gamma.observedDisorder[2].value - 0.408756)).toBeLessThan(0.0005);
  expect(answer.gamma.observedDisorder[1].gamma).toBe(1);
});

test("without --json people get a table", () => {
  const { out } = agreementCommand([fileWith(JSON.stringify(published))]);
  expect(out).toMatch(/Cohen 1960, p\. 45\n {2}2 raters, 200 of 200 items used/);
  expect(out).toMatch(/cohenKappa +0\.4915 +95 % 0\.\d+ to 0\.\d+/);
  expect(out).toMatch(/cohenKappa +This measure compares exactly two raters\./);
});

test.each([
  { what: "no file", words: [], err: /Name one file/ },
  { what: "a missing file", words: ["/nowhere/x.json"], err: /x\.json: cannot be read/ },
  { what: "an unknown option", words: ["--jsn"], err: /--jsn/ },
  { what: "a bad seed", words: ["x", "--seed", "1.5"], err: /--seed must be a whole number/ },
  { what: "no JSON", words: [fileWith("not json")], err: /is not JSON/ },
  {
    what: "a bad entry",
    words: [fileWith('{"categorical":[{"ratings":["ab","a"]}]}')],
    err: /^categorical\[0\]: ratings\[1\] has 1/,
  },
])("$what ends with 2 and says why", ({ words, err }) => {
  expect(agreementCommand(words)).toMatchObject({ code: 2, out: "", err: expect.stringMatching(err) });
});
