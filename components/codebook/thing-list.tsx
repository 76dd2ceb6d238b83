"use client";

import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { moved, newSlug, replaced, type Thing, without } from "@/components/codebook/things";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

/** Whatever a codebook lists: each unfolds to be changed; what was saved once is retired instead of removed. */
export function ThingList<T extends Thing>({
  items,
  saved,
  what,
  addLabel,
  empty,
  mayChange,
  make,
  onChange,
  summary,
  children,
}: {
  items: readonly T[];
  /** The slugs that tags may carry already. */
  saved: ReadonlySet<string>;
  /** The slug of what has no Latin letters in its name: "label". */
  what: string;
  addLabel: string;
  empty?: string;
  mayChange: boolean;
  make: (named: { slug: string; name: string }) => T;
  onChange: (items: T[]) => void;
  summary: (item: T) => ReactNode;
  children?: ((item: T, change: (part: Partial<T>) => void, at: number) => ReactNode) | undefined;
}) {
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <div className="flex flex-col gap-2">
      {items.length === 0 && empty ? <p className="text-small text-ink-2">{empty}</p> : null}
      {items.length > 0 ? (
        <ul className="divide-y divide-line rounded-2 border border-line bg-surface">
          {items.map((item, at) => (
            <li key={item.slug} className="flex items-start gap-1 pe-1.5">
              <Unfolding summary={summary(item)} opens={opened === item.slug} retired={item.retired ?? false}>
                {children
                  ? () => children(item, (part) => onChange(replaced(items, at, { ...item, ...part })), at)
                  : null}
              </Unfolding>
              {mayChange ? (
                <Deeds
                  item={item}
                  ends={{ first: at === 0, last: at === items.length - 1 }}
                  saved={saved.has(item.slug)}
                  onMove={(by) => onChange(moved(items, at, by))}
                  onRemove={() => onChange(without(items, at))}
                  onRetire={
                    item.retired === undefined
                      ? undefined
                      : () => onChange(replaced(items, at, { ...item, retired: !item.retired }))
                  }
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayChange ? (
        <AddThing
          label={addLabel}
          onAdd={(name) => {
            const slug = newSlug(name, what, items);
            setOpened(slug);
            onChange([...items, make({ slug, name })]);
          }}
        />
      ) : null}
    </div>
  );
}

function Unfolding({
  summary,
  opens,
  retired,
  children,
}: {
  summary: ReactNode;
  opens: boolean;
  retired: boolean;
  children: (() => ReactNode) | null;
}) {
  const t = useTranslations("codebook");
  const [open, setOpen] = useState(opens);
  const head = (
    <span className={`flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 ${retired ? "text-ink-3" : ""}`}>
      {summary}
      {retired ? <span className="text-tiny">({t("retired")})</span> : null}
    </span>
  );
  if (!children) return <div className="flex min-h-9 min-w-0 grow items-center px-3 py-1.5 text-small">{head}</div>;
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="group/thing min-w-0 grow"
    >
      <summary className="flex min-h-9 items-center gap-2 rounded-2 px-3 py-1.5 text-small select-none hover:bg-hover focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
        <Icon name="down" className="shrink-0 -rotate-90 text-ink-3 group-open/thing:rotate-0 rtl:rotate-90" />
        {head}
      </summary>
      {open ? <div className="flex flex-col gap-4 px-3 pt-1 pb-4">{children()}</div> : null}
    </details>
  );
}

function Deeds({
  item,
  ends,
  saved,
  onMove,
  onRemove,
  onRetire,
}: {
  item: Thing;
  ends: { first: boolean; last: boolean };
  saved: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
  onRetire: (() => void) | undefined;
}) {
  const t = useTranslations("codebook");
  const { name } = item;
  return (
    <span className="flex shrink-0 items-center py-0.5 max-sm:flex-col">
      <span className="flex max-sm:hidden">
        <IconButton
          label={t("moveUp", { name })}
          icon={<Icon name="up" />}
          disabled={ends.first}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={t("moveDown", { name })}
          icon={<Icon name="down" />}
          disabled={ends.last}
          onClick={() => onMove(1)}
        />
      </span>
      {saved && onRetire ? (
        <IconButton
          label={item.retired ? t("bringBack", { name }) : t("retire", { name })}
          icon={<Icon name={item.retired ? "undo" : "inbox"} />}
          onClick={onRetire}
        />
      ) : (
        <IconButton label={t("remove", { name })} icon={<Icon name="close" />} onClick={onRemove} />
      )}
    </span>
  );
}

/** One name, then Enter: the next one can follow at once. */
function AddThing({ label, onAdd }: { label: string; onAdd: (name: string) => void }) {
  const t = useTranslations("codebook");
  const [name, setName] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const add = () => {
    if (name.trim() === "") return field.current?.focus();
    onAdd(name.trim());
    setName("");
    return field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <div className="flex max-w-md items-end gap-2">
      <div className="grow">
        <Field label={label} labelHidden>
          <Input
            ref={field}
            dir="auto"
            value={name}
            maxLength={100}
            placeholder={label}
            onChange={({ target }) => setName(target.value)}
            onKeyDown={onKeyDown}
          />
        </Field>
      </div>
      <Button icon={<Icon name="add" />} onClick={add}>
        {t("add")}
      </Button>
    </div>
  );
}
