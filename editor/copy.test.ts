import { expect, test } from "vitest";
import { splitIntoBlocks } from "@/domain/text/blocks";
import { copied } from "@/editor/copy";
import { layOut } from "@/editor/document";
import { positionsOf } from "@/editor/positions";
import { wordsOf } from "@/editor/words";

const plain = "Image : NASA Bill Ingalls .\n\n\nNASA celebrated\nthe <launch> & more .\n\nThe end, in Hama.";
const markdown = "# On *Hama*\n\n- It fell.\n- It rose.\n\n> So they said\n\n| a | b |\n|---|---|\n| c | d |";

/** What leaves of the parts of a text, each from the first of its words to the last. */
function leaving(text: string, mediaType: "text/plain" | "text/markdown", ...parts: [string, string][]) {
  const blocks = splitIntoBlocks(text, mediaType).blocks.map(({ end: _, ...block }) => ({
    ...block,
    attributes: { ...block.attributes },
  }));
  const document = layOut(blocks, { direction: "ltr", title: "" });
  const words = wordsOf(document, positionsOf(document), "en");
  const spans = parts.flatMap(([first, last]) => {
    const start = text.indexOf(first);
    return words.between(start, text.indexOf(last, start) + last.length);
  });
  return copied(document, words, spans);
}

test("words of one block leave as they are", () => {
  expect(leaving(plain, "text/plain", ["celebrated", "more"])).toEqual({
    text: "celebrated\nthe <launch> & more",
    html: "celebrated<br>the &lt;launch&gt; &amp; more",
  });
});

test("paragraphs leave as paragraphs, with the punctuation between", () => {
  expect(leaving(plain, "text/plain", ["Ingalls", "end"])).toEqual({
    text: "Ingalls .\n\n\nNASA celebrated\nthe <launch> & more .\n\nThe end",
    html: '<p dir="ltr">Ingalls .</p><p dir="ltr">NASA celebrated<br>the &lt;launch&gt; &amp; more .</p><p dir="ltr">The end</p>',
  });
});

test("parts that were chosen apart are joined by an ellipsis", () => {
  expect(leaving(plain, "text/plain", ["Image", "Image"], ["Bill", "Bill"])).toEqual({
    text: "Image … Bill",
    html: "Image … Bill",
  });
  expect(leaving(plain, "text/plain", ["Image", "Image"], ["more", "The"]).text).toBe("Image … more .\n\nThe");
});

test("headings, lists, quotes and tables leave without their mark-up", () => {
  const { text, html } = leaving(markdown, "text/markdown", ["On", "| d"]);
  expect(text).toBe("On *Hama*\n\nIt fell.\nIt rose.\n\nSo they said\n\na\tb\nc\td");
  expect(html).toContain('<h2 dir="ltr">On *Hama*</h2><ul><li dir="ltr">It fell.</li>');
});
