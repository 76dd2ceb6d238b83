import { Editor } from "@tiptap/core";
import { afterEach, describe, expect, test } from "vitest";
import { layOut } from "@/editor/document";
import type { Drawn } from "@/editor/drawn";
import { drawnText } from "@/editor/drawn-text.test-data";
import { positionsOf } from "@/editor/positions";
import { openText, reading, type TextView } from "@/editor/view";

const TEXT = "Field sources said that the hills near Hama fell.\n\nA second block, with a\nnewline in it.";
const { document: drawn, span, quote } = drawnText(TEXT);
const open: Editor[] = [];

function opened(text = drawn): TextView {
  const host = document.createElement("div");
  document.body.append(host);
  const attributes = { role: "document", "aria-label": "Report text", class: "text" };
  const editor = new Editor({ ...reading(attributes), element: host });
  open.push(editor);
  return openText(editor, text);
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

describe("a text with emphasis", () => {
  const block = {
    ordinal: 0,
    type: "paragraph" as const,
    start: 0,
    before: "",
    attributes: {},
    text: "😊 Field sources said so.",
  };
  const ranges = [
    { is: "bold" as const, start: 2, end: 7 },
    { is: "italic" as const, start: 8, end: 20 },
  ];
  const emphasised = layOut([block], { direction: "ltr", title: "", ranges });

  test("shows the looks, and every character and position is where it is without them", () => {
    const { element, positions } = opened(emphasised);
    expect(element.querySelector(".section-blocks")?.textContent).toBe(block.text);
    const looks = [...element.querySelectorAll("span[class^=look-]")].map((each) => [each.className, each.textContent]);
    expect(looks).toEqual([
      ["look-bold", "Field"],
      ["look-italic", "sources said"],
    ]);
    const plain = positionsOf(layOut([block], { direction: "ltr", title: "" }));
    for (let point = 0; point <= 24; point += 1)
      expect(positions.rangesOf([{ start: point, end: point + 1 }]).map(({ from, to }) => [from, to])).toEqual(
        plain.rangesOf([{ start: point, end: point + 1 }]).map(({ from, to }) => [from, to]),
      );
  });

  test("has a tag's words whole, over looks too", () => {
    const view = opened(emphasised);
    view.draw({ put: [{ ...tag("a", "claim"), spans: [{ start: 4, end: 15 }] }] });
    expect(words(view, "a")).toBe("eld sources");
    expect(view.rangeOf({ start: 4, end: 15 }).toString()).toBe("eld sources");
    view.draw({ remove: ["a"] });
    expect(view.element.querySelector(".section-blocks")?.textContent).toBe(block.text);
  });
});

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
