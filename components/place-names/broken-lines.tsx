"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { JobLine } from "@/domain/job/job";
import type { PlaceNameFile } from "@/domain/job/place-name-file";

type Shown = { items: readonly JobLine[]; next?: string | undefined };

/** The lines of a file that could not be read or taken, by number and with the reason of each. */
export function BrokenLines({ file: { name, kind = "places", broken, job } }: { file: PlaceNameFile }) {
  const t = useTranslations("people.placeNames");
  const ask = useAsk();
  const sending = useSending();
  const [shown, setShown] = useState<Shown | null>(null);
  async function look(cursor: string | undefined) {
    const after = cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await sending.send(() => ask("GET", `/jobs/${job.id}/lines?limit=100${after}`));
    if (page) setShown({ items: [...(shown?.items ?? []), ...page.items], next: page.next });
  }
  return (
    <Dialog
      wide
      title={t("showBroken", { kind, name })}
      description={t("brokenLead", { kind })}
      onOpenChange={(open) => {
        if (open && shown === null) void look(undefined);
      }}
      trigger={
        <button type="button" className="link text-start">
          {t("broken", { kind, count: broken })}
        </button>
      }
      footer={
        <a href={`/api/v1/jobs/${job.id}/set-aside`} download className="link text-small">
          {t("download")}
        </a>
      }
    >
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      {shown ? (
        <Table caption={t("showBroken", { kind, name })}>
          <TableHead>
            <Th>{t("line")}</Th>
            <Th>{t("reason")}</Th>
          </TableHead>
          <tbody>
            {shown.items.map(({ nth, line, reason }) => (
              <Tr key={nth}>
                <Td className="tabular-nums">{line}</Td>
                <Td className="break-words">{reason}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      ) : null}
      {shown?.next ? (
        <Button busy={sending.busy} onClick={() => void look(shown.next)}>
          {t("moreLines")}
        </Button>
      ) : null}
    </Dialog>
  );
}
