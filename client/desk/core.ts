import { createHistory, type History } from "@/client/desk/history";
import { notOpenYet } from "@/client/desk/not-open-yet";
import { segmentMaker } from "@/client/desk/spans";
import { type DeskStart, type DeskTools, stateAt } from "@/client/desk/start";
import { Store } from "@/client/desk/store";
import type { Outbox } from "@/client/outbox/outbox";
import type { NewChange } from "@/client/outbox/queue";
import type { Thing } from "@/domain/change/change";
import type { Here } from "@/domain/change/world";
import type { Thread } from "@/domain/discussion/thread";
import type { Entity } from "@/domain/entity/entity";
import type { TagId, VerdictId } from "@/domain/ids";
import type { Tag } from "@/domain/tag/tag";

/** What the parts of a desk share. */
export type Core = {
  readonly start: DeskStart;
  readonly tools: DeskTools;
  readonly here: Here;
  readonly store: Store;
  readonly history: History;
  /** What the server last said about each thing; a thing that is missing here is only known on this device. */
  readonly confirmed: Map<Thing, Tag | Entity | Thread>;
  /** One's own latest decisions, by their tags. */
  readonly verdicts: Map<TagId, VerdictId>;
  /** Where changes go; before the desk is opened in a browser they are kept for the one to come. */
  outbox: Outbox;
  /** What was told before that. */
  readonly early: NewChange[];
  /** The tag that is being corrected, as it was before. */
  original: Tag | undefined;
  /** The same, while its correction is given up for a decision. */
  judged: Tag | undefined;
  savedAt: string | undefined;
  closed: boolean;
};

export function createCore(start: DeskStart, tools: DeskTools): Core {
  const { report, me, layer, project } = start;
  const { codebookVersion } = project;
  const early: NewChange[] = [];
  return {
    start,
    tools,
    here: { me: me.id, layer, codebookVersion, segmentsOf: segmentMaker(() => report.text) },
    store: new Store(stateAt(start)),
    history: createHistory(),
    confirmed: new Map(),
    verdicts: new Map(),
    outbox: notOpenYet(early),
    early,
    original: undefined,
    judged: undefined,
    savedAt: undefined,
    closed: false,
  };
}
