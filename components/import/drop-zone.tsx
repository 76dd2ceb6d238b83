"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { filesDropped } from "@/components/import/dropped";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { useSize } from "@/components/values/use-size";
import { importEndings } from "@/domain/document/endings";

const endings = importEndings.map((ending) => `.${ending}`);
const isReadable = ({ name }: File) => endings.some((ending) => name.toLowerCase().endsWith(ending));

/** Takes files by dropping or choosing, and lists what is about to be imported. */
export function DropZone({ files, onChange }: { files: readonly File[]; onChange: (files: readonly File[]) => void }) {
  const t = useTranslations("import");

  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [left, setLeft] = useState<readonly string[]>([]);

  function add(more: readonly File[]) {
    const known = new Set(files.map(identity));
    onChange([...files, ...more.filter((file) => isReadable(file) && !known.has(identity(file)))]);
    setLeft(more.filter((file) => !isReadable(file)).map((file) => file.name));
  }

  return (
    <div className="space-y-3">
      <fieldset
        aria-label={t("drop")}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void filesDropped(event.dataTransfer).then(add);
        }}
        className={classes(
          "flex flex-col items-center gap-3 rounded-3 border border-dashed px-6 py-10 text-center",
          over ? "border-accent bg-accent-wash" : "border-edge bg-surface",
        )}
      >
        <Icon name="upload" className="size-6 text-ink-3" />
        <p className="font-medium">{t("drop")}</p>
        <Button onClick={() => input.current?.click()}>{t("choose")}</Button>
        <p className="text-small text-ink-3">{t("limit")}</p>
        <input
          ref={input}
          type="file"
          multiple
          accept={endings.join(",")}
          aria-label={t("choose")}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </fieldset>
      <div aria-live="polite">
        {left.map((name) => (
          <p key={name} className="text-small text-bad">
            {t("refusedType", { name })}
          </p>
        ))}
      </div>
      {files.length > 0 ? <FileList files={files} onChange={onChange} /> : null}
    </div>
  );
}

function FileList({ files, onChange }: { files: readonly File[]; onChange: (files: readonly File[]) => void }) {
  const t = useTranslations("import");
  const size = useSize();
  return (
    <ul aria-label={t("files")} className="divide-y divide-line rounded-2 border border-line bg-surface text-small">
      {files.map((file) => (
        <li key={identity(file)} className="flex items-center gap-3 py-1 ps-3 pe-1">
          <bdi className="min-w-0 grow truncate">{file.name}</bdi>
          <span className="text-ink-3 tabular-nums">{size(file.size)}</span>
          <IconButton
            label={t("remove", { name: file.name })}
            icon={<Icon name="close" />}
            onClick={() => onChange(files.filter((other) => other !== file))}
          />
        </li>
      ))}
    </ul>
  );
}

function identity(file: File): string {
  return `${file.name}/${file.size}/${file.lastModified}`;
}
