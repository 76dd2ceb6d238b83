import type { Ask } from "@/client/api/ask";
import { isTag, saidIn } from "@/client/desk/answers";
import { annotationBody, changeTo, mentionedBy, relationBody, type Told } from "@/client/desk/changes";
import { carry, sameContent, tidy } from "@/client/desk/content";
import type { Desk, DeskState, Link, Person, ProjectHere } from "@/client/desk/desk";
import { draftOf } from "@/client/desk/draft";
import { type Fetched, fetchReport } from "@/client/desk/fetch-report";
import { finalOf } from "@/client/desk/final-of";
import { heldIn } from "@/client/desk/held";
import { createHistory, type Decided, type Pair } from "@/client/desk/history";
import { linkBetween } from "@/client/desk/link-between";
import { relationsOf } from "@/client/desk/linked";
import { notOpenYet } from "@/client/desk/not-open-yet";
import { same } from "@/client/desk/same";
import { savingOf } from "@/client/desk/saving";
import { planSeveral } from "@/client/desk/several";
import { segmentMaker } from "@/client/desk/spans";
import { withWish } from "@/client/desk/with-wish";
import { apply, type Here, setTag, tagIn, type World } from "@/client/desk/world";
import { fetchTouched } from "@/client/follow/fetch-touched";
import { createFollower, type Follower } from "@/client/follow/follower";
import { newsOf } from "@/client/follow/news";
import { isNothing, type Touched } from "@/client/follow/touched";
import type { LiveWord } from "@/client/live/word";
import { newId } from "@/client/new-id";
import type { Change, Thing } from "@/client/outbox/change";
import type { Drafts } from "@/client/outbox/drafts";
import type { Acknowledged } from "@/client/outbox/neighbours";
import type { Outbox, OutboxState } from "@/client/outbox/outbox";
import type { Thread } from "@/domain/discussion/thread";
import type { Entity } from "@/domain/entity/entity";
import type { Deed } from "@/domain/history/entry";
import type { CommentId, EntityId, TagId, ThreadId, UserId, VerdictId } from "@/domain/ids";
import type { LiveEntry } from "@/domain/live/live-event";
import type { Block, Report } from "@/domain/report/report";
import { stillGuessed } from "@/domain/tag/guessed";
import type { Annotation, Relation, Tag } from "@/domain/tag/tag";

/** What a page knows of a report when it opens; what is left out is fetched. */
export type ReaderStart = {
  project: ProjectHere;
  report: Report;
  blocks: readonly Block[];
  people: readonly Person[];
  /** The layer this person writes in. */
  layer: string;
  me: DeskState["me"];
  /** What is written for the analysts on what a reviewer leaves out of the final layer. */
  leftOutReason?: string;
  entities?: readonly Entity[];
  threads?: readonly Thread[];
  annotations?: readonly Annotation[];
  relations?: readonly Relation[];
  /** Where the history was when this was known. */
  position?: string;
};

export type DeskTools = {
  /** Hears what happens from now on; what is fetched after `joined` misses nothing. */
  listen: (hear: (word: LiveWord) => void) => { joined: Promise<void>; stop: () => void };
  ask: Ask;
  now: () => number;
  drafts: Drafts;
  openOutbox: (handlers: {
    onState: (state: OutboxState) => void;
    onAcknowledged: (done: readonly Acknowledged[]) => void;
  }) => Outbox;
};

/** Changes that make a version, which tells whether they are here. */
const ownChanges: Partial<Record<Deed, true>> = {
  tagged: true,
  "changed-tag": true,
  "withdrew-tag": true,
  "restored-tag": true,
};

const byId = <Id, T extends { id: Id }>(things: readonly T[]): Map<Id, T> =>
  new Map(things.map((thing) => [thing.id, thing]));

