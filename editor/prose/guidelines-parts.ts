import { Extension, Mark, Node, textblockTypeInputRule, wrappingInputRule } from "@tiptap/core";
import { exitCode } from "@tiptap/pm/commands";
import { Node as DocumentNode, Fragment, Slice } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { fromMarkdown } from "@/domain/prose/markdown/read";
import { proseOf } from "@/domain/prose/plain";
import { attributesOf, type MakePart, parsed } from "@/editor/prose/parts";

const levels = [1, 2, 3] as const;
const LOWER = 2;
const enter = "Enter";

/** Headings stand below those of the page that the guidelines are on. */
const heading: MakePart = ({ base, rules }) =>
  Node.create({
    ...base,
    defining: true,
    addAttributes: () => attributesOf(rules),
    parseHTML: () =>
      [1, 2, 3, 4, 5, 6].map((level) =>
        parsed(`h${level}`, rules, ({ dataset }) => ({ level: Number(dataset["level"] ?? Math.min(3, level)) })),
      ),
    renderHTML: ({ node }) => {
      const level = Number(node.attrs["level"]);
      return [`h${level + LOWER}`, { "data-level": level, dir: "auto" }, 0];
    },
    addInputRules() {
      const find = /^(#{1,3})\s$/;
      return [
        textblockTypeInputRule({ find, type: this.type, getAttributes: ([, signs = ""]) => ({ level: signs.length }) }),
      ];
    },
    addKeyboardShortcuts() {
      const toggle = (level: number) => () => this.editor.commands.toggleNode(this.name, "paragraph", { level });
      return Object.fromEntries(levels.map((level) => [`Mod-Alt-${level}`, toggle(level)]));
    },
  });

const orderedList: MakePart = ({ base, rules }) =>
  Node.create({
    ...base,
    group: "list",
    addAttributes: () => attributesOf(rules),
    parseHTML: () => [
      parsed("ol", rules, (element) => ({ start: Number(element.getAttribute("start") ?? 1) })),
      { tag: "ol" },
    ],
    renderHTML: ({ node }) => ["ol", { start: node.attrs["start"] }, 0],
    addInputRules() {
      const find = /^(\d{1,9})\.\s$/;
      return [wrappingInputRule({ find, type: this.type, getAttributes: ([, start]) => ({ start: Number(start) }) })];
    },
    addKeyboardShortcuts() {
      return { "Mod-Shift-7": () => this.editor.commands.toggleList(this.name, "listItem") };
    },
  });

const blockquote: MakePart = ({ base }) =>
  Node.create({
    ...base,
    defining: true,
    parseHTML: () => [{ tag: "blockquote" }],
    renderHTML: () => ["blockquote", 0],
    addInputRules() {
      return [wrappingInputRule({ find: /^>\s$/, type: this.type })];
    },
  });

const horizontalRule: MakePart = ({ base }) =>
  Node.create({ ...base, parseHTML: () => [{ tag: "hr" }], renderHTML: () => ["hr"] });

const codeBlock: MakePart = ({ base }) =>
  Node.create({
    ...base,
    code: true,
    defining: true,
    parseHTML: () => [{ tag: "pre", preserveWhitespace: "full" }],
    renderHTML: () => ["pre", { dir: "ltr" }, ["code", 0]],
    addInputRules() {
      return [textblockTypeInputRule({ find: /^```\s$/, type: this.type })];
    },
    addKeyboardShortcuts() {
      return {
        /** A third empty line leaves the block. */
        [enter]: () => {
          const { state, view } = this.editor;
          const { $from, empty } = state.selection;
          const isEnd = empty && $from.parent.type === this.type && $from.parentOffset === $from.parent.content.size;
          if (!isEnd || !$from.parent.textContent.endsWith("\n\n")) return false;
          view.dispatch(state.tr.delete($from.pos - 2, $from.pos));
          return exitCode(view.state, view.dispatch);
        },
      };
    },
  });

const example: MakePart = ({ base }) =>
  Node.create({
    ...base,
    defining: true,
    parseHTML: () => [{ tag: "div[data-example]" }],
    renderHTML: () => ["div", { class: "prose-example", "data-example": "", dir: "auto" }, 0],
    addKeyboardShortcuts() {
      return { "Mod-Shift-e": () => this.editor.commands.toggleNode(this.name, "paragraph") };
    },
  });

const code: MakePart = ({ base }) =>
  Mark.create({
    ...base,
    parseHTML: () => [{ tag: "code" }],
    renderHTML: () => ["code", 0],
    addKeyboardShortcuts() {
      return { "Mod-e": () => this.editor.commands.toggleMark(this.name) };
    },
  });

const tagged =
  (nameOf: (kind: string) => string): MakePart =>
  ({ base, rules }) =>
    Mark.create({
      ...base,
      inclusive: false,
      addAttributes: () => attributesOf(rules),
      parseHTML: () => [parsed("mark[data-kind]", rules, ({ dataset }) => ({ kind: dataset["kind"] }))],
      renderHTML: ({ mark }) => {
        const kind = String(mark.attrs["kind"]);
        return ["mark", { class: "tagged", "data-kind": kind, "data-name": nameOf(kind) }, 0];
      },
    });

/** What guidelines have that comments do not; `nameOf` gives the name of a kind of tag in the project’s words. */
export const guidelinesParts = (nameOf: (kind: string) => string): Readonly<Record<string, MakePart>> => ({
  heading,
  orderedList,
  blockquote,
  horizontalRule,
  codeBlock,
  example,
  code,
  tagged: tagged(nameOf),
});

/** Plain text that is pasted is read as Markdown, except as plain text (Ctrl+Shift+V), in an example and in code. */
export const PastedMarkdown = Extension.create({
  name: "pastedMarkdown",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        clipboardTextParser(text, $context, plain, view) {
          const { schema } = view.state;
          if ($context.parent.type.name === "example") return new Slice(Fragment.from(schema.text(text)), 0, 0);
          const prose = plain ? proseOf(text) : fromMarkdown(text).prose;
          const document = DocumentNode.fromJSON(schema, prose);
          return Slice.maxOpen(document.content);
        },
      },
    }),
  ],
});
