import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readerWords } from "@/messages/reader";

const root = join(import.meta.dirname, "../..");
const endings = [".tsx", ".ts"];

/** Every file of ours that the reader's page brings to the browser, now or later. */
function filesFrom(start: string): Map<string, string> {
  const found = new Map<string, string>();
  const follow = (path: string) => {
    for (const ending of endings) {
      const file = `${path}${ending}`;
      if (found.has(file)) return;
      try {
        found.set(file, readFileSync(join(root, file), "utf8"));
      } catch {
        continue;
      }
      for (const [, next = ""] of (found.get(file) ?? "").matchAll(
        /(?:from |import\()"@\/((?:components|editor)\/[^"]+)"/g,
      )) {
        follow(next);
      }
    }
  };
  follow(start);
  return found;
}

test("no word of the reader is missing in the reader", () => {
  const files = filesFrom("app/(signed-in)/reports/[reportId]/page");
  const said = [...files].flatMap(([file, source]) =>
    [...source.matchAll(/useTranslations\("([\w-]+)/g)].map(([, area]) => ({ file, area })),
  );
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter(({ area }) => !Object.keys(readerWords.en).includes(area ?? ""))).toEqual([]);
});
