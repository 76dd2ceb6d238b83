"use client";

import { type Doing, type Doings, useDeeds } from "@/components/annotate/keys/keys";
import { type Panel, usePage } from "@/components/reader/panels";

/**
 * Actions that act on what a panel shows. While the panel is folded away their keys bring it up and do nothing else:
 * nobody decides on what they have not seen.
 */
export function useShownDeeds(panel: Panel, doings: Doings) {
  const page = usePage();
  const shown =
    (doing: Doing): Doing =>
    (event) => {
      if (page.isShown(panel)) return doing(event);
      page.open(panel);
      return undefined;
    };
  useDeeds(Object.fromEntries(Object.entries(doings).map(([deed, doing]) => [deed, shown(doing)])));
}
