"use client";

import "./prose.css";
import { Editor, EditorContent, type EditorOptions, type Extensions, useEditorState } from "@tiptap/react";
import { type ReactNode, useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { FormatBar } from "@/components/prose/format-bar";
import { LinkForm } from "@/components/prose/link-form";
import { MentionList } from "@/components/prose/mention-list";
import type { Person } from "@/components/prose/person";
import { type ProseTool, shortTools, type Tools } from "@/components/prose/tools";
import { useMentions } from "@/components/prose/use-mentions";
import { classes } from "@/components/ui/classes";
import { inputLook } from "@/components/ui/input";
import { isProse } from "@/domain/prose/check";
import { plainOf, proseOf } from "@/domain/prose/plain";
import type { Prose, ReportQuote } from "@/domain/prose/prose";
import { commentSchema, noteSchema, type ProseSchema } from "@/domain/prose/schema";
import { positionIn, takeSelection } from "@/editor/prose/caret";
import { Bounds, proseExtensions } from "@/editor/prose/extensions";
import type { MakePart } from "@/editor/prose/parts";

/** What is written, and with which parts and buttons; a comment when left out. Taken as it is when the editor begins. */
export type WritingForm = {
  readonly schema: ProseSchema;
  readonly parts?: Readonly<Record<string, MakePart>>;
  readonly more?: Extensions;
  readonly tools: (tools: Tools) => readonly ProseTool[];
  /** What stands below the buttons. */
  readonly under?: (editor: Editor) => ReactNode;
};

const forms = {
  comment: { schema: commentSchema, tools: shortTools },
  note: { schema: noteSchema, tools: shortTools },
} satisfies Record<string, WritingForm>;

export type ProseEditorProps = {
  form?: keyof typeof forms | WritingForm | undefined;
  label: string;
  placeholder: string;
  /** Plain words, or a text with formatting. */
  words: string | Prose;
  /** Who is offered after an `@`. */
  people: readonly Person[];
  /** The words of the report that would be quoted now; left out where there is no report. */
  quotable?: (() => ReportQuote["attrs"] | undefined) | undefined;
  /** Where the caret begins, in plain words (UTF-16 units); left out: the keyboard stays where it is. */
  caret?: number | undefined;
  onWords: (words: string | Prose) => void;
  /** Ctrl+Enter. */
  onSend?: (() => void) | undefined;
  /** Escape. */
  onLeave?: (() => void) | undefined;
};

const asProse = (words: string | Prose): Prose => (typeof words === "string" ? proseOf(words) : words);

const formOf = ({ form = "comment" }: Pick<ProseEditorProps, "form">): WritingForm =>
  typeof form === "string" ? forms[form] : form;

/** Where text with formatting is written: TipTap's editor, with a bar of buttons while one is in it. */
export function ProseEditor(props: ProseEditorProps) {
  const { words, onWords } = props;
  const form = formOf(props);
  const { schema } = form;
  const agreed = useRef(words);
  const [full, setFull] = useState(false);
  const agree = useEffectEvent((prose: Prose) => {
    agreed.current = prose;
    setFull(false);
    onWords(prose);
  });
  const editor = useTipTap(() => ({
    extensions: [
      ...proseExtensions(schema, form.parts),
      ...(form.more ?? []),
      Bounds.configure({ schema, refused: () => setFull(true) }),
    ],
    content: asProse(words),
    injectCSS: false,
  }));
  useLayoutEffect(() => {
    const written = ({ editor: now }: { editor: Editor }) => {
      const prose: unknown = now.getJSON();
      if (isProse(prose, schema)) agree(prose);
    };
    editor?.on("update", written);
    return () => void editor?.off("update", written);
  }, [editor, schema]);
  useEffect(() => {
    if (!editor || words === agreed.current) return;
    agreed.current = words;
    // What was sent is not taken back into the box, nor a draft out of it.
    editor.chain().setMeta("addToHistory", false).setContent(asProse(words), { emitUpdate: false }).run();
  }, [words, editor]);
  return editor ? <Writing editor={editor} full={full} {...props} /> : null;
}

/**
 * TipTap's editor, made before anything is painted and ended with its place. Its own hook ends an editor that is not
 * shown within a millisecond, while React may still be drawing with it.
 */
function useTipTap(options: () => Partial<EditorOptions>): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null);
  const make = useEffectEvent(() => new Editor(options()));
  useLayoutEffect(() => {
    const made = make();
    setEditor(made);
    return () => made.destroy();
  }, []);
  return editor;
}

