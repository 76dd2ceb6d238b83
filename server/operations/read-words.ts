import "server-only";
import type { Actor } from "@/domain/access/actor";
import { mentionOf } from "@/domain/discussion/mentions";
import { type Said, saidOf } from "@/domain/discussion/said";
import { fail, ok, type Problem, type Result } from "@/domain/failure";
import type { ProjectId, ReportId } from "@/domain/ids";
import type { Prose } from "@/domain/prose/prose";
import { mentionsIn, quotesIn, withMentions } from "@/domain/prose/walk";
import { checkAnchor } from "@/domain/tag/check-anchor";
import { membersOf } from "@/server/data/members";
import { askedBy } from "@/server/data/tags/asked";
import { placeOf } from "@/server/data/tags/passages";
import { readSituation } from "@/server/data/tags/situation";
import type { Tx } from "@/server/data/transaction";

type Where = { projectId: ProjectId; reportId: ReportId };

/**
 * What a comment says, as it is kept: quotes are words that stand there, and whoever is called by name has the name they
 * have in the project. Who is not in it is not called: their name is words like any other.
 */
export async function readWords(
  tx: Tx,
  actor: Actor,
  where: Where,
  sent: { body?: string | undefined; prose?: Prose | undefined },
): Promise<Result<Said>> {
  if (!sent.prose) return ok(saidOf(sent));
  const problems = await misquotedIn(tx, actor, where, sent.prose);
  if (problems.length > 0) return fail({ kind: "invalid", problems });
  return ok(saidOf({ prose: await named(tx, where, sent.prose) }));
}

async function misquotedIn(tx: Tx, actor: Actor, { reportId }: Where, prose: Prose): Promise<Problem[]> {
  const quotes = quotesIn(prose);
  if (quotes.length === 0) return [];
  const places = quotes.map(({ part }) => placeOf(part.attrs));
  const situation = await readSituation(tx, actor, reportId, { ...askedBy([]), places });
  if (!situation) return [];
  return quotes.flatMap(({ part, at }) => {
    const checked = checkAnchor(situation, part.attrs, ["prose", ...at, "attrs"].join("."));
    return checked.ok ? [] : checked.problems;
  });
}

async function named(tx: Tx, { projectId }: Where, prose: Prose): Promise<Prose> {
  if (mentionsIn(prose).length === 0) return prose;
  const members = await membersOf(tx, tx.workspaceId, projectId);
  return withMentions(prose, ({ attrs, marks }) => {
    const member = members.find(({ userId }) => userId === attrs.userId);
    if (!member) return { type: "text", text: `@${attrs.label}`, ...(marks && { marks }) };
    const label = mentionOf(member, members).slice(1);
    return { type: "mention", attrs: { userId: member.userId, label }, ...(marks && { marks }) };
  });
}
