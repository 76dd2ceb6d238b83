import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mapWords } from "@/messages/map";
import { readerWords } from "@/messages/reader";

const root = join(import.meta.dirname, "../..");
const endings = [".tsx", ".ts"];

/** What opens over the reader with words of its own, which the reader need not bring. */
const bringsItsOwn = (file: string) => file === "components/map/pick-dialog";

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
        if (!bringsItsOwn(next)) follow(next);
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

test("no word of the map that opens over the reader is missing", () => {
  const said = [...filesFrom("components/map/pick-dialog").values()].flatMap((source) =>
    [...source.matchAll(/useTranslations\("([\w-]+)/g)].map(([, area]) => area),
  );
  expect(said.length).toBeGreaterThan(2);
  expect(said.filter((area) => !Object.keys(mapWords.en).includes(area ?? ""))).toEqual([]);
});
