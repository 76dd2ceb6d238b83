import { unreachable } from "@/client/api/answer";
import { createDesk } from "@/client/desk/create-desk";
import type { Desk, Span } from "@/client/desk/desk";
import { notOpenYet } from "@/client/desk/not-open-yet";
import type { DeskStart } from "@/client/desk/start";
import { newId } from "@/client/new-id";
import type { ProjectId, ReportId, RevisionId, UserId } from "@/domain/ids";
import type { Report } from "@/domain/report/report";

/** Somebody else than who the desk is of. */
export const someone = newId<UserId>();

/** Where words stand first in a text that has no character beyond the first plane. */
export const spanOf = (text: string, words: string): Span[] => {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” does not stand in the text.`);
  return [{ start, end: start + words.length }];
};

/** A report with this text, which holds no character beyond the first plane. */
export const reportOf = (text: string): Report => ({
  id: newId<ReportId>(),
  projectId: newId<ProjectId>(),
  revisionId: newId<RevisionId>(),
  revision: 1,
  title: "A report",
  language: "en",
  direction: "ltr",
  state: "in work",
  triage: "relevant",
  words: 7,
  codePoints: text.length,
  tags: { open: 0, accepted: 0, returned: 0, rejected: 0 },
  openThreads: 0,
  priority: 0,
  assignees: [],
  createdAt: "2026-11-22T10:00:00.000Z",
  createdBy: newId<UserId>(),
  text,
  offsetUnit: "code point",
  textSha256: "",
  languageGuessed: false,
  original: { sha256: "", bytes: 0, encoding: "utf-8", encodingBasis: "certain", mediaType: "text/plain" },
  extraction: { extractor: "text 1", ranges: [], warnings: [], found: [] },
  foundConfirmed: true,
});

/** What a desk on a report begins with, before anybody tagged anything. */
export const startOn = (report: Report): DeskStart => ({
  project: {
    id: report.projectId,
    name: "A project",
    languages: ["en"],
    mode: "shared",
    twoPersonRule: false,
    codebookVersion: 1,
    codebook: { eventTypes: [], labels: [], relationTypes: [], reportFields: [] },
    reasons: ["Wrong span", "Not a claim"],
  },
  report,
  blocks: [],
  people: [],
  layer: "shared",
  me: { id: newId<UserId>(), mayTag: true, mayDecide: true, mayDiscuss: true },
});

/** A desk on a report of one paragraph that nobody has to fetch, and whose queue is never sent. */
export const deskOn = (text: string, more: Partial<DeskStart> = {}): Desk =>
  createDesk(
    {
      ...startOn(reportOf(text)),
      blocks: [{ ordinal: 0, type: "paragraph", attributes: {}, start: 0, text, before: "" }],
      ...more,
    },
    {
      ask: async () => unreachable,
      now: Date.now,
      drafts: { read: async () => "", write: async () => undefined },
      listen: () => ({ joined: Promise.resolve(), stop: () => undefined }),
      openOutbox: () => notOpenYet([]),
    },
  );
