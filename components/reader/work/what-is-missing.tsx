"use client";

import { useTranslations } from "use-intl";
import { nameOf } from "@/components/annotate/tags/tag-words";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { usePage } from "@/components/reader/panels";
import { Icon } from "@/components/ui/icon";
import type { TagId } from "@/domain/ids";
import { grouped } from "@/domain/review/grouped";
import { type Missing, type MissingField, missingFields } from "@/domain/review/missing";

/** With so many or fewer, all that misses one thing stands open. */
const FEW = 4;

/** What is missing, thing by thing with its count; each opens to the tags that miss it, one click from their words. */
export function WhatIsMissing({ missing, onJump }: { missing: readonly Missing[]; onJump: () => void }) {
  const t = useTranslations("readerWork");
  const byField = grouped(missing, ({ field }) => field);
  return (
    <div className="mt-1 divide-y divide-line border-y border-line">
      {missingFields.map((field) => {
        const those = byField.get(field);
        return those ? (
          <details key={field} open={those.length <= FEW || field === "answer"} className="py-1 text-small">
            <summary className="min-h-7 cursor-pointer py-1 font-medium">
              {t(`count.${field}`, { count: those.length })}
            </summary>
            <JumpList field={field} tags={those.map(({ tagId }) => tagId)} onJump={onJump} />
          </details>
        ) : null;
      })}
    </div>
  );
}

function JumpList({ field, tags, onJump }: { field: MissingField; tags: readonly TagId[]; onJump: () => void }) {
  const t = useTranslations("readerWork");
  const desk = useDesk();
  const page = usePage();
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);

  function jump(tagId: TagId) {
    onJump();
    desk.select(tagId);
    const spans = annotations.get(relations.get(tagId)?.from ?? tagId)?.segments;
    requestAnimationFrame(() => {
      if (spans) page.show(spans);
      page.open("inspector", true);
    });
  }

  return (
    <ul>
      {tags.map((tagId) => {
        const tag = annotations.get(relations.get(tagId)?.from ?? tagId);
        return (
          <li key={tagId}>
            <button
              type="button"
              onClick={() => jump(tagId)}
              className="flex w-full items-start gap-2 py-1.5 ps-2 text-start hover:bg-hover"
            >
              <Icon name="forward" className="mt-0.5 text-ink-3" />
              <span className="min-w-0">
                <span className="sr-only">{t(`field.${field}`)} </span>
                <bdi className="line-clamp-2 text-ink-2">{tag ? nameOf(tag) : "–"}</bdi>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
