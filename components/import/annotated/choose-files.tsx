"use client";

import { type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { useSize } from "@/components/values/use-size";

/** Files that are listed by name; the others are counted. */
const listed = 20;

const nameOf = (file: File) => file.webkitRelativePath || file.name;
const identity = (file: File) => `${nameOf(file)}/${file.size}/${file.lastModified}`;

/** Takes files of any kind, a folder with all that is in it, or an archive. */
export function ChooseFiles({
  files,
  onChange,
}: {
  files: readonly File[];
  onChange: (files: readonly File[]) => void;
}) {
  const t = useTranslations("importAnnotated");
  const [over, setOver] = useState(false);
  function add(more: readonly File[]) {
    const known = new Set(files.map(identity));
    onChange([...files, ...more.filter((file) => !known.has(identity(file)) && !file.name.startsWith("."))]);
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
          add([...event.dataTransfer.files]);
        }}
        className={classes(
          "flex flex-col items-center gap-3 rounded-3 border border-dashed px-6 py-10 text-center",
          over ? "border-accent bg-accent-wash" : "border-edge bg-surface",
        )}
      >
        <Icon name="upload" className="size-6 text-ink-3" />
        <p className="font-medium">{t("drop")}</p>
        <div className="flex flex-wrap justify-center gap-2">
          <Picker onPick={add}>{t("choose")}</Picker>
          <Picker folder onPick={add}>
            {t("chooseFolder")}
          </Picker>
        </div>
        <p className="text-small text-ink-3">{t("limit")}</p>
      </fieldset>
      {files.length > 0 ? <FileList files={files} onChange={onChange} /> : null}
    </div>
  );
}

function Picker({
  folder = false,
  onPick,
  children,
}: {
  folder?: boolean;
  onPick: (files: readonly File[]) => void;
  children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{children}</Button>
      <input
        ref={(element) => {
          input.current = element;
          element?.toggleAttribute("webkitdirectory", folder);
        }}
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        className="sr-only"
        onChange={(event) => {
          onPick([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}

function FileList({ files, onChange }: { files: readonly File[]; onChange: (files: readonly File[]) => void }) {
  const t = useTranslations("importAnnotated");
  const size = useSize();
  return (
    <ul aria-label={t("files")} className="divide-y divide-line rounded-2 border border-line bg-surface text-small">
      {files.slice(0, listed).map((file) => (
        <li key={identity(file)} className="flex items-center gap-3 py-1 ps-3 pe-1">
          <bdi className="min-w-0 grow truncate">{nameOf(file)}</bdi>
          <span className="text-ink-3 tabular-nums">{size(file.size)}</span>
          <IconButton
            label={t("remove", { name: nameOf(file) })}
            icon={<Icon name="close" />}
            onClick={() => onChange(files.filter((other) => other !== file))}
          />
        </li>
      ))}
      {files.length > listed ? (
        <li className="px-3 py-1.5 text-ink-2">{t("more", { count: files.length - listed })}</li>
      ) : null}
    </ul>
  );
}
