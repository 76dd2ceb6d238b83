import { type Attributes, Mark, mergeAttributes, Node, wrappingInputRule } from "@tiptap/core";
import type { TagParseRule } from "@tiptap/pm/model";
import { plainOf } from "@/domain/prose/plain";
import type { AttributeRule } from "@/domain/prose/schema";

/** What a schema says of attributes. */
export type Rules = Readonly<Record<string, AttributeRule>> | undefined;

/** A node or a mark as its schema has it: what it may hold, in ProseMirror’s words, and its attributes. */
export type PartRule = { readonly base: { name: string; content?: string; marks?: string }; readonly rules: Rules };

/** Makes the editor’s node or mark of what a schema says of it. */
export type MakePart = (part: PartRule) => Node | Mark;

/** Attributes are read and written by each part's own HTML, so that none but the schema's is ever taken over. */
export const attributesOf = (rules: Rules): Attributes =>
  Object.fromEntries(
    Object.entries(rules ?? {}).map(([name, { usual }]) => [
      name,
      { rendered: false, ...(usual === undefined ? { isRequired: true } : { default: usual }) },
    ]),
  );

/** Reads a part out of pasted HTML when all its attributes are as the schema says; otherwise it is no such part. */
export function parsed(
  tag: string,
  rules: Rules,
  read: (element: HTMLElement) => Record<string, unknown>,
): TagParseRule {
  return {
    tag,
    getAttrs(element) {
      const attributes = read(element);
      return Object.entries(rules ?? {}).every(([name, { is }]) => is(attributes[name])) ? attributes : false;
    },
  };
}

const keys = { enter: "Enter", tab: "Tab" };

/** What comments and notes are made of. */
export const commonParts: Readonly<Record<string, MakePart>> = {
  doc: ({ base }) => Node.create({ ...base, topNode: true }),
  text: ({ base }) => Node.create({ ...base, group: "inline" }),
  paragraph: ({ base }) =>
    Node.create({
      ...base,
      priority: 1000,
      // Cells of a pasted table stand apart, as they did.
      parseHTML: () => [{ tag: "p" }, { tag: "td" }, { tag: "th" }],
      renderHTML: () => ["p", { dir: "auto" }, 0],
    }),
  bulletList: ({ base }) =>
    Node.create({
      ...base,
      group: "list",
      parseHTML: () => [{ tag: "ul" }],
      renderHTML: () => ["ul", 0],
      addInputRules() {
        return [wrappingInputRule({ find: /^\s*[-*]\s$/, type: this.type })];
      },
      addKeyboardShortcuts() {
        return { "Mod-Shift-8": () => this.editor.commands.toggleList(this.name, "listItem") };
      },
    }),
  orderedList: ({ base }) =>
    Node.create({
      ...base,
      group: "list",
      parseHTML: () => [{ tag: "ol" }],
      renderHTML: () => ["ol", 0],
      addInputRules() {
        return [wrappingInputRule({ find: /^1\.\s$/, type: this.type })];
      },
      addKeyboardShortcuts() {
        return { "Mod-Shift-7": () => this.editor.commands.toggleList(this.name, "listItem") };
      },
    }),
  listItem: ({ base }) =>
    Node.create({
      ...base,
      defining: true,
      parseHTML: () => [{ tag: "li" }],
      renderHTML: () => ["li", 0],
      addKeyboardShortcuts() {
        return {
          [keys.enter]: () => this.editor.commands.splitListItem(this.name),
          [keys.tab]: () => this.editor.commands.sinkListItem(this.name),
          "Shift-Tab": () => this.editor.commands.liftListItem(this.name),
        };
      },
    }),
  reportQuote: ({ base, rules }) =>
    Node.create({
      ...base,
      atom: true,
      draggable: false,
      addAttributes: () => attributesOf(rules),
      parseHTML: () => [
        parsed("blockquote[data-segments]", rules, ({ dataset }) => ({
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
    }),
  mention: ({ base, rules }) =>
    Node.create({
      ...base,
      group: "inline",
      inline: true,
      atom: true,
      selectable: false,
      addAttributes: () => attributesOf(rules),
      parseHTML: () => [
        parsed("span[data-mention]", rules, ({ dataset }) => ({
          userId: dataset["mention"],
          label: dataset["label"],
        })),
      ],
      renderHTML({ node }) {
        const { userId, label } = node.attrs;
        return ["span", { class: "mention", "data-mention": userId, "data-label": label }, `@${label}`];
      },
      renderText: ({ node }) => `@${node.attrs["label"]}`,
    }),
  hardBreak: ({ base }) =>
    Node.create({
      ...base,
      group: "inline",
      inline: true,
      selectable: false,
      parseHTML: () => [{ tag: "br" }],
      renderHTML: () => ["br"],
      renderText: () => "\n",
      addKeyboardShortcuts() {
        return { "Shift-Enter": () => this.editor.commands.insertContent({ type: this.name }) };
      },
    }),
  bold: ({ base }) =>
    Mark.create({
      ...base,
      parseHTML: () => [
        { tag: "strong" },
        { tag: "b", getAttrs: (element) => element.style.fontWeight !== "normal" && null },
        { style: "font-weight", getAttrs: (value) => /^(bold(er)?|[5-9]\d{2})$/.test(value) && null },
      ],
      renderHTML: () => ["strong", 0],
      addKeyboardShortcuts() {
        return { "Mod-b": () => this.editor.commands.toggleMark(this.name) };
      },
    }),
  italic: ({ base }) =>
    Mark.create({
      ...base,
      parseHTML: () => [
        { tag: "em" },
        { tag: "i", getAttrs: (element) => element.style.fontStyle !== "normal" && null },
        { style: "font-style=italic" },
      ],
      renderHTML: () => ["em", 0],
      addKeyboardShortcuts() {
        return { "Mod-i": () => this.editor.commands.toggleMark(this.name) };
      },
    }),
  link: ({ base, rules }) =>
    Mark.create({
      ...base,
      inclusive: false,
      addAttributes: () => attributesOf(rules),
      parseHTML: () => [parsed("a[href]", rules, (element) => ({ href: element.getAttribute("href") }))],
      renderHTML: ({ mark }) => ["a", mergeAttributes({ rel: "noopener noreferrer nofollow" }, mark.attrs), 0],
    }),
};

function asData(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
