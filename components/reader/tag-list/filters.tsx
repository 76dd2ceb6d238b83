"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useReader } from "@/components/annotate/use-desk";
import type { Wanted } from "@/components/reader/tag-list/rows";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { SearchInput } from "@/components/ui/input";
import { Later, part } from "@/components/ui/later";

const filterChoices = part(() => import("@/components/reader/parts").then((all) => all.FilterChoices));

/** What of the tags is wanted: words, state, whose, linked or not. The state also fades tags in the text. */
export function Filters({ wanted, onWanted }: { wanted: Wanted; onWanted: (wanted: Wanted) => void }) {
  const t = useTranslations("panels.list");
  const shown = useReader((state) => state.filters.states);
  const [pressed, setPressed] = useState(false);
  const count = Number(shown !== null) + Number(wanted.mine) + Number(wanted.linked !== "any");
  const button = {
    label: t("filter"),
    size: "small",
    className: `size-7.5 px-0 ${count > 0 ? "bg-accent-wash text-accent" : ""}`,
    icon: <Icon name="filter" />,
  } as const;

  return (
    <div className="flex items-center gap-1 px-2.5 pt-2.5">
      <div className="min-w-0 grow">
        <SearchInput
          aria-label={t("search")}
          placeholder={t("search")}
          className="min-h-7.5 py-0.5"
          value={wanted.query}
          onChange={({ target }) => onWanted({ ...wanted, query: target.value })}
        />
      </div>
      <Later
        of={filterChoices}
        trigger={<IconButton {...button} />}
        startsOpen={pressed}
        choice={wanted}
        onWanted={onWanted}
        wanted={pressed}
        until={<IconButton {...button} aria-haspopup="dialog" aria-expanded={false} onClick={() => setPressed(true)} />}
      />
    </div>
  );
}
