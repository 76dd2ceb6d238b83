import { expect, test } from "vitest";
import { countWords } from "@/domain/text/word-count";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { aWorkspace } from "@/prisma/builders/workspace";
import { recountWords } from "@/server/data/recount-words";
import { sql } from "@/server/data/transaction";

test("a report whose sentences were counted as words is counted again, and no other", async () => {
  const by = await aPerson(await aWorkspace());
  const project = await aProject(by);
  const thai = await aReport(by, project, {
    title: "ข่าว",
    text: "กระทรวงกลาโหมกล่าวว่าสถานการณ์ในแนวหน้ามีเสถียรภาพ\n\nกระทรวงกลาโหมกล่าวว่า",
    language: "th",
  });
  const english = await aReport(by, project, { text: "Hundreds of people left Hama." });
  const wordsOf = async (id: string) =>
    (await sql.rows<{ words: number }>("select words from report where id = $1", [id]))[0]?.words;
  await sql.rows("update report set words = 2 where id = $1", [thai.reportId]);
  await sql.rows("update report set words = 6 where id = $1", [english.reportId]);

  expect(await recountWords()).toBeGreaterThanOrEqual(1);
  expect(await wordsOf(thai.reportId)).toBe(countWords(thai.text, "th"));
  expect(await wordsOf(english.reportId)).toBe(6);
});
