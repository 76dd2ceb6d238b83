"use client";

import "./guidelines.css";
import { type Editor, useEditorState } from "@tiptap/react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { FormatBar } from "@/components/prose/format-bar";
import { ProseEditor, type WritingForm } from "@/components/prose/prose-editor";
import { guidelinesTools, taggingTools } from "@/components/prose/tools";
import { Glyph } from "@/components/tag/glyph";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { saveFile } from "@/components/ui/save-file";
import { coreKinds, isCoreKind } from "@/domain/kind-values";
import { isProse } from "@/domain/prose/check";
import { guidelinesSchema } from "@/domain/prose/guidelines-schema";
import type { NotHeld } from "@/domain/prose/markdown/join-inline";
import { fromMarkdown } from "@/domain/prose/markdown/read";
import { toMarkdown } from "@/domain/prose/markdown/write";
import type { Prose } from "@/domain/prose/prose";
import { guidelinesParts, PastedMarkdown } from "@/editor/prose/guidelines-parts";

/** A label of the project's codebook, as far as examples name it. */
export type NamedLabel = { readonly slug: string; readonly name: string };

type GuidelinesEditorProps = {
  value: Prose;
  labels: readonly NamedLabel[];
  /** The name of the file that they are exported to, without its ending. */
  file: string;
  /** Conventions to begin with, in Markdown; left out where there are some already. */
  begin?: string | undefined;
  onChange: (prose: Prose) => void;
};

/** Where guidelines are written. */
export function GuidelinesEditor({ value, labels, file, begin, onChange }: GuidelinesEditorProps) {
  const t = useTranslations("guidelines");
  const panels = useTranslations("panels");
  const kinds = [
    ...coreKinds.map((kind) => ({ kind: `${kind}`, name: panels(`kinds.${kind}`) })),
    ...labels.map(({ slug, name }) => ({ kind: `label:${slug}`, name })),
  ];
  const nameOf = (kind: string) => kinds.find((each) => each.kind === kind)?.name ?? kind.replace(/^label:/, "");
  const [form] = useState(
    (): WritingForm => ({
      schema: guidelinesSchema,
      parts: guidelinesParts(nameOf),
      more: [PastedMarkdown],
      tools: guidelinesTools,
      under: (editor) => (
        <>
          <Tagging editor={editor} kinds={kinds} />
          <Files editor={editor} file={file} begin={begin} />
        </>
      ),
    }),
  );
  return (
    <div className="guidelines guidelines-editor">
      <ProseEditor
        form={form}
        label={t("label")}
        placeholder={t("placeholder")}
        words={value}
        people={[]}
        onWords={(words) => {
          if (typeof words !== "string") onChange(words);
        }}
      />
    </div>
  );
}

/** What the chosen words of an example are tagged as. */
function Tagging({ editor, kinds }: { editor: Editor; kinds: readonly { kind: string; name: string }[] }) {
  const t = useTranslations("guidelines");
  const inExample = useEditorState({ editor, selector: ({ editor: now }) => now.isActive("example") });
  if (!inExample) return null;
  const tools = taggingTools(
    kinds.map(({ kind, name }) => ({ kind, name, sign: <Glyph kind={isCoreKind(kind) ? kind : "custom"} /> })),
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-small text-ink-2">{t("tagAs")}</span>
      <FormatBar editor={editor} tools={tools} label={t("tagAs")} />
    </div>
  );
}

const most = guidelinesSchema.longest;

function markdownOf(editor: Editor): string {
  const prose: unknown = editor.getJSON();
  return isProse(prose, guidelinesSchema) ? toMarkdown(prose) : "";
}

/** Markdown in and out. What a file says that guidelines can't hold is told. */
function Files({ editor, file, begin }: { editor: Editor; file: string; begin: string | undefined }) {
  const t = useTranslations("guidelines");
  const input = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<string>();
  const empty = useEditorState({ editor, selector: ({ editor: now }) => now.isEmpty });

  const put = (markdown: string): readonly NotHeld[] => {
    const { prose, notHeld } = fromMarkdown(markdown);
    editor.commands.setContent(prose, { emitUpdate: true });
    editor.view.focus();
    return notHeld;
  };
  const read = async (chosen: File) => {
    const source = await chosen.text();
    if (source.length > most) return setTold(t("tooLong", { most }));
    if (source.includes("\ufffd")) return setTold(t("notUtf8"));
    const notHeld = put(source);
    setTold(notHeld.length === 0 ? t("read") : `${t("read")} ${notHeld.map((each) => t(`notHeld.${each}`)).join(" ")}`);
  };
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2">
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t("import")}
        accept=".md,.markdown,.txt,text/markdown,text/plain"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          target.value = "";
          if (chosen) void read(chosen);
        }}
      />
      <Button size="small" icon={<Icon name="upload" />} onClick={() => input.current?.click()}>
        {t("import")}
      </Button>
      {empty ? null : (
        <Button
          size="small"
          icon={<Icon name="download" />}
          onClick={() => saveFile(markdownOf(editor), "text/markdown;charset=utf-8", `${file}.md`)}
        >
          {t("export")}
        </Button>
      )}
      {empty && begin !== undefined ? (
        <Button size="small" onClick={() => put(begin)}>
          {t("begin")}
        </Button>
      ) : null}
      <p role="status" className="basis-full text-small text-ink-2 empty:hidden">
        {told}
      </p>
    </div>
  );
}
