import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { directionOf } from "@/domain/text/direction";

/** The signs of a list stand where its words begin: a list has the direction of its first words. */
export const ListDirection = Extension.create({
  name: "listDirection",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      state: {
        init: (_config, { doc }) => directionsIn(doc),
        apply: (tr, before) => (tr.docChanged ? directionsIn(tr.doc) : before),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});

function directionsIn(doc: Node): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, at) => {
    if (node.type.spec.group === "list") {
      found.push(Decoration.node(at, at + node.nodeSize, { dir: directionOf(node.textContent, "ltr") }));
    }
    return !node.isTextblock;
  });
  return DecorationSet.create(doc, found);
}
