"use client";

import { useTranslations } from "use-intl";
import { TextField } from "@/components/reader/inspector/fields";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";

/** Names in a row that can be taken out, and a field for one more. */
export function NameList({
  label,
  add,
  hint,
  value,
  most,
  disabled,
  onChange,
}: {
  label: string;
  add: string;
  hint?: string | undefined;
  value: readonly string[];
  most: number;
  disabled: boolean;
  onChange: (value: string[]) => void;
}) {
  const remove = useTranslations("panels.entity");
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-small text-ink-2">{label}</span>
      {value.map((name) => (
        <span key={name} className="flex items-center gap-1 text-small">
          <span dir="auto" className="grow">
            {name}
          </span>
          <IconButton
            size="small"
            label={remove("remove", { name })}
            icon={<Icon name="close" />}
            disabled={disabled}
            onClick={() => onChange(value.filter((each) => each !== name))}
          />
        </span>
      ))}
      {hint ? <p className="text-small text-ink-3">{hint}</p> : null}
      <TextField
        key={value.length}
        label={add}
        inline={false}
        value=""
        disabled={disabled || value.length >= most}
        onChange={(name) => {
          const tidied = name?.trim().slice(0, 200);
          if (tidied && !value.includes(tidied)) onChange([...value, tidied]);
        }}
      />
    </div>
  );
}
