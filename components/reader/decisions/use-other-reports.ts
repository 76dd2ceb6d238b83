"use client";

import { useTranslations } from "use-intl";
import { useDesk } from "@/components/annotate/use-desk";
import { addressOf, type Queued } from "@/components/queue/address";
import { usePage } from "@/components/reader/panels";
import { useToast } from "@/components/ui/toast";
import type { QueueFilters } from "@/domain/review/queue";
import { queueFilterNames } from "@/domain/review/queue-values";

/** How many pages of the queue are looked through for one that fits. */
const PAGES = 10;

/** Goes on to the next report of the queue, or back to the one before, in the same mode and with the same filters. */
export function useOtherReports() {
  const t = useTranslations("panels.review");
  const tell = useToast();
  const page = usePage();
  const desk = useDesk();

  async function find(way: 1 | -1): Promise<Queued | undefined> {
    const { project, report } = desk.getState();
    const [along, round] = [search(), search()];
    along.set(way > 0 ? "after" : "before", report.id);
    if (way < 0) round.set("before", "ffffffff-ffff-ffff-ffff-ffffffffffff");
    return (await walk(project.id, along)) ?? (await walk(project.id, round));
  }

  async function walk(projectId: string, query: URLSearchParams) {
    const { report } = desk.getState();
    query.set("limit", "2");
    for (let looked = 0; looked < PAGES; looked++) {
      const answer = await desk.ask("GET", `/projects/${projectId}/queue?${query}`);
      if (!answer.ok) return undefined;
      const { items, next } = answer.value;
      const other = items.find(({ reportId }) => reportId !== report.id);
      if (other || !next) return other;
      query.set("cursor", next);
    }
    return undefined;
  }

  return async (way: 1 | -1): Promise<void> => {
    const other = await find(way);
    if (!other) return tell({ title: t("nothingElse") });
    // As they stand in this page's address; the queue's own page has read them.
    page.openReport(addressOf(other, Object.fromEntries(search()) as QueueFilters));
  };
}

/** The queue's filters, as this page's address carries them. */
function search(): URLSearchParams {
  const here = new URLSearchParams(window.location.search);
  const kept = new URLSearchParams();
  for (const name of queueFilterNames) {
    const value = here.get(name);
    if (value) kept.set(name, value);
  }
  return kept;
}
