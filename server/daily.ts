import "server-only";
import { clearBygone } from "@/server/data/bygone";
import { convertComments } from "@/server/data/convert-comments";
import { convertGuidelines } from "@/server/data/convert-guidelines";
import { clearUploads } from "@/server/data/jobs/uploads";
import { recountWords } from "@/server/data/recount-words";
import { sql } from "@/server/data/transaction";
import { clearDeliveries } from "@/server/data/webhooks/deliveries";
import { outageMet } from "@/server/health/outages";
import { log, wordsOf } from "@/server/log";

const day = 24 * 3600_000;

/** Tidies up now and then every day, for as long as this process lives. A day on which it fails is made up for by the next. */
export function tidyEveryDay(): void {
  setInterval(() => void tidy(), day).unref();
  void tidy();
}

async function tidy(): Promise<void> {
  try {
    const { signIns, links } = await clearBygone();
    if (signIns + links > 0) log({ level: "info", what: "cleared", signIns, links });
    const uploads = await clearUploads(sql);
    if (uploads > 0) log({ level: "info", what: "uploads-cleared", uploads });
    const deliveries = await clearDeliveries(sql);
    if (deliveries > 0) log({ level: "info", what: "deliveries-cleared", deliveries });
    const reports = await recountWords();
    if (reports > 0) log({ level: "info", what: "words-recounted", reports });
    const comments = await convertComments();
    if (comments > 0) log({ level: "info", what: "comments-converted", comments });
    const guidelines = await convertGuidelines();
    if (guidelines > 0) log({ level: "info", what: "guidelines-converted", guidelines });
  } catch (error) {
    if (!outageMet(error)) log({ level: "error", what: "not-cleared", error: wordsOf(error).error });
  }
}