function Writing({ editor, full, ...props }: { editor: Editor; full: boolean } & ProseEditorProps) {
  const { label, placeholder, people, quotable, onSend, onLeave } = props;
  const form = formOf(props);
  const t = useTranslations("ui.prose");
  const list = useId();
  const [linking, setLinking] = useState(false);
  const { offered, at, take, press } = useMentions(editor, people);
  const empty = useEditorState({ editor, selector: ({ editor: { isEmpty } }) => isEmpty });
  useStart(editor, props);

  const link = () => {
    takeSelection(editor.view);
    setLinking(true);
  };
  const onKeyDown = (_view: unknown, event: KeyboardEvent): boolean => {
    if (event.isComposing) return false;
    if (press(event)) return true;
    const withMod = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && withMod && onSend) onSend();
    else if (event.key.toLowerCase() === "k" && withMod) link();
    else if (event.key === "Escape" && onLeave) onLeave();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  useLayoutEffect(() => {
    editor.setOptions({
      editorProps: {
        handleKeyDown: onKeyDown,
        // ProseMirror would keep Escape for itself: it is for whatever is around, unless it closes something here.
        handleDOMEvents: {
          keydown: (_view, { key, isComposing }) =>
            key === "Escape" && !isComposing && !onLeave && offered.length === 0,
        },
        attributes: {
          class: "prose-text",
          "aria-label": label,
          "aria-multiline": "true",
          "aria-placeholder": placeholder,
          "aria-autocomplete": "list",
          ...(offered.length > 0 ? { "aria-controls": list, "aria-activedescendant": `${list}-${at}` } : {}),
        },
      },
    });
  });

  return (
    <div className="group/prose relative flex flex-col gap-1">
      <div className={classes(inputLook, "prose-editor relative px-2.5 py-1 leading-relaxed")}>
        {empty ? (
          <span aria-hidden="true" className="pointer-events-none absolute text-ink-3">
            {placeholder}
          </span>
        ) : null}
        <EditorContent editor={editor} />
      </div>
      {offered.length > 0 ? (
        <div className="relative -mt-1">
          <MentionList id={list} label={t("mention")} people={offered} at={at} onTake={take} />
        </div>
      ) : null}
      {linking ? <LinkForm editor={editor} onDone={() => setLinking(false)} /> : null}
      <div className={empty && !linking && !form.under ? "hidden group-focus-within/prose:block" : ""}>
        <FormatBar editor={editor} tools={form.tools({ onLink: link, quotable })} label={t("formatting")} />
        {form.under?.(editor)}
      </div>
      {full ? (
        <p role="status" className="text-tiny text-wait">
          {t("full")}
        </p>
      ) : null}
    </div>
  );
}

/** Takes the keyboard over where it was in the plain field before. */
function useStart(editor: Editor, { words, caret }: ProseEditorProps) {
  const start = useRef(caret === undefined ? undefined : { words, caret });
  useLayoutEffect(() => {
    if (!start.current) return;
    const { words: first, caret: at } = start.current;
    start.current = undefined;
    const place = typeof first === "string" ? positionIn(first, at) : plainOf(first).length;
    editor.commands.setTextSelection(Math.min(place, editor.state.doc.content.size));
    editor.view.focus();
  }, [editor]);
}
