import { decideAll } from "@/client/desk/actions/review";
import type { Core } from "@/client/desk/core";
import type { Desk, Final } from "@/client/desk/desk";
import { finalOf } from "@/client/desk/final-of";
import { relationsOf } from "@/client/desk/linked";
import { fresh, withdrawn, write } from "@/client/desk/write";
import { newId } from "@/client/new-id";
import { setTag, tagIn } from "@/domain/change/world";
import type { TagId } from "@/domain/ids";
import { sameWritten } from "@/domain/tag/same-content";
import type { Tag } from "@/domain/tag/tag";

/** Making final tags of what analysts said, at once or by way of a sketch. */
export function finalsOf(
  core: Core,
): Pick<Desk, "adjudicate" | "sketch" | "keepSketch" | "dropSketch" | "leaveSketch"> {
  const sketching = sketchOf(core);
  return {
    adjudicate: (finals) => adjudicate(core, finals),
    sketch: sketching.begin,
    keepSketch: sketching.keep,
    dropSketch: sketching.drop,
    leaveSketch: sketching.leave,
  };
}

function adjudicate(core: Core, finals: readonly Final[]): TagId[] {
  const { store, start } = core;
  const drafts = finals.map((final) => ({ ...final, id: final.id ?? newId<TagId>() }));
  const made = drafts.map(({ id, leftOut, ...draft }): Tag => {
    const known = store.tag(id);
    const final = finalOf(known ?? fresh(core, id), draft);
    return known && leftOut ? withdrawn(final) : final;
  });
  const ids = new Set(made.map(({ id }) => id));
  const leaving = made.filter(({ id, kind, state }) => state === "withdrawn" || store.tag(id)?.kind !== kind);
  const hanging = new Set(leaving.flatMap(({ id }) => relationsOf(store.state, id)).filter(({ id }) => !ids.has(id)));
  const leftOut = drafts.filter((draft) => draft.leftOut && !store.tag(draft.id));
  write(core, [...[...hanging].map(withdrawn), ...made]);
  const reason = start.leftOutReason ?? "";
  decideAll(
    core,
    leftOut.map(({ id }) => ({ id, decision: "reject", reason })),
    false,
  );
  return made.map(({ id }) => id);
}

/** Final tags that are only here until they are kept. */
function sketchOf(core: Core) {
  const { store } = core;
  /** What a sketch was drawn over, and how it began. */
  const over = new Map<TagId, Tag | undefined>();
  const began = new Map<TagId, Tag>();

  /** Ends a sketch: what stood there before stands there again. Answers what it came to. */
  function end(): Tag[] {
    const { sketch, selected } = store.state;
    const made = [...sketch].flatMap((id) => store.tag(id) ?? []).filter(({ state }) => state !== "withdrawn");
    const next = store.world();
    for (const id of sketch) {
      const before = over.get(id);
      next.annotations.delete(id);
      next.relations.delete(id);
      if (before) setTag(next, before);
    }
    const gone = selected !== null && !tagIn(next, selected);
    next.show({ sketch: new Set(), ...(gone && { selected: null }) });
    return made.toSorted((a, b) => (a.type === b.type ? 0 : a.type === "annotation" ? -1 : 1));
  }

  const keep = () => write(core, end());
  const drop = () => {
    if (store.state.sketch.size > 0) end();
  };
  const leave = () => {
    const isChanged = [...store.state.sketch].some((id) => {
      const [first, now] = [began.get(id), store.tag(id)];
      return !first || !now || !sameWritten(first, now);
    });
    if (isChanged) keep();
    else drop();
  };

  function begin(finals: readonly Final[]): TagId[] {
    leave();
    const made = finals.map(({ id = newId<TagId>(), leftOut: _leftOut, ...draft }): Tag => {
      return finalOf(store.tag(id) ?? fresh(core, id), draft);
    });
    over.clear();
    began.clear();
    const next = store.world();
    for (const each of made) {
      over.set(each.id, store.tag(each.id));
      began.set(each.id, each);
      setTag(next, each);
    }
    next.show({ sketch: new Set(made.map(({ id }) => id)) });
    return made.map(({ id }) => id);
  }

  return { begin, keep, drop, leave };
}
