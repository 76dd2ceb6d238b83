import { Mark, Node } from "@tiptap/core";

const Doc = Node.create({ name: "doc", topNode: true, content: "section*" });

const Text = Node.create({ name: "text", group: "inline" });

/** About 25 blocks that are drawn or left out together; its margin holds bars and threads beside the words. */
const Section = Node.create({
  name: "section",
  content: "block+",
  selectable: false,
  addAttributes: () => ({ at: { default: 0 }, lines: { default: 1 } }),
});

const Block = Node.create({
  name: "block",
  content: "text*",
  selectable: false,
  whitespace: "pre",
  addAttributes: () => ({ tag: { default: "p" }, attributes: { default: {} } }),
});

/** How a document shows some words: bold, raised. Marks have no width, so that no position depends on them. */
const Look = Mark.create({
  name: "look",
  addAttributes: () => ({ classes: { default: "" } }),
  renderHTML: ({ mark }) => ["span", { class: mark.attrs["classes"] }, 0],
});

/** What a drawn text is made of. `editor/drawing.ts` draws it: none of it is ever written or read as HTML. */
export const textNodes = [Doc, Section, Block, Text, Look];
