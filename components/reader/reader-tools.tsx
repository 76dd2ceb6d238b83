"use client";

import { useTranslations } from "use-intl";
import { printed } from "@/components/annotate/keys/chord";
import { useDo } from "@/components/annotate/keys/keys";
import { type Deed, keyOf } from "@/components/annotate/keys/registry";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import type { Beside, Page, Panel } from "@/components/reader/panels";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";

/** What the bar over the report does to it, and the buttons for panels that are folded away. */
export function ReaderTools({
  page,
  ...tools
}: {
  page: Page;
} & ToolsProps) {
  const t = useTranslations("reader");
  return (
    <>
      <Tools {...tools} />
      <Folding panel="tags" icon="menu" onOpen={() => page.open("tags", true)} label={t("bar.tags")} />
      <Folding panel="inspector" icon="info" onOpen={() => page.open("inspector", true)} label={t("bar.inspector")} />
    </>
  );
}

type ToolsProps = { beside: Beside | null; onBeside: (what: Beside) => void; onKeys: () => void };

function Tools({ beside, onBeside, onKeys }: ToolsProps) {
  const t = useTranslations("reader");
  const desk = useDesk();
  const run = useDo();
  const mayTag = useReader((state) => state.me.mayTag);
  const canUndo = useReader(() => desk.canUndo());
  const canRedo = useReader(() => desk.canRedo());
  const key = (deed: Deed) => printed(keyOf(deed)).join(" ");
  return (
    <>
      {mayTag ? (
        <span className="flex max-sm:hidden">
          <IconButton
            label={t("bar.undo")}
            icon={<Icon name="undo" />}
            kbd={key("undo")}
            aria-disabled={!canUndo}
            onClick={() => run("undo")}
          />
          <IconButton
            label={t("bar.redo")}
            icon={<Icon name="redo" />}
            kbd={key("redo")}
            aria-disabled={!canRedo}
            onClick={() => run("redo")}
          />
        </span>
      ) : null}
      <IconButton label={t("bar.find")} icon={<Icon name="search" />} kbd={key("find")} onClick={() => run("find")} />
      <span className="flex max-sm:hidden">
        <IconButton
          label={t("bar.guidelines")}
          icon={<Icon name="guidelines" />}
          kbd={key("guidelines")}
          aria-expanded={beside === "guidelines"}
          onClick={() => onBeside("guidelines")}
        />
        <IconButton
          label={t("bar.original")}
          icon={<Icon name="original" />}
          aria-expanded={beside === "original"}
          onClick={() => onBeside("original")}
        />
        <IconButton label={t("bar.keys")} icon={<Icon name="help" />} kbd={key("key-help")} onClick={onKeys} />
      </span>
    </>
  );
}

/** Opens a panel that is folded away; on phones and tablets only its drawing has room. */
function Folding({
  panel,
  icon,
  label,
  onOpen,
}: {
  panel: Panel;
  icon: "menu" | "info";
  label: string;
  onOpen: () => void;
}) {
  return (
    <span className="reader-folding" data-panel={panel}>
      <Button size="small" aria-label={label} className="max-lg:size-8 max-lg:border-transparent" onClick={onOpen}>
        <Icon name={icon} className="lg:hidden" />
        <span className="max-lg:hidden">{label}</span>
      </Button>
    </span>
  );
}
