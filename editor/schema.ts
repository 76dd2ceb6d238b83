import { getSchema, Node } from "@tiptap/core";
import type { NodeViewConstructor } from "@tiptap/pm/view";

const Doc = Node.create({ name: "doc", topNode: true, content: "section*" });

const Text = Node.create({ name: "text", group: "inline" });

/** About 25 blocks that are drawn or left out together; its margin holds bars and threads beside the words. */
const Section = Node.create({
  name: "section",
  content: "block+",
  selectable: false,
  addAttributes: () => ({ at: { default: 0 }, lines: { default: 1 } }),
  renderHTML: ({ node }) => ["div", sectionAttributes(node.attrs["at"], node.attrs["lines"]), 0],
});

const Block = Node.create({
  name: "block",
  content: "text*",
  selectable: false,
  whitespace: "pre",
  addAttributes: () => ({ tag: { default: "p" }, attributes: { default: {} } }),
  renderHTML: ({ node }) => [node.attrs["tag"], node.attrs["attributes"], 0],
});

/**
 * What a drawn text is made of. TipTap makes the schema; its editor, which is there for writing (commands, history,
 * input rules), is left out: a report is read and marked, never written in.
 */
export const schema = getSchema([Doc, Section, Block, Text]);

const section: NodeViewConstructor = (node) => {
  const dom = document.createElement("div");
  const { class: name, style } = sectionAttributes(node.attrs["at"], node.attrs["lines"]);
  dom.className = name;
  dom.style.cssText = style;
  dom.dataset["section"] = String(node.attrs["at"]);
  const margin = document.createElement("div");
  margin.className = "section-margin";
  const contentDOM = document.createElement("div");
  contentDOM.className = "section-blocks";
  dom.append(margin, contentDOM);
  return {
    dom,
    contentDOM,
    ignoreMutation: (mutation) => margin.contains(mutation.target),
    stopEvent: (event) => event.target instanceof globalThis.Node && margin.contains(event.target),
  };
};

export const nodeViews = { section };

/** What a drawn section carries; `lines` is about its height before it has been drawn. */
export const sectionAttributes = (at: number, lines: number) => ({
  class: "section",
  style: `--lines: ${Math.round(lines)}`,
  "data-section": `${at}`,
});
