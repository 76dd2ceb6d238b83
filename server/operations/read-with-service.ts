import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { ok } from "@/domain/failure";
import type { SuggestionService } from "@/domain/project/suggestion-settings";
import { serviceRequest, takeServiceAnswer } from "@/domain/suggestion/service-answer";
import { reportWithText } from "@/server/data/report-text";
import { hasRead, keepSuggestions, type Where } from "@/server/data/suggestions";
import { inTransaction, sql } from "@/server/data/transaction";
import { addressOf } from "@/server/egress/check";
import { env } from "@/server/env";
import { suggestionsFrom } from "@/server/operations/read-with-engines";
import { askService, servicesAt } from "@/server/suggesting/ask-service";

/** What a service did for one report: proposals that were left out, or why nothing came of it. */
type Asked = { left: number } | { trouble: string } | undefined;

export const serviceEngine = ({ version }: SuggestionService) => ({ name: "service", version });

/** Sends a report to the project's service, once for each version of it, and keeps what it proposes. */
export async function readWithService(
  { actor, standing }: { actor: Actor; standing: Standing },
  where: Where,
  service: SuggestionService,
): Promise<Asked> {
  const engine = serviceEngine(service);
  if (await hasRead(sql, actor, where, engine)) return undefined;
  const found = await reportWithText(sql, actor, standing, where.reportId);
  if (!found) return undefined;
  const { report, blocks } = found;
  const url = new URL(service.url);
  // Asked each time: the operator's list and what a name leads to may have changed.
  const address = await addressOf(url, servicesAt(env().engines));
  if ("trouble" in address) return address;
  const { text, language, published } = report;
  const sent = { text, blocks, language, published };
  const answered = await askService(url, address.address, serviceRequest(sent));
  if ("trouble" in answered) return answered;
  const taken = takeServiceAnswer(answered.answer, sent);
  if (!taken.ok) return { trouble: "The service answered something else than docs/ENGINE.md says." };
  const made = suggestionsFrom(engine, taken.proposals, report);
  await inTransaction(actor.workspaceId, async (tx) => ok(await keepSuggestions(tx, where, engine, made)));
  return { left: taken.left };
}
