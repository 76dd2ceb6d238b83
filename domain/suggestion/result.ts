/** What came of a job that read reports. Of a service: reports sent to it, proposals left out, and its last trouble. */
export type SuggestResult = {
  reports: number;
  service?: { asked: number; left: number; trouble?: string | undefined } | undefined;
};
