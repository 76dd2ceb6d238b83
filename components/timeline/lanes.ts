import type { TimelineEvent } from "@/domain/event/timeline";

/** Events that stand together; without a name where there is only one lane. */
export type Lane = { name: string | undefined; events: readonly TimelineEvent[] };
