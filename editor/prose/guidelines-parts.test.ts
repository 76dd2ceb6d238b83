import { Editor } from "@tiptap/core";
import { afterEach, describe, expect, test } from "vitest";
import { defaultGuidelines } from "@/domain/codebook/guidelines";
import { proseFlaws } from "@/domain/prose/check";
import { guidelinesSchema } from "@/domain/prose/guidelines-schema";
import { fromMarkdown } from "@/domain/prose/markdown/read";
import { plainOf, proseOf } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";
import { noteSchema, type ProseSchema } from "@/domain/prose/schema";
import { proseExtensions } from "@/editor/prose/extensions";
import { guidelinesParts, PastedMarkdown } from "@/editor/prose/guidelines-parts";

const open: Editor[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

const extensionsOf = (schema: ProseSchema) =>
  schema === guidelinesSchema
    ? [
        ...proseExtensions(
          schema,
          guidelinesParts((kind) => kind.toUpperCase()),
        ),
        PastedMarkdown,
      ]
    : proseExtensions(schema);

function editorFor(schema: ProseSchema, content: Prose | string = proseOf("")): Editor {
  const editor = new Editor({ extensions: extensionsOf(schema), content, injectCSS: false });
  open.push(editor);
  return editor;
}

// jsdom knows no events of the clipboard; of this one nothing is read.
const paste = new Event("paste") as ClipboardEvent;

describe.each([
  { name: "guidelines", schema: guidelinesSchema },
  { name: "notes", schema: noteSchema },
])("the editor of $name", ({ schema }) => {
  test("is made of what the schema names, and of nothing else", () => {
    const { schema: made } = editorFor(schema);
    expect(Object.keys(made.nodes).toSorted()).toEqual(Object.keys(schema.nodes).toSorted());
    expect(Object.keys(made.marks).toSorted()).toEqual(Object.keys(schema.marks).toSorted());
    for (const [name, { attributes = {} }] of Object.entries(schema.nodes)) {
      expect(Object.keys(made.nodes[name]?.spec.attrs ?? {})).toEqual(Object.keys(attributes));
    }
  });

  test("cleans what is pasted", () => {
    const editor = editorFor(schema);
    const html = [
      '<h1 onclick="alert(1)">A</h1><p style="color:red">b<script>alert(1)</script><img src=x onerror="alert(1)"></p>',
      '<p><a href="javascript:alert(1)">c</a><iframe srcdoc="<script>alert(1)</script>"></iframe></p>',
      '<pre onload="alert(1)">d</pre><div data-example><mark data-kind="<img>">e</mark></div><ul><li>f</li></ul>',
    ].join("");
    editor.view.pasteHTML(html, paste);
    const prose = editor.getJSON();
    expect(proseFlaws(prose, schema)).toEqual([]);
    expect(
      plainOf(prose as Prose)
        .match(/\w/g)
        ?.join(""),
    ).toBe("Abcdef");
    expect(JSON.stringify(prose)).not.toMatch(/script|onerror|onclick|style|iframe|img/i);
  });
});

const markdown = [
  "# One\n\n> quoted **words**\n\n5. five\n   - `code` [x](https://a.org)\n\n___\n\n```\n  a\n\nb\n```",
  "```example\n[Three died]{claim} in [Qus]{place}, [a captain]{source} said of [guns]{label:arms}\n```\n",
].join("\n\n");

test.each([markdown, defaultGuidelines])("guidelines are the same in the editor, and by way of HTML, %#", (source) => {
  const { prose } = fromMarkdown(source);
  const editor = editorFor(guidelinesSchema, prose);
  expect(editor.getJSON()).toEqual(prose);
  expect(editorFor(guidelinesSchema, editor.getHTML()).getJSON()).toEqual(prose);
});

function pastePlain({ view }: Editor, text: string): void {
  const clipboardData = { getData: (type: string) => (type === "text/plain" ? text : ""), files: [] };
  view.dom.dispatchEvent(Object.assign(new Event("paste", { cancelable: true }), { clipboardData }));
}

test("Markdown that is pasted as plain text becomes what it says, but not in an example", () => {
  const editor = editorFor(guidelinesSchema);
  pastePlain(editor, "## Claims\n\n- **one**");
  expect(editor.getJSON().content.map(({ type }) => type)).toEqual(["heading", "bulletList"]);
  const inExample = editorFor(guidelinesSchema, { type: "doc", content: [{ type: "example" }] });
  pastePlain(inExample, "# not a heading");
  expect(inExample.getJSON().content).toEqual([
    { type: "example", content: [{ type: "text", text: "# not a heading" }] },
  ]);
});

test("a list has the direction of its first words", () => {
  const editor = editorFor(guidelinesSchema, fromMarkdown("- بند\n\n1. one\n   - بند").prose);
  const lists = () => [...editor.view.dom.querySelectorAll("ul, ol")].map((list) => list.getAttribute("dir"));
  expect(lists()).toEqual(["rtl", "ltr", "rtl"]);
  editor.commands.insertContentAt(3, "an ");
  expect(lists()).toEqual(["ltr", "ltr", "rtl"]);
});

test("words of an example are tagged, and draw the name of their kind", () => {
  const editor = editorFor(guidelinesSchema, {
    type: "doc",
    content: [{ type: "example", content: [{ type: "text", text: "near Qus" }] }],
  });
  editor.chain().setTextSelection({ from: 6, to: 9 }).setMark("tagged", { kind: "place" }).run();
  const mark = editor.view.dom.querySelector("mark");
  expect(mark?.textContent).toBe("Qus");
  expect(mark?.dataset["name"]).toBe("PLACE");
  expect(editor.commands.setMark("bold")).toBe(false);
  expect(proseFlaws(editor.getJSON(), guidelinesSchema)).toEqual([]);
});
