import type { Assignment } from "@/domain/assignment/assignment";

/** What the bar over a report may ask for. */
export type WorkDialog = "hand-in" | "hand-over" | { return: Assignment };
