import type { Editor } from "@tiptap/react";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { ReportQuote } from "@/domain/prose/prose";

type ToolName =
  | "bold"
  | "italic"
  | "link"
  | "bulletList"
  | "orderedList"
  | "quote"
  | "heading1"
  | "heading2"
  | "heading3"
  | "example"
  | "code";

/** A button of the bar: a drawing with a name of the interface, or one with the name of a kind beside it. */
export type ProseTool = {
  readonly name: ToolName | "tagAs";
  readonly named?: string;
  readonly icon: ReactNode;
  readonly kbd?: string;
  readonly isOn?: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
};

/** Not by TipTap's command, which waits for a frame: keys that come before it would be lost. */
const back = (editor: Editor) => editor.view.focus();

const marking = (name: "bold" | "italic" | "code", icon: ReactNode, kbd: string): ProseTool => ({
  name,
  icon,
  kbd,
  isOn: (editor) => editor.isActive(name),
  run(editor) {
    back(editor);
    editor.commands.toggleMark(name);
  },
});

const listing = (name: "bulletList" | "orderedList", icon: ReactNode, kbd: string): ProseTool => ({
  name,
  icon,
  kbd,
  isOn: (editor) => editor.isActive(name),
  run(editor) {
    back(editor);
    editor.commands.toggleList(name, "listItem");
  },
});

const bold = marking("bold", <Icon name="bold" />, "Control+B");
const italic = marking("italic", <Icon name="italic" />, "Control+I");
const bullets = listing("bulletList", <Icon name="bullets" />, "Control+Shift+8");
const numbers = listing("orderedList", <Icon name="numbers" />, "Control+Shift+7");

const linking = (onLink: () => void): ProseTool => ({
  name: "link",
  icon: <Icon name="link" />,
  kbd: "Control+K",
  isOn: (editor) => editor.isActive("link"),
  run: onLink,
});

const quoting = (quotable: () => ReportQuote["attrs"] | undefined): ProseTool => ({
  name: "quote",
  icon: <Icon name="quote" />,
  run(editor) {
    back(editor);
    const attrs = quotable();
    if (attrs) editor.commands.insertContent([{ type: "reportQuote", attrs }, { type: "paragraph" }]);
  },
});

const heading = (level: 1 | 2 | 3): ProseTool => ({
  name: `heading${level}`,
  icon: <span className="text-small font-semibold">{`H${level}`}</span>,
  kbd: `Control+Alt+${level}`,
  isOn: (editor) => editor.isActive("heading", { level }),
  run(editor) {
    back(editor);
    editor.commands.toggleNode("heading", "paragraph", { level });
  },
});

const example: ProseTool = {
  name: "example",
  icon: <Icon name="example" />,
  kbd: "Control+Shift+E",
  isOn: (editor) => editor.isActive("example"),
  run(editor) {
    back(editor);
    editor.commands.toggleNode("example", "paragraph");
  },
};

export type Tools = {
  /** Asks for an address. */
  onLink: () => void;
  /** The words of the report that would be quoted now; left out where there is no report. */
  quotable?: (() => ReportQuote["attrs"] | undefined) | undefined;
};

/** The buttons for a comment or a note. */
export const shortTools = ({ onLink, quotable }: Tools): readonly ProseTool[] => [
  bold,
  italic,
  linking(onLink),
  bullets,
  numbers,
  ...(quotable ? [quoting(quotable)] : []),
];

/** The buttons for guidelines. */
export const guidelinesTools = ({ onLink }: Tools): readonly ProseTool[] => [
  heading(1),
  heading(2),
  heading(3),
  bold,
  italic,
  marking("code", <Icon name="code" />, "Control+E"),
  linking(onLink),
  bullets,
  numbers,
  example,
];

/** The buttons that tag the chosen words of an example. */
export const taggingTools = (kinds: readonly { kind: string; name: string; sign: ReactNode }[]): readonly ProseTool[] =>
  kinds.map(({ kind, name, sign }) => ({
    name: "tagAs",
    named: name,
    icon: sign,
    isOn: (editor) => editor.isActive("tagged", { kind }),
    run(editor) {
      back(editor);
      if (editor.isActive("tagged", { kind })) editor.chain().extendMarkRange("tagged").unsetMark("tagged").run();
      else editor.commands.setMark("tagged", { kind });
    },
  }));
