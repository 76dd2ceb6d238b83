import type { Core } from "@/client/desk/core";
import type { DeskState, Link } from "@/client/desk/desk";
import type { Pair } from "@/client/desk/history";
import { tell, told } from "@/client/desk/tell";
import { newId } from "@/client/new-id";
import { tidy } from "@/domain/change/content";
import { changeTo, gone, takenBack } from "@/domain/change/tag-change";
import { setTag } from "@/domain/change/world";
import type { TagId } from "@/domain/ids";
import type { Relation, Tag } from "@/domain/tag/tag";

/** Makes tags what they are wanted to be; one step to undo. What is sketched or corrected is only changed here. */
export function write(core: Core, wanted: readonly Tag[], more: Partial<DeskState> = {}): void {
  if (wanted.length === 0) return;
  const { store, history, tools } = core;
  const local = wanted.filter((each) => each.id === store.state.correcting || isSketched(store.state, each));
  if (local.length > 0) writeHere(core, local);
  const others = wanted.filter((each) => !local.includes(each));
  if (others.length === 0) return;
  const before = others.map(({ id }) => store.tag(id));
  tell(
    core,
    others.map((each) => told(core, each.id, changeTo(each))),
    more,
  );
  const pairs = others.flatMap(({ id }, index): Pair[] => {
    const after = store.tag(id);
    return after ? [{ before: before[index], after }] : [];
  });
  history.remember({ pairs, decided: [], at: tools.now() });
}

function writeHere({ store }: Core, local: readonly Tag[]): void {
  const sketched = local.filter((each) => isSketched(store.state, each)).map(({ id }) => id);
  const next = store.world();
  for (const each of local) setTag(next, each);
  next.show({ sketch: new Set([...store.state.sketch, ...sketched]) });
}

/** What belongs to a sketch: its tags, and links that start or lead there. */
const isSketched = ({ sketch }: DeskState, each: Tag): boolean =>
  sketch.has(each.id) ||
  (each.type === "relation" && [each.from, each.to].some((end) => end !== undefined && sketch.has(end)));

/** Takes the tags of a step back, or does it to them again, leaving alone what others changed meanwhile. */
export function replay(core: Core, pairs: readonly Pair[], back: boolean): void {
  const wanted = pairs.flatMap(({ before, after }) => {
    const now = core.store.tag(after.id);
    const since = back ? { before, after } : { before: after, after: before ?? gone(after) };
    const change = now && takenBack({ ...since, now });
    return change ? [{ change, type: after.type, id: after.id }] : [];
  });
  if (wanted.length === 0) return;
  // Whatever hangs on a tag goes before it and comes back after it.
  const standsFirst = ({ change, type }: (typeof wanted)[number]) =>
    (change.deed === "withdraw") === (type === "annotation");
  const leavingFirst = wanted.toSorted((a, b) => Number(standsFirst(a)) - Number(standsFirst(b)));
  tell(
    core,
    leavingFirst.map(({ id, change }) => told(core, id, change)),
  );
}

/** What every tag has that is made here and now. */
export function fresh({ start, tools }: Core, id: TagId) {
  const { project, report, layer, me } = start;
  const at = new Date(tools.now()).toISOString();
  return {
    id,
    projectId: project.id,
    reportId: report.id,
    layer,
    state: "open" as const,
    version: 0,
    origin: "person",
    codebookVersion: project.codebookVersion,
    createdBy: me.id,
    createdAt: at,
    updatedBy: me.id,
    updatedAt: at,
  };
}

export function newLink(core: Core, { kind, attributes, from, to, toEntity, toArticle, cue }: Link): Relation {
  const { revisionId } = core.start.report;
  return {
    ...fresh(core, newId<TagId>()),
    type: "relation",
    kind,
    attributes: tidy(attributes),
    from,
    ...(to ? { to } : {}),
    ...(toEntity ? { toEntity } : {}),
    ...(toArticle ? { toArticle } : {}),
    ...(cue && cue.length > 0 ? { cue: { revisionId, segments: core.here.segmentsOf(cue) } } : {}),
  };
}

export const withdrawn = (tag: Tag): Tag => ({ ...tag, state: "withdrawn" });
