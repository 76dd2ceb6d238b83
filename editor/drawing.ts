import { type NodeSpec, Schema } from "@tiptap/pm/model";
import type { NodeViewConstructor } from "@tiptap/pm/view";

/** A schema as data; `editor/schema.ts` makes ours. */
export type SchemaData = {
  topNode: string;
  nodes: Record<string, Pick<NodeSpec, "content" | "group" | "whitespace" | "selectable" | "attrs">>;
};

export const schemaOf = (data: SchemaData) => new Schema(data);

const section: NodeViewConstructor = (node) => {
  const dom = document.createElement("div");
  dom.className = "section";
  dom.style.cssText = `--lines: ${Math.round(node.attrs["lines"])}`;
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
    stopEvent: (event) => event.target instanceof Node && margin.contains(event.target),
  };
};

const block: NodeViewConstructor = (node) => {
  const dom = document.createElement(node.attrs["tag"]);
  for (const [name, value] of Object.entries<string>(node.attrs["attributes"])) dom.setAttribute(name, value);
  return { dom, contentDOM: dom };
};

/** How a section (`lines` is about its height before it has been drawn) and a block look on the page. */
export const nodeViews = { section, block };
