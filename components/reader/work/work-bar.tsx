"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { printed } from "@/components/annotate/keys/chord";
import { useDeeds } from "@/components/annotate/keys/keys";
import { keyOf } from "@/components/annotate/keys/registry";
import { useWork } from "@/components/reader/work/use-work";
import type { WorkHere } from "@/components/reader/work/work-context";
import type { WorkDialog } from "@/components/reader/work/work-dialog";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Later, part } from "@/components/ui/later";
import { isOpenWork } from "@/domain/assignment/machine";

const menu = part(() => import("@/components/reader/parts").then((all) => all.WorkMenu));
const handIn = part(() => import("@/components/reader/parts").then((all) => all.HandIn));
const handOver = part(() => import("@/components/reader/parts").then((all) => all.HandOver));
const returnWork = part(() => import("@/components/reader/parts").then((all) => all.ReturnWork));

/** What the bar over a report says of the work on it: handing in is one key, all else one menu. */
export function WorkBar(here: WorkHere) {
  const t = useTranslations("readerWork");
  const work = useWork(here);
  const [dialog, setDialog] = useState<WorkDialog | null>(null);
  const [pressed, setPressed] = useState(false);
  const open = work.own !== undefined && isOpenWork(work.own.state);
  useDeeds({
    "hand-in": () => {
      if (!open) return false;
      setDialog("hand-in");
      return undefined;
    },
  });
  const close = () => setDialog(null);
  const button = (
    <IconButton
      label={t("menu")}
      icon={<Icon name="more" />}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setPressed(true)}
    />
  );
  return (
    <>
      {open ? (
        <Button size="small" kbd={printed(keyOf("hand-in")).join(" ")} onClick={() => setDialog("hand-in")}>
          {t("handIn")}
        </Button>
      ) : null}
      <Later
        of={menu}
        here={here}
        work={work}
        startsOpen={pressed}
        onDialog={setDialog}
        wanted={pressed}
        until={button}
      />
      {dialog === "hand-in" ? <Later of={handIn} work={work} onClose={close} /> : null}
      {dialog === "hand-over" ? <Later of={handOver} work={work} colleagues={here.colleagues} onClose={close} /> : null}
      {typeof dialog === "object" && dialog ? (
        <Later of={returnWork} work={work} assignment={dialog.return} onClose={close} />
      ) : null}
    </>
  );
}
