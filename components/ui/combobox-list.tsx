"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";
import type { ComboboxProps, ComboboxState } from "@/components/ui/use-combobox";

type Shown = {
  id: string;
  label: string;
  value: string | null;
  busy: boolean | undefined;
  createLabel: ComboboxProps["createLabel"];
  state: ComboboxState;
};

/** What a combobox proposes, and what can be made of the words in it. */
export function ComboboxList({ id, label, value, busy, createLabel, state }: Shown) {
  const t = useTranslations("ui");
  const { shown, creatable, at, last, query, take, setActive } = state;
  return (
    <>
      <div id={id} role="listbox" aria-label={label} aria-busy={busy ?? false}>
        {shown.map((option, index) => (
          <Row
            key={option.value}
            id={`${id}-${index}`}
            active={index === at}
            selected={option.value === value}
            onTake={() => take(index)}
            onPoint={() => setActive(index)}
          >
            {option.icon}
            <span dir="auto" className="min-w-0 grow truncate">
              {option.label}
            </span>
            {option.detail ? <span className="shrink-0 text-ink-3">{option.detail}</span> : null}
          </Row>
        ))}
        {creatable ? (
          <Row
            id={`${id}-${shown.length}`}
            active={at === shown.length}
            selected={false}
            onTake={() => take(shown.length)}
            onPoint={() => setActive(shown.length)}
          >
            <Icon name="add" className="text-accent" />
            <span dir="auto">{createLabel?.(creatable) ?? t("create", { query: creatable })}</span>
          </Row>
        ) : null}
      </div>
      {last < 0 ? (
        <p className="px-2.5 py-2 text-ink-3">{busy ? t("loading") : t("noMatch", { query: query ?? "" })}</p>
      ) : null}
      <output className="sr-only">{t("matches", { count: shown.length })}</output>
    </>
  );
}

function Row({
  id,
  active,
  selected,
  onTake,
  onPoint,
  children,
}: {
  id: string;
  active: boolean;
  selected: boolean;
  onTake: () => void;
  onPoint: () => void;
  children: ReactNode;
}) {
  return (
    // The keyboard works on the field above, which names the active row.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      data-active={active || undefined}
      ref={(row) => {
        if (active) row?.scrollIntoView({ block: "nearest" });
      }}
      onClick={onTake}
      onKeyDown={() => undefined}
      onMouseMove={onPoint}
      className="flex min-h-8 cursor-default items-center gap-2 rounded-2 px-2.5 py-1 aria-selected:font-medium data-active:bg-hover forced-colors:data-active:outline-2"
    >
      {children}
    </div>
  );
}
