import type { Deed } from "@/domain/history/entry";

/** What the activity can be narrowed to: kinds of action, each a few entries of the history. */
export const kindsOfAction = {
  tagging: ["tagged", "changed-tag", "withdrew-tag", "restored-tag"],
  review: ["accepted", "accepted-with-change", "accepted-unseen", "returned", "rejected", "undid-verdict"],
  comments: ["opened-thread", "commented", "edited-comment", "resolved-thread", "reopened-thread"],
  work: [
    "assigned",
    "unassigned",
    "started-work",
    "submitted-work",
    "took-back-work",
    "began-review",
    "left-review",
    "returned-work",
    "closed-work",
    "reopened-work",
    "handed-over-work",
    "returned-to-pool",
    "opened-layers",
  ],
  reports: [
    "imported-report",
    "changed-report",
    "triaged-report",
    "closed-report",
    "reopened-report",
    "archived-report",
    "unarchived-report",
    "deleted-report",
  ],
  entities: [
    "made-entity",
    "changed-entity",
    "graded-entity",
    "merged-entity",
    "opened-entities",
    "dismissed-merge",
    "proposed-merge",
  ],
  exports: ["exported"],
  project: [
    "made-project",
    "changed-project",
    "added-member",
    "changed-member",
    "removed-member",
    "archived-project",
    "unarchived-project",
    "deleted-project",
  ],
} as const satisfies Record<string, readonly Deed[]>;
export type KindOfAction = keyof typeof kindsOfAction;

/** Every kind, in the order in which they are offered. */
export const actionKinds = [
  "tagging",
  "review",
  "comments",
  "work",
  "reports",
  "entities",
  "exports",
  "project",
] as const satisfies readonly KindOfAction[];
