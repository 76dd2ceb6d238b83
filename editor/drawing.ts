import { Plugin } from "@tiptap/pm/state";
import type { NodeViewConstructor } from "@tiptap/pm/view";

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

/**
 * How a section (`lines` is about its height before it has been drawn) and a block look on the page. A plugin and not
 * TipTap's own node views, which are replaced when React takes an editor over, with all that was drawn by them.
 */
export const drawingPlugin = () => new Plugin({ props: { nodeViews: { section, block } } });
