"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import type { Copy, TakenTags } from "@/domain/copies/copy";

/** So many tags without a place are listed. */
const mostListed = 50;

/** Takes the original's tags over as suggestions, and says which have no place in the copy. */
export function SuggestTags({ projectId, pair }: { projectId: string; pair: Copy }) {
  const t = useTranslations("copies");
  const ask = useAsk();
  const sending = useSending();
  const [taken, setTaken] = useState<TakenTags>();

  async function suggest() {
    const done = await sending.send(() => ask("POST", `/projects/${projectId}/copies/${pair.id}/tags`));
    if (done) setTaken(done);
  }

  return (
    <div className="space-y-2">
      <Button size="small" busy={sending.busy} onClick={() => void suggest()}>
        {t("suggest")}
      </Button>
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      <div role="status" className="text-small">
        {taken ? <p>{t("suggested", { count: taken.proposed })}</p> : null}
      </div>
      {taken && taken.unplaced.length > 0 ? <Unplaced tags={taken.unplaced} /> : null}
    </div>
  );
}

function Unplaced({ tags }: { tags: TakenTags["unplaced"] }) {
  const t = useTranslations("copies");
  return (
    <div className="text-small text-ink-2">
      <p>{t("unplaced", { count: tags.length })}</p>
      <ul className="ms-4 list-disc">
        {tags.slice(0, mostListed).map(({ id, quote }) => (
          <li key={id}>
            <bdi dir="auto">{quote}</bdi>
          </li>
        ))}
        {tags.length > mostListed ? <li>{t("more", { count: tags.length - mostListed })}</li> : null}
      </ul>
    </div>
  );
}
