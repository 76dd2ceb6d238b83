import { type Attributes, Extension, Mark, mergeAttributes, Node, wrappingInputRule } from "@tiptap/core";
import { history, redo, undo } from "@tiptap/pm/history";
import type { TagParseRule } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { isProse } from "@/domain/prose/check";
import { plainOf } from "@/domain/prose/plain";
import { type AttributeRule, type Content, commentSchema, LONGEST } from "@/domain/prose/schema";
import { ShownSelection } from "@/editor/prose/shown-selection";

const { nodes, marks } = commentSchema;

/** What a node may hold, in ProseMirror's words. */
const expression = ({ first, of, least }: Content) =>
  first ? `${first} (${of.join(" | ")})*` : `(${of.join(" | ")})${least === 0 ? "*" : "+"}`;

const contentOf = (name: string) => {
  const { holds } = nodes[name] ?? {};
  return holds ? { content: expression(holds) } : {};
};

type Rules = Readonly<Record<string, AttributeRule>> | undefined;

/** Attributes are read and written by each part's own HTML, so that none but the schema's is ever taken over. */
const attributesOf = (rules: Rules): Attributes =>
  Object.fromEntries(Object.keys(rules ?? {}).map((name) => [name, { isRequired: true, rendered: false }]));

/** Reads a part out of pasted HTML when all its attributes are as the schema says; otherwise it is no such part. */
function parsed(tag: string, rules: Rules, read: (element: HTMLElement) => Record<string, unknown>): TagParseRule {
  return {
    tag,
    getAttrs(element) {
      const attributes = read(element);
      return Object.entries(rules ?? {}).every(([name, { is }]) => is(attributes[name])) ? attributes : false;
    },
  };
}

const Doc = Node.create({ name: "doc", topNode: true, ...contentOf("doc") });

const Text = Node.create({ name: "text", group: "inline" });

const Paragraph = Node.create({
  name: "paragraph",
  ...contentOf("paragraph"),
  priority: 1000,
  // Cells of a pasted table stand apart, as they did.
  parseHTML: () => [{ tag: "p" }, { tag: "td" }, { tag: "th" }],
  renderHTML: () => ["p", { dir: "auto" }, 0],
});

const BulletList = Node.create({
  name: "bulletList",
  group: "list",
  ...contentOf("bulletList"),
  parseHTML: () => [{ tag: "ul" }],
  renderHTML: () => ["ul", 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*[-*]\s$/, type: this.type })];
  },
  addKeyboardShortcuts() {
    return { "Mod-Shift-8": () => this.editor.commands.toggleList(this.name, "listItem") };
  },
});

const OrderedList = Node.create({
  name: "orderedList",
  group: "list",
  ...contentOf("orderedList"),
  parseHTML: () => [{ tag: "ol" }],
  renderHTML: () => ["ol", 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^1\.\s$/, type: this.type })];
  },
  addKeyboardShortcuts() {
    return { "Mod-Shift-7": () => this.editor.commands.toggleList(this.name, "listItem") };
  },
});

const ListItem = Node.create({
  name: "listItem",
  ...contentOf("listItem"),
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: () => ["li", 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      "Shift-Tab": () => this.editor.commands.liftListItem(this.name),
    };
  },
});

const ReportQuote = Node.create({
  name: "reportQuote",
  atom: true,
  draggable: false,
  addAttributes: () => attributesOf(nodes["reportQuote"]?.attributes),
  parseHTML: () => [
    parsed("blockquote[data-segments]", nodes["reportQuote"]?.attributes, ({ dataset }) => ({
      revisionId: dataset["revision"],
      segments: asData(dataset["segments"]),
    })),
  ],
  renderHTML({ node }) {
    const { revisionId, segments } = node.attrs;
    const words = plainOf({ type: "doc", content: [{ type: "reportQuote", attrs: { revisionId, segments } }] });
    const kept = { "data-revision": revisionId, "data-segments": JSON.stringify(segments), dir: "auto" };
    return ["blockquote", kept, words.replace(/^> /gm, "")];
  },
});

const Mention = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => attributesOf(nodes["mention"]?.attributes),
  parseHTML: () => [
    parsed("span[data-mention]", nodes["mention"]?.attributes, ({ dataset }) => ({
      userId: dataset["mention"],
      label: dataset["label"],
    })),
  ],
  renderHTML({ node }) {
    const { userId, label } = node.attrs;
    return ["span", { class: "mention", "data-mention": userId, "data-label": label }, `@${label}`];
  },
  renderText: ({ node }) => `@${node.attrs["label"]}`,
});

const HardBreak = Node.create({
  name: "hardBreak",
  group: "inline",
  inline: true,
  selectable: false,
  parseHTML: () => [{ tag: "br" }],
  renderHTML: () => ["br"],
  renderText: () => "\n",
  addKeyboardShortcuts() {
    return { "Shift-Enter": () => this.editor.commands.insertContent({ type: this.name }) };
  },
});

const Bold = Mark.create({
  name: "bold",
  parseHTML: () => [
    { tag: "strong" },
    { tag: "b", getAttrs: (element) => element.style.fontWeight !== "normal" && null },
    { style: "font-weight", getAttrs: (value) => /^(bold(er)?|[5-9]\d{2})$/.test(value) && null },
  ],
  renderHTML: () => ["strong", 0],
  addKeyboardShortcuts() {
    return { "Mod-b": () => this.editor.commands.toggleMark(this.name) };
  },
});

const Italic = Mark.create({
  name: "italic",
  parseHTML: () => [
    { tag: "em" },
    { tag: "i", getAttrs: (element) => element.style.fontStyle !== "normal" && null },
    { style: "font-style=italic" },
  ],
  renderHTML: () => ["em", 0],
  addKeyboardShortcuts() {
    return { "Mod-i": () => this.editor.commands.toggleMark(this.name) };
  },
});

const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => attributesOf(marks["link"]?.attributes),
  parseHTML: () => [
    parsed("a[href]", marks["link"]?.attributes, (element) => ({ href: element.getAttribute("href") })),
  ],
  renderHTML: ({ mark }) => ["a", mergeAttributes({ rel: "noopener noreferrer nofollow" }, mark.attrs), 0],
});

const UndoRedo = Extension.create({
  name: "undoRedo",
  addProseMirrorPlugins: () => [history()],
  addKeyboardShortcuts() {
    const run = (command: typeof undo) => () => command(this.editor.state, this.editor.view.dispatch);
    return { "Mod-z": run(undo), "Mod-Shift-z": run(redo), "Mod-y": run(redo) };
  },
});

/** Keeps to what can be sent: what would make a text too long or nest it too deep does nothing, and is told. */
export const Bounds = Extension.create<{ refused: () => void }>({
  name: "bounds",
  addOptions: () => ({ refused: () => undefined }),
  addProseMirrorPlugins() {
    const { refused } = this.options;
    return [
      new Plugin({
        filterTransaction(transaction) {
          if (!transaction.docChanged) return true;
          const prose: unknown = transaction.doc.toJSON();
          const fits = isProse(prose, commentSchema) && plainOf(prose).length <= LONGEST;
          if (!fits) refused();
          return fits;
        },
      }),
    ];
  },
});

/** All that a comment is written with: the schema's nodes and marks, and taking back. Pasted text is cleaned to it. */
export const proseExtensions = [
  Doc,
  Paragraph,
  Text,
  BulletList,
  OrderedList,
  ListItem,
  ReportQuote,
  Mention,
  HardBreak,
  Bold,
  Italic,
  Link,
  UndoRedo,
  ShownSelection,
];

function asData(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
