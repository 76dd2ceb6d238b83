import { conflictsOf, onState } from "@/client/desk/actions/conflicts";
import { discussionOf } from "@/client/desk/actions/discussion";
import { entitiesOf } from "@/client/desk/actions/entities";
import { finalsOf } from "@/client/desk/actions/finals";
import { linksOf } from "@/client/desk/actions/links";
import { reviewOf } from "@/client/desk/actions/review";
import { selectionOf } from "@/client/desk/actions/selection";
import { suggestionsOf } from "@/client/desk/actions/suggestions";
import { tagsOf } from "@/client/desk/actions/tags";
import { undoOf } from "@/client/desk/actions/undo";
import { load, onAcknowledged, refresh, takeOver } from "@/client/desk/arrivals";
import { catchUp, isKnown } from "@/client/desk/colleagues";
import { type Core, createCore } from "@/client/desk/core";
import type { Desk } from "@/client/desk/desk";
import type { DeskStart, DeskTools } from "@/client/desk/start";
import { createFollower } from "@/client/follow/follower";

/** Opens one report in one window: see Desk. */
export function createDesk(start: DeskStart, tools: DeskTools): Desk {
  const core = createCore(start, tools);
  const finals = finalsOf(core);
  let leave: () => void = () => undefined;
  takeOver(core, core.store.world(), start);
  return {
    start() {
      leave = enter(core);
    },
    getState: () => core.store.state,
    subscribe: (listener) => core.store.subscribe(listener),
    ...selectionOf(core),
    ...tagsOf(core),
    ...linksOf(core),
    ...suggestionsOf(core),
    ...finals,
    ...entitiesOf(core),
    ...undoOf(core),
    ...discussionOf(core),
    ...reviewOf(core),
    ...conflictsOf(core),
    async refresh() {
      core.outbox.doubt();
      await refresh(core);
    },
    ask: tools.ask,
    drafts: tools.drafts,
    close() {
      finals.leaveSketch();
      core.closed = true;
      leave();
      void core.outbox.close();
    },
  };
}

/** Opens the outbox, listens to colleagues and fetches what is missing; answers how to stop listening. */
function enter(core: Core): () => void {
  const { tools, start, early } = core;
  core.closed = false;
  core.outbox = tools.openOutbox({
    onState: (state) => onState(core, state),
    onAcknowledged: (done) => onAcknowledged(core, done),
  });
  core.outbox.add(early.splice(0));
  const follower = createFollower({
    on: { projectId: start.project.id, reportId: start.report.id },
    isKnown: (entry) => isKnown(core, entry),
    catchUp: (touched, entries) => catchUp(core, touched, entries),
  });
  const listening = tools.listen(follower.hear);
  void load(core);
  return () => {
    listening.stop();
    follower.close();
  };
}
