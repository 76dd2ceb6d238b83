import type { Core } from "@/client/desk/core";
import type { Desk } from "@/client/desk/desk";
import { linkBetween } from "@/client/desk/link-between";
import { newLink, write } from "@/client/desk/write";

type Selection = Pick<
  Desk,
  "select" | "pick" | "hover" | "choose" | "filter" | "startLinking" | "linkTo" | "review" | "showThread"
>;

/** What a person points at and looks at; nothing of it reaches a server. */
export function selectionOf(core: Core): Selection {
  const { store, start } = core;
  return {
    select(id, picking = false) {
      const { linkingFrom, linkingAs: as, picked, annotations, selected, project } = store.state;
      if (!picking && picked.size > 0) store.set({ picked: new Set() });
      const to = id ? annotations.get(id) : undefined;
      const from = linkingFrom && id !== linkingFrom ? annotations.get(linkingFrom) : undefined;
      const link = from && to && linkBetween(from, to, { as, codebook: project.codebook });
      if (link === "unsaid") return store.set({ linkingTo: `tag:${id}` });
      if (link) {
        store.set({ linkingFrom: null, linkingTo: null });
        return write(core, [newLink(core, link)]);
      }
      if (id !== selected || linkingFrom) store.set({ selected: id, linkingFrom: null });
    },
    pick: (ids) => store.set({ picked: new Set(ids) }),
    hover(id) {
      if (id !== store.state.hovered) store.set({ hovered: id });
    },
    choose: (passage, selected = store.state.selected) => store.set({ passage, selected }),
    filter: (filters) => store.set({ filters: { ...store.state.filters, ...filters } }),
    startLinking: (from, as = null) => store.set({ linkingFrom: from, linkingAs: as, linkingTo: null }),
    linkTo: (chosen) => store.set({ linkingTo: chosen }),
    review: (on) => store.set({ reviewing: on && (start.me.mayDecide || start.me.mayTag) }),
    showThread: (id) => store.set({ openThread: id }),
  };
}
