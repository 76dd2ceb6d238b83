import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { DecideSuggestions, Suggestions } from "@/domain/suggestion/suggestion";
import { route } from "@/server/http/route";
import { decideOnSuggestions, listSuggestions, proposeTags } from "@/server/operations/propose-tags";

const params = z.object({ reportId: ReportId });

export const GET = route(
  { summary: "List what was proposed for a report and not rejected; nobody's tags yet", params, answers: Suggestions },
  (actor, { params: { reportId } }) => listSuggestions(actor, reportId),
);

export const POST = route(
  {
    summary: "Let the built-in engine read a report, and list what it proposes; repeating it changes nothing",
    params,
    answers: Suggestions,
  },
  (actor, { params: { reportId } }) => proposeTags(actor, reportId),
);

export const PATCH = route(
  { summary: "Reject suggestions, or take that back", params, body: DecideSuggestions },
  (actor, { params: { reportId }, body }) => decideOnSuggestions(actor, reportId, body),
);
