"use client";

import { useTranslations } from "use-intl";
import { keyOf } from "@/components/annotate/keys/registry";
import { surroundings } from "@/components/annotate/tags/surroundings";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import type { Alike } from "@/components/reader/decisions/alike";
import { Button } from "@/components/ui/button";
import type { TagId } from "@/domain/ids";

/**
 * The other tags of this kind on the same words that wait too. Opened, they are decided along: those that say the same
 * are ticked, those that say something else are named with what differs.
 */
export function SameWords({
  alike,
  opened,
  taken,
  onOpen,
  onClose,
  onTaken,
}: {
  alike: readonly Alike[];
  opened: boolean;
  /** What is ticked. */
  taken: ReadonlySet<TagId>;
  onOpen: () => void;
  onClose: () => void;
  onTaken: (taken: ReadonlySet<TagId>) => void;
}) {
  const t = useTranslations("panels.review.alike");
  const fields = useTranslations("panels.history.attributes");
  const desk = useDesk();
  const blocks = useReader((state) => state.blocks);
  if (alike.length === 0) return null;
  if (!opened) {
    return (
      <Button size="small" className="self-start" kbd={keyOf("same-words")} aria-expanded={false} onClick={onOpen}>
        {t("open", { count: alike.length })}
      </Button>
    );
  }
  const tick = (ids: readonly TagId[], on: boolean) => {
    const next = new Set(taken);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onTaken(next);
  };
  const all = alike.every(({ id }) => taken.has(id));
  return (
    <section aria-label={t("title")} className="flex flex-col gap-1 rounded-2 bg-sunken px-3 py-2">
      <AllAlike all={all} onTick={tick} alike={alike} taken={taken} />
      <ul aria-label={t("title")} className="max-h-48 overflow-y-auto">
        {alike.map(({ id, start, end, differs }) => {
          const { before, words, after } = surroundings(blocks, { start, end });
          return (
            <li key={id} className="flex items-start gap-2 py-0.5">
              <input
                type="checkbox"
                id={`along-${id}`}
                checked={taken.has(id)}
                onChange={({ target }) => tick([id], target.checked)}
                className="tick translate-y-0.5"
              />
              <label htmlFor={`along-${id}`} dir="auto" className="min-w-0 grow" onMouseEnter={() => desk.hover(id)}>
                <span className="text-ink-3">{before}</span>
                <strong className="font-medium">{words}</strong>
                <span className="text-ink-3">{after}</span>
                <span className={`block text-tiny ${differs.length > 0 ? "text-wait" : "text-ink-3"}`}>
                  {differs.length > 0
                    ? t("differs", { fields: differs.map((field) => fields(field)).join(", ") })
                    : t("same")}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      <Button size="small" variant="quiet" className="self-start" kbd={keyOf("same-words")} onClick={onClose}>
        {t("close")}
      </Button>
    </section>
  );
}

function AllAlike({
  all,
  onTick,
  alike,
  taken,
}: {
  all: boolean;
  onTick: (ids: readonly TagId[], on: boolean) => void;
  alike: readonly Alike[];
  taken: ReadonlySet<TagId>;
}) {
  const t = useTranslations("panels.review.alike");
  return (
    <label className="flex items-start gap-2 font-medium">
      <input
        type="checkbox"
        checked={all}
        onChange={({ target }) =>
          onTick(
            alike.map(({ id }) => id),
            target.checked,
          )
        }
        className="tick translate-y-0.5"
      />
      {t("along", { taken: alike.filter(({ id }) => taken.has(id)).length, count: alike.length })}
    </label>
  );
}
