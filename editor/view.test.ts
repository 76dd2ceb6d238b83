import { Editor } from "@tiptap/core";
import { afterEach, describe, expect, test } from "vitest";
import type { Drawn } from "@/editor/drawn";
import { drawnText } from "@/editor/drawn-text.test-data";
import { openText, reading, type TextView } from "@/editor/view";

const TEXT = "Field sources said that the hills near Hama fell.\n\nA second block, with a\nnewline in it.";
const { document: drawn, span, quote } = drawnText(TEXT);
const open: Editor[] = [];

function opened(): TextView {
  const host = document.createElement("div");
  document.body.append(host);
  const attributes = { role: "document", "aria-label": "Report text", class: "text" };
  const editor = new Editor({ ...reading(attributes), element: host });
  open.push(editor);
  return openText(editor, drawn);
}

afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
  document.body.replaceChildren();
});

const tag = (id: string, kind: string, ...quotes: string[]): Drawn => ({
  id,
  kind,
  state: "open",
  mine: true,
  discussed: false,
  spans: quotes.map(span),
});
const words = (view: TextView, id: string) =>
  [...view.element.querySelectorAll(`mark[data-id="${id}"]`)].map((mark) => mark.textContent).join("");

describe("the text on the screen", () => {
  test("is a document to read, with every character of its blocks", () => {
    const { element } = opened();
    expect(element.getAttribute("role")).toBe("document");
    expect(element.getAttribute("contenteditable")).toBe("false");
    expect([...element.querySelectorAll(".text-block")].map((block) => block.textContent)).toEqual(TEXT.split("\n\n"));
  });

  test("shows overlapping tags each with its own id, and leaves the words as they are", () => {
    const view = opened();
    view.draw({
      put: [tag("a", "claim", "the hills near Hama fell"), tag("b", "place", "Hama"), tag("c", "place", "near Hama")],
    });
    expect(words(view, "a")).toBe("the hills near Hama fell");
    expect(words(view, "b")).toBe("Hama");
    expect(words(view, "c")).toBe("near Hama");
    expect(view.element.querySelector(".text-block")?.textContent).toBe(TEXT.split("\n\n")[0]);
  });

  test("draws a tag over two blocks and in two parts", () => {
    const view = opened();
    view.draw({ put: [tag("a", "claim", "hills", "second block")] });
    expect(words(view, "a")).toBe("hillssecond block");
  });

  test("moves, restyles and takes away one tag without the others", () => {
    const view = opened();
    view.draw({ put: [tag("a", "place", "Hama"), tag("b", "source", "Field sources")] });
    const other = view.element.querySelector('mark[data-id="b"]');
    view.draw({ put: [{ ...tag("a", "place", "hills"), state: "accepted" }] });
    expect(words(view, "a")).toBe("hills");
    expect(view.element.querySelector('mark[data-id="a"]')?.className).toContain("is-accepted");
    view.draw({ remove: ["a"] });
    expect(words(view, "a")).toBe("");
    expect(view.element.querySelector('mark[data-id="b"]')).toBe(other);
  });

  test("names the tags under the pointer, the shortest first", () => {
    const view = opened();
    view.draw({ put: [tag("a", "claim", "the hills near Hama fell"), tag("b", "place", "Hama")] });
    const inner = [...view.element.querySelectorAll("mark")].find((mark) => mark.textContent === "Hama");
    const deepest = inner?.querySelector("mark") ?? inner ?? null;
    expect(view.under(deepest)).toEqual(["b", "a"]);
  });

  test("leaves copying to us, without a complaint", () => {
    const view = opened();
    const text = view.element.querySelectorAll(".text-block")[1]?.firstChild;
    if (!text) throw new Error("The second block is empty.");
    document.getSelection()?.setBaseAndExtent(text, 2, text, 8);
    const complaints: unknown[] = [];
    const complain = (event: ErrorEvent) => complaints.push(event.message);
    window.addEventListener("error", complain);
    for (const deed of ["copy", "cut"]) {
      const event = new Event(deed, { bubbles: true, cancelable: true });
      text.dispatchEvent(event);
      expect(event.defaultPrevented).toBe(false);
    }
    window.removeEventListener("error", complain);
    expect(complaints).toEqual([]);
  });

  test("reads the browser's selection in code points", () => {
    const view = opened();
    const text = view.element.querySelectorAll(".text-block")[1]?.firstChild;
    if (!text) throw new Error("The second block is empty.");
    document.getSelection()?.setBaseAndExtent(text, 2, text, 8);
    expect(quote(view.selected())).toBe("second");
  });
});
