import { changeAttributes } from "@/client/desk/actions/tags";
import type { Core } from "@/client/desk/core";
import type { Desk } from "@/client/desk/desk";
import { newLink, write } from "@/client/desk/write";

/** Making and changing links. */
export function linksOf(core: Core): Pick<Desk, "link" | "linkAll" | "changeLink" | "changeCue"> {
  const { store, here, start } = core;
  const { revisionId } = start.report;
  return {
    link(link) {
      const made = newLink(core, link);
      write(core, [made]);
      return made.id;
    },
    linkAll(links) {
      const made = links.map((link) => newLink(core, link));
      write(core, made);
      return made.map(({ id }) => id);
    },
    changeLink: (id, attributes) => changeAttributes(core, [id], attributes),
    changeCue(id, spans) {
      const about = store.state.relations.get(id);
      if (!about) return;
      const { cue: _cue, ...rest } = about;
      write(core, [spans.length > 0 ? { ...rest, cue: { revisionId, segments: here.segmentsOf(spans) } } : rest]);
    },
  };
}
