import { getSchema, Node } from "@tiptap/core";
import type { SchemaData } from "@/editor/drawing";

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

/**
 * What a drawn text is made of, as TipTap makes it. The server hands it over as data: TipTap's editor is there for
 * writing (commands, history, input rules), and a report is read and marked, never written in, so that its scripts
 * need not be fetched.
 */
export const schema: SchemaData = asData();

function asData(): SchemaData {
  const { spec, nodes } = getSchema([Doc, Section, Block, Text]);
  const said = Object.entries(nodes).map(([name, { spec: of }]) => {
    const { content, group, whitespace, selectable, attrs } = of;
    return [name, { content, group, whitespace, selectable, attrs }];
  });
  // JSON leaves out what was left unsaid.
  return JSON.parse(JSON.stringify({ topNode: spec.topNode, nodes: Object.fromEntries(said) }));
}
