"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { ownKinds } from "@/components/queue/choices";
import { useKindNames } from "@/components/queue/kind-names";
import { takingsOf } from "@/components/reader/decisions/takings";
import { TakingList } from "@/components/taking/taking-list";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { TagId } from "@/domain/ids";

/** Everything that still waits here, to be read before it is accepted: what is unticked goes on waiting. */
export function AcceptRest({ ids, onClose }: { ids: readonly TagId[]; onClose: () => void }) {
  const t = useTranslations("panels.rest");
  const tell = useToast();
  const desk = useDesk();
  const kindName = useKindNames(ownKinds(useReader((state) => state.project.codebook)));
  const tags = useMemo(() => takingsOf(desk.getState(), ids), [desk, ids]);
  const [left, setLeft] = useState<ReadonlySet<TagId>>(new Set());
  const taken = ids.filter((id) => !left.has(id));

  const accept = () => {
    desk.decideAlike(taken, "accept");
    tell({ title: t("done", { count: taken.length }), undo: () => desk.undo() });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("title")}
      description={t("lead")}
      wide
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button variant="primary" type="submit" form="accept-rest" disabled={taken.length === 0}>
            {t("do", { count: taken.length })}
          </Button>
        </>
      }
    >
      <form
        id="accept-rest"
        onSubmit={(event) => {
          event.preventDefault();
          accept();
        }}
      >
        <TakingList tags={tags} left={left} onLeft={setLeft} kindName={kindName} />
      </form>
    </Dialog>
  );
}
