import { Editor } from "@tiptap/core";
import { afterEach, describe, expect, test } from "vitest";
import { proseFlaws } from "@/domain/prose/check";
import { plainOf, proseOf } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";
import { commentSchema } from "@/domain/prose/schema";
import { proseExtensions } from "@/editor/prose/extensions";

const open: Editor[] = [];
function editorWith(content: Prose | string): Editor {
  const editor = new Editor({ extensions: proseExtensions(commentSchema), content, injectCSS: false });
  open.push(editor);
  return editor;
}
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

const pasted = (html: string) => {
  const editor = editorWith(proseOf(""));
  // jsdom knows no events of the clipboard; of this one nothing is read.
  editor.view.pasteHTML(html, new Event("paste") as ClipboardEvent);
  return editor.getJSON();
};

test("the editor is made of what the schema names, and of nothing else", () => {
  const { schema } = editorWith(proseOf(""));
  expect(Object.keys(schema.nodes).toSorted()).toEqual(Object.keys(commentSchema.nodes).toSorted());
  expect(Object.keys(schema.marks).toSorted()).toEqual(Object.keys(commentSchema.marks).toSorted());
  for (const [name, { attributes = {} }] of Object.entries(commentSchema.nodes)) {
    expect(Object.keys(schema.nodes[name]?.spec.attrs ?? {})).toEqual(Object.keys(attributes));
  }
});

const id = "01a229f5-8ac1-75cc-a89f-ac144cf96cba";
const rich = [
  '<p>Who <b>counted</b> <i>them</i>, <a href="https://a.example/x">here</a>?<br>Again</p>',
  "<ul><li><p>one</p><ol><li><p>two</p></li></ol></li></ul>",
  `<p><span data-mention="${id}" data-label="Ana Lima">@Ana Lima</span></p>`,
  `<blockquote data-revision="${id}" data-segments='[{"start":1,"end":3,"quote":"ab"}]'>ab</blockquote>`,
].join("");

test("what is written is as the server takes it, and comes back the same by way of HTML", () => {
  const editor = editorWith(rich);
  const prose = editor.getJSON();
  expect(proseFlaws(prose, commentSchema)).toEqual([]);
  expect(plainOf(prose as Prose)).toBe("Who counted them, here?\nAgain\n- one\n  1. two\n@Ana Lima\n> ab");
  expect(editorWith(editor.getHTML()).getJSON()).toEqual(prose);
});

describe("pasted text is cleaned", () => {
  test.each([
    { what: "a script", html: "<p>a</p><script>alert(1)</script>", plain: "a" },
    { what: "a picture that fails", html: '<p>a<img src=x onerror="alert(1)">b</p>', plain: "ab" },
    { what: "a link that runs", html: '<p><a href="javascript:alert(1)">a</a></p>', plain: "a" },
    { what: "a link that runs, in disguise", html: '<p><a href=" java&#10;script:alert(1)">a</a></p>', plain: "a" },
    { what: "a frame", html: '<p>a</p><iframe srcdoc="<script>alert(1)</script>"></iframe>', plain: "a" },
    { what: "a heading", html: "<h1>Title</h1><p>a</p>", plain: "Title\na" },
    { what: "a table", html: "<table><tr><td>a</td><td>b</td></tr></table>", plain: "a\nb" },
    { what: "a foreign quote", html: "<blockquote><p>a</p></blockquote>", plain: "a" },
    { what: "styles and handlers", html: '<p style="color:red" onclick="alert(1)">a</p>', plain: "a" },
    { what: "somebody without an id", html: '<p><span data-mention="x" data-label="Ana">Ana</span></p>', plain: "Ana" },
    { what: "a quote of nothing", html: "<blockquote data-segments='[{\"start\":-1}]'>a</blockquote>", plain: "a" },
  ])("$what", ({ html, plain }) => {
    const prose = pasted(html);
    expect(proseFlaws(prose, commentSchema)).toEqual([]);
    expect(plainOf(prose as Prose).trim()).toBe(plain);
    expect(JSON.stringify(prose)).not.toMatch(/script|onerror|onclick|style|iframe/i);
  });
});
