"use client";

import { useTranslations } from "use-intl";
import type { Span } from "@/client/desk/desk";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { NewComment } from "@/components/reader/threads/new-comment";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { codePoint, sliceCodePoints } from "@/domain/text/offsets";

/** A comment on words that carry no tag. */
export function PassageComment({ spans, onDone }: { spans: readonly Span[]; onDone: () => void }) {
  const t = useTranslations("panels.threads");
  const cancel = useTranslations("ui")("cancel");
  const desk = useDesk();
  const text = useReader((state) => state.report.text);
  const reportId = useReader((state) => state.report.id);
  const [first] = spans;
  const chosen = spans.map(({ start, end }) => sliceCodePoints(text, codePoint(start), codePoint(end))).join(" … ");
  return (
    <section className="mb-4 flex flex-col gap-2 rounded-3 border border-accent bg-paper px-3 py-2.5">
      <div className="flex items-start gap-2">
        <p dir="auto" className="line-clamp-3 min-w-0 grow border-s-2 border-line-strong ps-2 font-serif text-ink-2">
          {chosen}
        </p>
        <IconButton size="small" className="size-7 px-0" label={cancel} icon={<Icon name="close" />} onClick={onDone} />
      </div>
      <NewComment
        autoFocus
        draft={`new:${reportId}:${first?.start ?? 0}`}
        label={t("new")}
        placeholder={t("placeholder")}
        onLeave={onDone}
        onSend={(words) => {
          const id = desk.discuss({ on: "passage", spans }, words);
          desk.choose([]);
          onDone();
          desk.showThread(id);
        }}
      />
    </section>
  );
}
