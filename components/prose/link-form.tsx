"use client";

import type { Editor } from "@tiptap/react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { isSafeHref } from "@/domain/prose/safe-href";
import { showSelection } from "@/editor/prose/shown-selection";

/** Where the chosen words lead; without chosen words the address itself is written. Escape leaves them as they were. */
export function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useTranslations("ui.prose");
  const before: unknown = editor.getAttributes("link")["href"];
  const [address, setAddress] = useState(typeof before === "string" ? before : "");
  const [wrong, setWrong] = useState(false);

  useEffect(() => {
    showSelection(editor.view, true);
    return () => {
      if (!editor.isDestroyed) showSelection(editor.view, false);
    };
  }, [editor]);

  const done = () => {
    // Not by TipTap's command, which waits for a frame: keys that come before it would be lost.
    editor.view.focus();
    onDone();
  };
  const apply = () => {
    const href = written(address.trim());
    if (!isSafeHref(href)) return setWrong(true);
    const link = { type: "link", attrs: { href } };
    if (editor.state.selection.empty && !editor.isActive("link")) {
      editor.commands.insertContent({ type: "text", text: address.trim(), marks: [link] });
    } else editor.chain().extendMarkRange("link").setMark("link", link.attrs).run();
    done();
  };
  const remove = () => {
    editor.chain().extendMarkRange("link").unsetMark("link").run();
    done();
  };

  return (
    <fieldset className="m-0 flex min-w-0 flex-wrap items-center gap-1.5 border-0 p-0">
      <Input
        autoFocus
        dir="ltr"
        aria-label={t("address")}
        placeholder="https://"
        className="min-h-7 grow basis-40"
        aria-invalid={wrong || undefined}
        value={address}
        onChange={({ target }) => {
          setAddress(target.value);
          setWrong(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") apply();
          else if (event.key === "Escape") done();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <Button size="small" onClick={apply}>
        {t("apply")}
      </Button>
      {typeof before === "string" ? (
        <Button size="small" variant="quiet" onClick={remove}>
          {t("remove")}
        </Button>
      ) : null}
      {wrong ? (
        <p role="alert" className="basis-full text-tiny text-bad">
          {t("noAddress")}
        </p>
      ) : null}
    </fieldset>
  );
}

/** People leave out what every address begins with. */
function written(address: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(address) || !address.includes(".")) return address;
  return address.includes("@") && !address.includes("/") ? `mailto:${address}` : `https://${address}`;
}
