import { useTranslations } from "use-intl";
import { printed } from "@/components/annotate/keys/chord";
import { type Deed, keyOf } from "@/components/annotate/keys/registry";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import type { View, Work } from "@/components/compare/use-work";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Segmented } from "@/components/ui/segmented";

/** What is decided for many groups at once. */
export function Bulk({ work }: { work: Work }) {
  const t = useTranslations("compare");
  return (
    <div className="flex flex-wrap gap-1.5">
      <Button size="small" kbd={keyOf("take-agreed")} onClick={work.askAgreed}>
        {t("agreed.open")}
      </Button>
      <Button size="small" kbd={keyOf("merge-layers")} onClick={work.askMerge}>
        {t("merge.open")}
      </Button>
    </div>
  );
}

/** What stands in the bar: undo, the view, names, keys. */
export function Tools({
  work,
  view,
  onView,
  anonymous,
  onAnonymous,
  mayDecide,
}: {
  work: Work;
  view: View;
  onView: (view: View) => void;
  anonymous: boolean;
  onAnonymous: () => void;
  mayDecide: boolean;
}) {
  const t = useTranslations("compare");
  const desk = useDesk();
  const canUndo = useReader(() => desk.canUndo());
  const key = (deed: Deed) => printed(keyOf(deed)).join(" ");
  return (
    <>
      {mayDecide ? (
        <IconButton
          label={t("undo")}
          icon={<Icon name="undo" />}
          kbd={key("undo")}
          aria-disabled={!canUndo}
          onClick={() => desk.undo()}
        />
      ) : null}
      <span className="max-sm:hidden">
        <Segmented
          oneRow
          label={t("view")}
          value={view}
          onChange={(to) => onView(to ?? view)}
          options={[
            { value: "columns", label: t("views.columns") },
            { value: "overlaid", label: t("views.overlaid") },
          ]}
        />
      </span>
      <span className="max-md:hidden">
        <Button size="small" variant="quiet" kbd={key("hide-names")} onClick={onAnonymous}>
          {anonymous ? t("names.show") : t("names.hide")}
        </Button>
      </span>
      <span className="max-sm:hidden">
        <IconButton
          label={t("keys")}
          icon={<Icon name="help" />}
          kbd={key("key-help")}
          onClick={() => work.open("keys")}
        />
      </span>
    </>
  );
}
