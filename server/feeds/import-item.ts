import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { Feed } from "@/domain/feed/feed";
import type { ReportId } from "@/domain/ids";
import { OpId } from "@/domain/ids";
import type { ImportResult } from "@/domain/report/import-outcome";
import { now } from "@/server/clock";
import type { FoundItem } from "@/server/feeds/item";
import { pageOf } from "@/server/feeds/source";
import { encodingNamed } from "@/server/import/encodings/labels";
import { opIdWithin } from "@/server/import/op-ids";
import { importSent } from "@/server/import/sent";
import { JobFailed } from "@/server/jobs/kind";

type ImportedItem = { outcome: "imported" | "known"; reportId: ReportId } | { outcome: "refused"; reason: string };

/**
 * Imports one item as if its file had come by hand: read in the same thread, refused for the same reasons, known by the
 * same texts. Throws `FeedTrouble` where its page can't be fetched now.
 */
export async function importItem(actor: Actor, feed: Feed, item: FoundItem): Promise<ImportedItem> {
  const page = feed.kind === "rss" && feed.take === "page" ? await pageOf(item) : undefined;
  const bytes = page?.bytes ?? (await item.bytes());
  const form = new FormData();
  form.append("files", new File([bytes], page ? "page.html" : item.fileName));
  const charset = page?.charset !== undefined && encodingNamed(page.charset) ? page.charset : undefined;
  const said = {
    opId: opIdWithin(OpId.parse(feed.id), item.key),
    retrieved: now().toISOString(),
    take: page ? "article" : "whole",
    ...(charset !== undefined && { encoding: charset }),
    ...(feed.kind === "rss" && { title: item.title }),
    ...(feed.outlet !== undefined && { outlet: feed.outlet }),
    ...(item.author !== undefined && { author: item.author }),
    ...(item.published !== undefined && { published: item.published }),
    ...(item.address !== undefined && { url: item.address }),
  };
  for (const [name, value] of Object.entries(said)) form.append(name, value);
  const sent = await importSent(
    actor,
    feed.projectId,
    new Request("http://feed.invalid/", { method: "POST", body: form }),
  );
  if (!sent.ok) {
    if (sent.failure.kind === "invalid")
      return { outcome: "refused", reason: sent.failure.problems[0]?.reason ?? "It can’t be read." };
    throw new JobFailed("The server was too busy to import more. What came in before is kept; the next run goes on.");
  }
  const results = "results" in sent.value.body ? sent.value.body.results : [];
  return itemFrom(results);
}

function itemFrom(results: readonly ImportResult[]): ImportedItem {
  const imported = results.find((each) => each.outcome === "imported");
  if (imported) return { outcome: "imported", reportId: imported.id };
  const known = results.find((each) => each.outcome === "duplicate");
  if (known) return { outcome: "known", reportId: known.id };
  const refused = results.find((each) => each.outcome === "refused");
  return { outcome: "refused", reason: refused?.reason ?? "There is nothing in it." };
}
