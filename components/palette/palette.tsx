"use client";

import { useRouter } from "next/navigation";
import { Dialog as Radix } from "radix-ui";
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import type { Choice } from "@/components/palette/choices";
import { useChoices } from "@/components/palette/use-choices";
import { Icon } from "@/components/ui/icon";
import { withUse } from "@/domain/people/palette-rank";

/** Leads to reports, projects, entities, places, pages and actions by what they are called; what is used often comes first. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations("shell.palette");
  const ask = useAsk();
  const router = useRouter();
  const id = useId();
  const [q, setQ] = useState("");
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const { groups, failed, used, now } = useChoices(q);
  const all = groups.flatMap(({ choices }) => choices);
  const active = Math.min(at, all.length - 1);

  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    const palette = withUse(used, choice.key, now);
    // Whether it is remembered or not, nobody waits for it.
    void ask("PATCH", "/me", { preferences: { palette } }).catch(() => undefined);
    onClose();
    if ("href" in choice) router.push(choice.href);
    else choice.run();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = placeAfter(event.key, active, all.length);
    if (event.key === "Enter") {
      event.preventDefault();
      choose(all[active]);
    } else if (next !== undefined) {
      event.preventDefault();
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    }
  };

  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          aria-describedby={`${id}-hint`}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            field.current?.focus();
          }}
          className="settles fixed inset-x-0 top-0 z-50 mx-auto flex max-h-[80dvh] w-full flex-col border border-line bg-surface shadow-float outline-none sm:top-[12dvh] sm:max-h-[70dvh] sm:max-w-xl sm:rounded-3"
        >
          <Radix.Title className="sr-only">{t("title")}</Radix.Title>
          <SearchField field={field} all={all} id={id} active={active} q={q} setQ={setQ} setAt={setAt} press={press} />
          <div id={`${id}-list`} role="listbox" aria-label={t("title")} className="min-h-0 grow overflow-y-auto p-1.5">
            {groups.map(({ group, choices }) => (
              <Group key={group} label={t(`groups.${group}`)}>
                {choices.map((choice) => (
                  <Option
                    key={choice.key}
                    id={`${id}-${all.indexOf(choice)}`}
                    choice={choice}
                    active={all.indexOf(choice) === active}
                    onPoint={() => setAt(all.indexOf(choice))}
                    onChoose={() => choose(choice)}
                  />
                ))}
              </Group>
            ))}
          </div>
          {all.length === 0 ? <p className="px-4 pb-3 text-small text-ink-2">{t("none")}</p> : null}
          {failed ? <p className="px-4 pb-2 text-small text-bad">{t("failed")}</p> : null}
          <p aria-live="polite" className="sr-only">
            {t("results", { count: all.length })}
          </p>
          <p id={`${id}-hint`} className="border-t border-line px-4 py-2 text-tiny text-ink-3">
            {t("hint")}
          </p>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** Where a key leads from a choice: one on or back and round the end, eight at a time as far as there are any. */
function placeAfter(key: string, active: number, count: number): number | undefined {
  const by = moves[key];
  if (by === undefined || count === 0) return undefined;
  const to = active + by;
  return Math.abs(by) > 1 ? Math.max(0, Math.min(count - 1, to)) : (to + count) % count;
}

function SearchField({
  field,
  all,
  id,
  active,
  q,
  setQ,
  setAt,
  press,
}: {
  field: RefObject<HTMLInputElement | null>;
  all: Choice[];
  id: string;
  active: number;
  q: string;
  setQ: (value: string) => void;
  setAt: (value: number) => void;
  press: (event: KeyboardEvent) => void;
}) {
  const t = useTranslations("shell.palette");
  return (
    <div className="flex items-center gap-2.5 border-b border-line px-4">
      <Icon name="search" className="size-4.5 shrink-0 text-ink-3" />
      <input
        ref={field}
        type="text"
        role="combobox"
        dir="auto"
        aria-label={t("field")}
        aria-expanded={all.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(all.length > 0 ? { "aria-activedescendant": `${id}-${active}` } : {})}
        autoComplete="off"
        spellCheck={false}
        placeholder={t("field")}
        value={q}
        maxLength={200}
        onChange={(event) => {
          setQ(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
        className="h-12 w-full min-w-0 bg-transparent text-base text-ink outline-none placeholder:text-ink-3"
      />
    </div>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="eyebrow px-2.5 pt-2 pb-1">{label}</legend>
      {children}
    </fieldset>
  );
}

function Option({
  id,
  choice: { of, name, detail },
  active,
  onPoint,
  onChoose,
}: {
  id: string;
  choice: Choice;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
}) {
  const t = useTranslations("shell.palette");
  return (
    // The keyboard works on the field above, which names the active row.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onPointerMove={onPoint}
      onClick={onChoose}
      onKeyDown={() => undefined}
      className="flex min-h-9 cursor-default items-baseline gap-2.5 rounded-2 px-2.5 py-1.5 text-small text-ink aria-selected:bg-hover forced-colors:aria-selected:outline-2"
    >
      <bdi className="min-w-0 truncate font-medium">{name}</bdi>
      {detail ? <bdi className="min-w-0 shrink truncate text-ink-3">{detail}</bdi> : null}
      <span className="ms-auto shrink-0 text-tiny text-ink-3">{t(`of.${of}`)}</span>
    </div>
  );
}