/** Opens one report in one window: see Desk. */
export function createDesk(start: ReaderStart, tools: DeskTools): Desk {
  const { ask, now } = tools;
  const { project, report, me } = start;
  const history = createHistory();
  const listeners = new Set<(state: DeskState, previous: DeskState) => void>();
  /** What the server last said about each thing; a thing that is missing here is only known on this device. */
  const confirmed = new Map<Thing, Tag | Entity | Thread>();
  const verdicts = new Map<TagId, VerdictId>();
  /** The tag that is being corrected, as it was before; and while its correction is given up for a decision. */
  let original: Tag | undefined;
  let judged: Tag | undefined;
  /** What a sketch was drawn over, and how it began. */
  const sketchedOver = new Map<TagId, Tag | undefined>();
  const sketchedAs = new Map<TagId, Tag>();
  let savedAt: string | undefined;

  const here: Here = {
    report,
    me: me.id,
    layer: start.layer,
    codebookVersion: project.codebookVersion,
    segmentsOf: segmentMaker(() => report.text),
  };

  let state: DeskState = {
    project,
    report,
    blocks: start.blocks,
    annotations: byId<TagId, Annotation>(start.annotations ?? []),
    relations: byId<TagId, Relation>(start.relations ?? []),
    entities: byId<EntityId, Entity>(start.entities ?? []),
    threads: byId<ThreadId, Thread>(start.threads ?? []),
    people: byId<UserId, Person>(start.people),
    me,
    selected: null,
    hovered: null,
    picked: new Set(),
    passage: [],
    linkingFrom: null,
    linkingAs: null,
    linkingTo: null,
    reviewing: false,
    correcting: null,
    sketch: new Set(),
    filters: { hiddenKinds: new Set(), states: null, query: "" },
    saving: { state: "saved", at: undefined },
    conflicts: new Map(),
    refused: [],
    loaded: false,
    openThread: null,
    news: [],
  };

  function set(change: Partial<DeskState>) {
    const previous = state;
    state = { ...state, ...change };
    for (const listener of listeners) listener(state, previous);
  }

  const tag = (id: TagId) => tagIn(state, id);

  /** A copy of the things of the report to write into, and a way to show it. */
  function world(): World & { show: (more?: Partial<DeskState>) => void } {
    const annotations = draftOf(state.annotations);
    const relations = draftOf(state.relations);
    const entities = draftOf(state.entities);
    const threads = draftOf(state.threads);
    const done = () => ({
      annotations: annotations.done(),
      relations: relations.done(),
      entities: entities.done(),
      threads: threads.done(),
    });
    return { annotations, relations, entities, threads, show: (more = {}) => set({ ...done(), ...more }) };
  }

  // ── What goes out ────────────────────────────────────────────────────────────────────────────────────────────────

  function told(thing: Thing, change: Change, verdictId?: VerdictId): Told {
    const ticket = {
      opId: newId<Told["ticket"]["opId"]>(),
      projectId: project.id,
      reportId: report.id,
      deed: change.deed,
      thing,
      needs: mentionedBy(change).filter((id) => (!confirmed.has(id) && isMine(id)) || isEnd(change, id)),
      version: versionOf(thing),
      at: now(),
      ...seenVerdict(thing, change, verdictId),
    };
    return { ticket, change };
  }

  /** A link arrives after what was done to its ends before: a withdrawn end has to be back first. */
  const isEnd = ({ deed }: Change, id: Thing) => deed === "put-relation" && state.annotations.has(id as TagId);

  /** Nothing is known yet of what is made in the same breath. */
  const isMine = (id: Thing) => ((tag(id as TagId) ?? state.entities.get(id as EntityId))?.version ?? 0) === 0;

  /** While a tag is being corrected it is seen as it was when that began, whatever others do to it meanwhile. */
  const corrected = (thing: Thing) => [original, judged].find((each) => each?.id === thing);

  function versionOf(thing: Thing): number | undefined {
    const known = corrected(thing) ?? confirmed.get(thing);
    return known && "version" in known ? known.version : undefined;
  }

  /** The verdict that is shown on the tag of a change; of one that is to be taken back, its own. */
  function seenVerdict(thing: Thing, { deed }: Change, own: VerdictId | undefined): Pick<Told["ticket"], "verdictId"> {
    const shown = corrected(thing) ?? tag(thing as TagId);
    const verdictId = deed === "undo-verdict" ? own : shown?.verdict?.id;
    return verdictId ? { verdictId } : {};
  }

  /** Shows changes and puts them into the outbox, all in one go. */
  function tell(all: readonly Told[], more: Partial<DeskState> = {}) {
    const next = world();
    for (const { ticket, change } of all) apply(next, ticket, change, here);
    next.show(more);
    outbox.add(all);
  }

  /** What belongs to a sketch: its tags, and links that start or lead there. */
  const isSketched = (each: Tag): boolean =>
    state.sketch.has(each.id) ||
    (each.type === "relation" && [each.from, each.to].some((end) => end !== undefined && state.sketch.has(end)));

  /** Ends a sketch: what stood there before stands there again. Answers what it came to. */
  function endSketch(): Tag[] {
    const made = [...state.sketch].flatMap((id) => tag(id) ?? []).filter(({ state: to }) => to !== "withdrawn");
    const next = world();
    for (const id of state.sketch) {
      const before = sketchedOver.get(id);
      next.annotations.delete(id);
      next.relations.delete(id);
      if (before) setTag(next, before);
    }
    const gone = state.selected !== null && !tagIn(next, state.selected);
    next.show({ sketch: new Set(), ...(gone && { selected: null }) });
    return made.toSorted((a, b) => (a.type === b.type ? 0 : a.type === "annotation" ? -1 : 1));
  }

  /** Makes tags what they are wanted to be; one step to undo. */
  function write(wanted: readonly Tag[], more: Partial<DeskState> = {}): void {
    if (wanted.length === 0) return;
    const local = wanted.filter((each) => each.id === state.correcting || isSketched(each));
    if (local.length > 0) {
      const next = world();
      for (const each of local) setTag(next, each);
      next.show({ sketch: new Set([...state.sketch, ...local.filter(isSketched).map(({ id }) => id)]) });
    }
    const others = wanted.filter((each) => !local.includes(each));
    if (others.length === 0) return;
    const before = others.map(({ id }) => tag(id));
    tell(
      others.map((each) => told(each.id, changeTo(each))),
      more,
    );
    const pairs = others.flatMap(({ id }, index): Pair[] => {
      const after = tag(id);
      return after ? [{ before: before[index], after }] : [];
    });
    history.remember({ pairs, decided: [], at: now() });
  }

  /** Makes a step's tags what they were before it, or after it again, leaving alone what others changed meanwhile. */
  function replay(pairs: readonly Pair[], back: boolean) {
    const wanted = pairs.flatMap(({ before, after }): Tag[] => {
      const current = tag(after.id);
      if (!current) return [];
      // What was derived from others' tags is then undecided again, not left out.
      const gone: Tag = { ...after, state: "withdrawn", ...(after.derivedFrom && { derivedFrom: [] }) };
      const goal = carry(current, back ? after : (before ?? gone), back ? (before ?? gone) : after);
      return sameContent(goal, current) ? [] : [goal];
    });
    if (wanted.length === 0) return;
    // Whatever hangs on a tag goes before it and comes back after it.
    const leavingFirst = wanted.toSorted((a, b) => Number(standsFirst(a)) - Number(standsFirst(b)));
    tell(leavingFirst.map((each) => told(each.id, changeTo(each))));
  }
  const standsFirst = (each: Tag) => (each.state === "withdrawn") === (each.type === "annotation");

  function fresh(id: TagId) {
    const at = new Date(now()).toISOString();
    return {
      id,
      projectId: project.id,
      reportId: report.id,
      layer: start.layer,
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

  function newLink({ kind, attributes, from, to, toEntity, toArticle, cue }: Link): Relation {
    return {
      ...fresh(newId<TagId>()),
      type: "relation",
      kind,
      attributes: tidy(attributes),
      from,
      ...(to ? { to } : {}),
      ...(toEntity ? { toEntity } : {}),
      ...(toArticle ? { toArticle } : {}),
      ...(cue && cue.length > 0 ? { cue: { revisionId: report.revisionId, segments: here.segmentsOf(cue) } } : {}),
    };
  }

  function decideAll(decided: readonly Decided[], remember = true) {
    tell(
      decided.flatMap(({ id, decision, reason, change }) => {
        const about = tag(id);
        if (!about) return [];
        const type = about.type;
        return [told(id, { deed: "decide", type, decision, reason, ...(change ? { change } : {}) })];
      }),
    );
    if (remember) history.remember({ pairs: [], decided, at: now() });
  }

  /** Begins or gives up a correction; what others did to the tag meanwhile shows again. */
  function correct(id: TagId | null) {
    const given = original;
    original = id ? tag(id) : undefined;
    if (!given) return set({ correcting: id });
    const said = confirmed.get(given.id);
    const next = world();
    setTag(next, said && isTag(said) && said.version > given.version ? said : given);
    next.show({ correcting: id });
  }

  /** Decides on tags as they are seen; a correction that was begun on one of them is given up for it. */
  function judging(ids: readonly TagId[], decide: () => void) {
    if (state.correcting && ids.includes(state.correcting)) {
      judged = original;
      correct(null);
    }
    decide();
    judged = undefined;
  }

  async function takeBack(id: TagId): Promise<void> {
    const about = tag(id);
    if (!about) return;
    const waiting = outbox.state().waiting.some(({ row }) => row.thing === id && row.deed === "decide");
    const known = verdicts.get(id) ?? (waiting || outbox.isWaiting(id) ? undefined : await latestVerdict(about));
    verdicts.delete(id);
    tell([told(id, { deed: "undo-verdict" }, known)]);
  }

  async function latestVerdict({ id, type }: Tag): Promise<VerdictId | undefined> {
    const answer = await ask("GET", `/${type}s/${id}`);
    if (answer.kind !== "ok") return undefined;
    const { verdicts: all } = answer.body as { verdicts: { id: VerdictId; by: UserId; at: string }[] };
    return all.filter(({ by }) => by === me.id).toSorted((a, b) => b.at.localeCompare(a.at))[0]?.id;
  }

  // ── What comes back ──────────────────────────────────────────────────────────────────────────────────────────────

  const newer = (known: { version?: number } | undefined, said: { version?: number }) =>
    !known || (said.version ?? 0) >= (known.version ?? 0);

  /** Takes over what the server says about things, except where changes of ours still wait to reach it. */
  function takeOver(next: World, { annotations, relations, entities, threads }: Fetched) {
    for (const said of [...(annotations ?? []), ...(relations ?? [])]) {
      if (!newer(confirmed.get(said.id) as Tag | undefined, said)) continue;
      confirmed.set(said.id, said);
      if (outbox.isWaiting(said.id) || said.id === state.correcting || same(tagIn(next, said.id), said)) continue;
      setTag(next, said);
    }
    for (const said of entities ?? []) {
      confirmed.set(said.id, said);
      if (!outbox.isWaiting(said.id)) next.entities.set(said.id, said);
    }
    for (const said of threads ?? []) {
      confirmed.set(said.id, said);
      if (!outbox.isWaiting(said.id)) next.threads.set(said.id, said);
    }
  }

  function onAcknowledged(done: readonly Acknowledged[]) {
    const next = world();
    for (const { ticket, change, answer } of done) {
      if (ticket.reportId !== report.id && ticket.deed !== "put-entity") continue;
      takeOver(
        next,
        saidIn(change, answer, (id, verdict) => verdicts.set(id, verdict)),
      );
    }
    savedAt = new Date(now()).toISOString();
    next.show({ saving: savingOf(outbox.state(), report.id, savedAt) });
  }

  function onState(box: OutboxState) {
    const { conflicts, refused, stale } = heldIn(box, tag);
    for (const theirs of stale) confirmed.set(theirs.id, theirs);
    set({ conflicts, refused, saving: savingOf(box, report.id, savedAt) });
    for (const { ours, theirs, deciding } of conflicts.values()) {
      // Both sides say the same: there is nothing to choose.
      if (!deciding && sameContent(ours, theirs)) settle(ours.id, "theirs");
    }
  }

  /** Shows of these things what the server last said, or nothing when it never heard of them. */
  function fallBack(things: readonly Thing[]) {
    const next = world();
    for (const thing of things) {
      const said = confirmed.get(thing);
      next.annotations.delete(thing as TagId);
      next.relations.delete(thing as TagId);
      if (said && isTag(said)) setTag(next, said);
      else if (!said) {
        next.entities.delete(thing as EntityId);
        next.threads.delete(thing as ThreadId);
      }
    }
    next.show(state.selected && !tagIn(next, state.selected) ? { selected: null } : {});
  }

  function settle(id: TagId, keep: "ours" | "theirs") {
    const conflict = state.conflicts.get(id);
    if (!conflict) return;
    const { ours, theirs } = conflict;
    if (keep === "ours") {
      if (theirs.id === id) void outbox.resubmit(id, { version: theirs.version, verdictId: theirs.verdict?.id });
      else void settleAnew(ours, theirs);
      return;
    }
    void outbox.discard(id).then((gone) => {
      fallBack([...gone, theirs.id]);
      const after = tag(id);
      if (after && !sameContent(ours, after)) {
        history.remember({ pairs: [{ before: ours, after }], decided: [], at: now() });
      }
    });
  }

  /** Writes ours, and the links that were made with it, over the final tag by which a colleague settled the same. */
  async function settleAnew(ours: Tag, theirs: Tag) {
    const links = relationsOf(state, ours.id);
    fallBack(await outbox.discard(ours.id));
    confirmed.set(theirs.id, theirs);
    const to = (end: TagId | undefined) => (end === ours.id ? theirs.id : end);
    const again = links.map(({ from, to: end, ...link }): Tag => {
      const other = to(end);
      return { ...link, ...fresh(newId<TagId>()), from: to(from) ?? from, ...(other && { to: other }) };
    });
    const { id, version, createdBy, createdAt } = theirs;
    write([{ ...ours, id, version, createdBy, createdAt, state: "open" }, ...again]);
  }

  async function load(attempt = 0): Promise<void> {
    try {
      // The stream is heard from the page's own position on, so that nothing is missed by not waiting for it.
      const [fetched] = await Promise.all([fetchReport(ask, start), outbox.load()]);
      const waiting = await outbox.load();
      const next = world();
      takeOver(next, fetched);
      for (const { row, change } of waiting) if (change && row.reportId === report.id) apply(next, row, change, here);
      next.show({ loaded: true, ...(fetched.people ? { people: byId<UserId, Person>(fetched.people) } : {}) });
      outbox.retry();
    } catch {
      // The device or the server is not ready yet: the text can be read meanwhile.
      await new Promise((resolve) => setTimeout(resolve, Math.min(15_000, 500 * 2 ** attempt)));
      if (!closed) await load(attempt + 1);
    }
  }

  /** Whether this is our own doing, and here already or soon by its acknowledgement. */
  function isKnown({ did, by, tagId, version, refs }: LiveEntry): boolean {
    if (by !== me.id) return false;
    const thing = (refs["threadId"] ?? tagId) as Thing | undefined;
    if (!thing) return false;
    if (outbox.isWaiting(thing)) return true;
    const known = confirmed.get(thing);
    if (known && isTag(known)) return version !== undefined && known.version >= version && did in ownChanges;
    const { commentId } = refs;
    return !!known && "comments" in known && known.comments.some(({ id }) => id === commentId);
  }

  /** Takes over what others did, and says it. */
  async function catchUp(touched: Touched, entries: readonly LiveEntry[]): Promise<void> {
    const { said, gone } = isNothing(touched)
      ? { said: {}, gone: [] }
      : await fetchTouched(ask, { project, report }, touched);
    if (closed) return;
    const next = world();
    takeOver(next, said);
    for (const id of [...gone, ...(touched.everything ? unsaid(said) : [])])
      if (!outbox.isWaiting(id)) forget(next, id);
    const shut = entries.findLast(({ did }) => did === "closed-report" || did === "reopened-report");
    const may = shut?.did === "closed-report" ? { mayTag: false, mayDecide: false, mayDiscuss: false } : start.me;
    const news = newsOf(entries, me.id);
    next.show({
      ...(news.length > 0 ? { news } : {}),
      ...(shut ? { me: { ...start.me, ...may }, report: shutAt(state.report, shut) } : {}),
      ...(state.selected && !tagIn(next, state.selected) ? { selected: null } : {}),
    });
  }

  /** The report as it is since it was closed or opened again. */
  function shutAt({ closedAt: _was, ...open }: DeskState["report"], { did, at }: { did: string; at: string }) {
    return did === "closed-report" ? { ...open, closedAt: at } : open;
  }

  /** Of all that the server once told, what it does not tell any more. */
  function unsaid({ annotations = [], relations = [], threads = [] }: Fetched): (TagId | ThreadId)[] {
    const told = new Set<string>([...annotations, ...relations, ...threads].map(({ id }) => id));
    const known = [...state.annotations.keys(), ...state.relations.keys(), ...state.threads.keys()];
    return known.filter((id) => confirmed.has(id) && !told.has(id));
  }

  function forget(next: World, id: TagId | ThreadId) {
    confirmed.delete(id);
    next.annotations.delete(id as TagId);
    next.relations.delete(id as TagId);
    next.threads.delete(id as ThreadId);
  }

  async function refresh(): Promise<void> {
    const fetched = await fetchReport(ask, { project, report }).catch(() => undefined);
    if (!fetched || closed) return;
    const next = world();
    takeOver(next, fetched);
    next.show();
  }

  let closed = false;
  let listening: ReturnType<DeskTools["listen"]> | undefined;
  let follower: Follower | undefined;
  const early: Told[] = [];
  let outbox: Outbox = notOpenYet(early);
  takeOver(world(), start);

  return {
    start() {
      closed = false;
      outbox = tools.openOutbox({ onState, onAcknowledged });
      outbox.add(early.splice(0));
      follower = createFollower({ on: { projectId: project.id, reportId: report.id }, isKnown, catchUp });
      listening = tools.listen(follower.hear);
      void load();
    },
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    select(id, picking = false) {
      const { linkingFrom } = state;
      if (!picking && state.picked.size > 0) set({ picked: new Set() });
      const to = id ? state.annotations.get(id) : undefined;
      const link = linkingFrom && to && id !== linkingFrom ? linkBetween(linkingFrom, to, state.linkingAs) : undefined;
      if (link === "unsaid") return set({ linkingTo: `tag:${id}` });
      if (link) {
        set({ linkingFrom: null, linkingTo: null });
        this.link(link);
        return;
      }
      if (id !== state.selected || linkingFrom) set({ selected: id, linkingFrom: null });
    },
    pick: (ids) => set({ picked: new Set(ids) }),
    hover(id) {
      if (id !== state.hovered) set({ hovered: id });
    },
    choose: (passage, selected = state.selected) => set({ passage, selected }),
    filter: (filters) => set({ filters: { ...state.filters, ...filters } }),
    startLinking: (from, as = null) => set({ linkingFrom: from, linkingAs: as, linkingTo: null }),
    linkTo: (chosen) => set({ linkingTo: chosen }),
    review: (on) => set({ reviewing: on && (me.mayDecide || me.mayTag) }),
    showThread: (id) => set({ openThread: id }),

    annotate(kind, spans, attributes = {}) {
      const [id] = this.annotateAll(kind, [spans], attributes);
      if (!id) throw new RangeError("Nothing was chosen to tag.");
      return id;
    },
    annotateAll(kind, places, attributes = {}, derivedFrom) {
      const made = places.map(
        (spans): Annotation => ({
          ...fresh(newId<TagId>()),
          type: "annotation",
          kind,
          attributes: tidy(attributes),
          ...(derivedFrom && { derivedFrom: [...derivedFrom] }),
          revisionId: report.revisionId,
          segments: here.segmentsOf(spans),
        }),
      );
      write(made, { passage: [] });
      return made.map(({ id }) => id);
    },
    changeSpans(id, spans) {
      const about = state.annotations.get(id);
      if (about && spans.length > 0) write([{ ...about, segments: here.segmentsOf(spans) }]);
    },
    changeKind(id, kind) {
      const about = state.annotations.get(id);
      if (!about || about.kind === kind) return;
      // What was said about a claim means nothing about a place; the note is anybody's. Undo brings all back.
      const { note } = about.attributes;
      const lost = relationsOf(state, id).map((relation): Tag => ({ ...relation, state: "withdrawn" }));
      write([...lost, { ...about, kind, attributes: tidy({ note }) }]);
    },
    changeAttributes(id, change) {
      this.changeAttributesOfAll([id], change);
    },
    changeAttributesOfAll(ids, change) {
      const wanted = ids.flatMap((id): Tag[] => {
        const about = tag(id);
        if (!about) return [];
        const attributes = tidy({ ...about.attributes, ...change, ...stillGuessed(about.attributes, change) });
        const next: Tag = { ...about, attributes };
        return sameContent(next, about) ? [] : [next];
      });
      write(wanted);
    },
    changePicked(change, others = false) {
      const { wanted, outcome } = planSeveral(state, change, { others, newLink });
      write(wanted);
      if ("withdraw" in change && outcome.changed.length > 0) {
        const gone = new Set(outcome.changed);
        const selected = state.selected && gone.has(state.selected) ? null : state.selected;
        set({ picked: new Set([...state.picked].filter((id) => !gone.has(id))), selected });
      }
      return outcome;
    },
    withdraw(id) {
      const about = tag(id);
      if (!about || about.state === "withdrawn") return;
      const hanging = about.type === "annotation" ? relationsOf(state, id) : [];
      write([...hanging, about].map((each): Tag => ({ ...each, state: "withdrawn" })));
      if (state.selected === id) set({ selected: null });
    },
    adjudicate(finals) {
      const drafts = finals.map((final) => ({ ...final, id: final.id ?? newId<TagId>() }));
      const made = drafts.map(({ id, leftOut, ...draft }): Tag => {
        const known = tag(id);
        const final = finalOf(known ?? fresh(id), draft);
        return known && leftOut ? { ...final, state: "withdrawn" } : final;
      });
      const leaving = made.filter(({ id, kind, state: to }) => to === "withdrawn" || tag(id)?.kind !== kind);
      const ids = new Set(made.map(({ id }) => id));
      const hanging = new Set(leaving.flatMap(({ id }) => relationsOf(state, id)).filter(({ id }) => !ids.has(id)));
      const leftOut = drafts.filter((draft) => draft.leftOut && !tag(draft.id)).map(({ id }) => id);
      write([...[...hanging].map((each): Tag => ({ ...each, state: "withdrawn" })), ...made]);
      const reason = start.leftOutReason ?? "";
      decideAll(
        leftOut.map((id) => ({ id, decision: "reject", reason })),
        false,
      );
      return made.map(({ id }) => id);
    },
    sketch(finals) {
      this.leaveSketch();
      const made = finals.map((final): Tag => {
        const id = final.id ?? newId<TagId>();
        const { leftOut: _leftOut, ...draft } = final;
        return finalOf(tag(id) ?? fresh(id), draft);
      });
      sketchedOver.clear();
      sketchedAs.clear();
      const next = world();
      for (const each of made) {
        sketchedOver.set(each.id, tag(each.id));
        sketchedAs.set(each.id, each);
        setTag(next, each);
      }
      next.show({ sketch: new Set(made.map(({ id }) => id)) });
      return made.map(({ id }) => id);
    },
    keepSketch() {
      write(endSketch());
    },
    dropSketch() {
      if (state.sketch.size > 0) endSketch();
    },
    leaveSketch() {
      const changed = [...state.sketch].some((id) => {
        const [began, now_] = [sketchedAs.get(id), tag(id)];
        return !began || !now_ || !sameContent(began, now_);
      });
      if (changed) this.keepSketch();
      else this.dropSketch();
    },
    undecide(id) {
      const about = tag(id);
      if (!about || about.state === "withdrawn") return;
      const hanging = about.type === "annotation" ? relationsOf(state, id) : [];
      write([...hanging, about].map((each): Tag => ({ ...each, state: "withdrawn", derivedFrom: [] })));
    },
    restore(id) {
      const about = tag(id);
      if (about?.state === "withdrawn") write([{ ...about, state: "open" }]);
    },
    link(link) {
      const made = newLink(link);
      write([made]);
      return made.id;
    },
    linkAll(links) {
      const made = links.map(newLink);
      write(made);
      return made.map(({ id }) => id);
    },
    changeLink(id, attributes) {
      this.changeAttributes(id, attributes);
    },
    changeCue(id, spans) {
      const about = state.relations.get(id);
      if (!about) return;
      const { cue: _cue, ...rest } = about;
      const cue = { revisionId: report.revisionId, segments: here.segmentsOf(spans) };
      write([spans.length > 0 ? { ...rest, cue } : rest]);
    },
    makeEntity(entity) {
      const id = newId<EntityId>();
      tell([told(id, { deed: "put-entity", body: entity })]);
      return id;
    },
    meetEntity(entity) {
      if (state.entities.has(entity.id)) return;
      confirmed.set(entity.id, entity);
      set({ entities: new Map(state.entities).set(entity.id, entity) });
    },

    undo() {
      const step = history.undo();
      if (!step) return;
      replay(step.pairs, true);
      for (const { id } of step.decided) void takeBack(id);
    },
    redo() {
      const step = history.redo();
      if (!step) return;
      replay(step.pairs, false);
      if (step.decided.length > 0) decideAll(step.decided, false);
    },
    canUndo: history.canUndo,
    canRedo: history.canRedo,

    discuss(target, body) {
      const id = newId<ThreadId>();
      const { revisionId } = report;
      const sent =
        target.on === "passage"
          ? {
              on: "passage" as const,
              revisionId,
              segments: here.segmentsOf(target.spans).map(({ start, end, quote }) => ({ start, end, quote })),
            }
          : target;
      tell([told(id, { deed: "open-thread", body: { target: sent, body, commentId: newId<CommentId>() } })]);
      return id;
    },
    reply: (thread, body) => tell([told(thread, { deed: "comment", body: { id: newId<CommentId>(), body } })]),
    editComment: (thread, commentId, body) => tell([told(thread, { deed: "edit-comment", commentId, body })]),
    setThreadState: (thread, to) => tell([told(thread, { deed: "set-thread", state: to })]),

    decide(id, decision, reason, change) {
      const about = tag(id);
      if (!about) return;
      const wanted = withChange(about, change);
      const body = wanted.type === "annotation" ? annotationBody(wanted) : relationBody(wanted);
      if (decision === "accept-with-change") {
        decideAll([{ id, decision, reason, change: body }]);
        original = undefined;
        set({ correcting: null });
        return;
      }
      const before = corrected(id);
      const wished = decision === "return" && before !== undefined && !sameContent(before, wanted);
      judging([id], () => decideAll([{ id, decision, reason, ...(wished ? { change: body } : {}) }]));
    },
    decideAlike(ids, decision, reason = "") {
      judging(ids, () => decideAll(ids.map((id) => ({ id, decision, reason }))));
    },
    takeWish(id) {
      const about = tag(id);
      const wish = about?.verdict?.wish;
      if (about && wish) write([withWish(about, wish, here.segmentsOf)]);
    },
    undoVerdict(id) {
      const of = [...verdicts].find(([, verdict]) => verdict === id);
      if (of) tell([told(of[0], { deed: "undo-verdict" }, id)]);
    },
    takeBack(id) {
      void takeBack(id);
    },
    correct(id) {
      correct(id);
    },

    settle,
    dismissRefused(index) {
      const refusal = state.refused[index];
      if (!refusal) return;
      const thing = refusal.thing as Thing;
      void outbox.discard(thing).then((gone) => fallBack(gone));
    },
    retry: () => outbox.retry(),
    isUnkept() {
      const { unsaved, waiting, fleeting } = outbox.state();
      return unsaved > 0 || (fleeting && waiting.length > 0);
    },
    async refresh() {
      outbox.doubt();
      await refresh();
    },
    ask,
    drafts: tools.drafts,
    close() {
      this.leaveSketch();
      closed = true;
      listening?.stop();
      follower?.close();
      void outbox.close();
    },
  };

  function withChange(about: Tag, change: Parameters<Desk["decide"]>[3]): Tag {
    const { spans, attributes, kind } = change ?? {};
    const said = { ...about, attributes: tidy({ ...about.attributes, ...attributes }) };
    if (said.type === "relation") return said;
    return { ...said, kind: kind ?? said.kind, segments: spans ? here.segmentsOf(spans) : said.segments };
  }
}
