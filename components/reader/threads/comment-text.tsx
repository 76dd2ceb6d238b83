"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useReader } from "@/components/annotate/use-desk";
import { ProseText } from "@/components/prose/prose-text";
import { usePage } from "@/components/reader/panels";
import type { Comment } from "@/domain/discussion/thread";
import { proseOf } from "@/domain/prose/plain";
import type { ReportQuote } from "@/domain/prose/prose";

/** What a comment says; its quotes lead back to their words. */
export function CommentText({ comment: { body, prose } }: { comment: Pick<Comment, "body" | "prose"> }) {
  const people = useReader((state) => state.people);
  const names = useMemo(() => new Map([...people.values()].map(({ id, name }) => [`${id}`, name])), [people]);
  const shown = useMemo(() => prose ?? proseOf(body), [prose, body]);
  return (
    <ProseText
      prose={shown}
      nameOf={(userId) => names.get(userId)}
      other={(block) => (block.type === "reportQuote" ? <Quoted quote={block} /> : null)}
    />
  );
}

function Quoted({ quote: { attrs } }: { quote: ReportQuote }) {
  const t = useTranslations("panels.threads");
  const page = usePage();
  const revisionId = useReader((state) => state.report.revisionId);
  const words = attrs.segments.map(({ quote }) => quote).join(" … ");
  if (attrs.revisionId !== revisionId) {
    return (
      <blockquote dir="auto" className="prose-quote">
        {words}
      </blockquote>
    );
  }
  return (
    <button
      type="button"
      dir="auto"
      className="prose-quote"
      aria-label={t("showQuote", { words })}
      onClick={() => page.show(attrs.segments)}
    >
      {words}
    </button>
  );
}
