import fc from "fast-check";
import { expect, test } from "vitest";
import { titleFrom } from "@/domain/report/title-from";

test.each([
  { when: "one line", text: "Bridge shut", title: "Bridge shut" },
  { when: "blank lines and rules first", text: "\n  \n---\n***\r\nBridge shut\nMore.", title: "Bridge shut" },
  { when: "a Markdown heading", text: "## Camp at Joda\n\nNo water.", title: "Camp at Joda" },
  { when: "a quote or a list item", text: "> - Shelling at night", title: "Shelling at night" },
  { when: "a byte order mark and spaces", text: "\uFEFF  Bridge   shut \t today ", title: "Bridge shut today" },
  { when: "Arabic", text: "قصف في الرقة\nسقط", title: "قصف في الرقة" },
  { when: "old Mac line ends", text: "Bridge shut\rMore", title: "Bridge shut" },
  { when: "no words at all", text: "\n—\n…\n", title: "" },
  { when: "no text", text: "", title: "" },
  { when: "nothing but a long line", text: "word ".repeat(100), title: `${"word ".repeat(39).trim()}…` },
  { when: "a long line without spaces", text: "文".repeat(500), title: `${"文".repeat(199)}…` },
])("$when", ({ text, title }) => expect(titleFrom(text)).toBe(title));

test("is always one trimmed line of at most 200 code points", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 600 }), (text) => {
      const title = titleFrom(text);
      expect(title).toBe(title.trim());
      expect([...title].length).toBeLessThanOrEqual(200);
      expect(title).not.toMatch(/[\n\r\0]/);
    }),
  );
});
