import "server-only";
import { z } from "zod";
import { writingLayer } from "@/domain/access/policy";
import { ReportId } from "@/domain/ids";
import type { SuggestionService } from "@/domain/project/suggestion-settings";
import type { SuggestResult } from "@/domain/suggestion/result";
import { starterOf } from "@/server/data/jobs/starter";
import { findProject } from "@/server/data/projects";
import { standingIn, standingOn } from "@/server/data/standings";
import { type Learning, unreadIn } from "@/server/data/suggestion-memory";
import { sql } from "@/server/data/transaction";
import { JobFailed, jobKind, type Running } from "@/server/jobs/kind";
import { enginesNow, type Knowledge, knowledgeOf, readWithEngines } from "@/server/operations/read-with-engines";
import { readWithService, serviceEngine } from "@/server/operations/read-with-service";

/** `again`: also reports that were read before people tagged what there is to learn from. */
const Data = z.strictObject({ again: z.boolean().default(true) });

/** Reports that are looked for at a time; progress is told with each. */
const atOnce = 20;

/** Lets the engines read every open report of a shared project that they have not read. */
export const suggest = jobKind({
  kind: "suggest",
  deed: "import",
  counted: "reports",
  data: Data,
  run: async (running) => {
    const { actor, standing, project } = await starter(running);
    const { projectId } = running;
    if (standing.mode === "independent")
      throw new JobFailed(
        "Here analysts work blind: a report is read for each of them when they ask. Nothing was read.",
      );
    if (!project.suggestions.on) throw new JobFailed("Engines are switched off in this project. Nothing was read.");
    const learning: Learning = { actor, standing, projectId };
    const now = await enginesNow(learning);
    const engines = running.data.again ? now : now.map(({ since: _since, ...engine }) => engine);
    const service = project.suggestions.service && asking(project.suggestions.service);
    const wanted = [...engines.map(({ engine: _engine, ...about }) => about), ...(service ? [service.engine] : [])];
    let known: Promise<Knowledge> | undefined;
    const knowledge = () => (known ??= knowledgeOf(learning, project));
    let done = 0;
    for (let after: string | null = null; ; ) {
      const layer = writingLayer(actor.userId, standing);
      const some = await unreadIn(sql, learning, { layer, engines: wanted, after, limit: atOnce });
      await running.progress(done, done + (some[0]?.left ?? 0));
      const last = some.at(-1);
      if (!last) return { reports: done, ...(service && { service: service.result() }) } satisfies SuggestResult;
      for (const { id } of some) {
        running.signal.throwIfAborted();
        const on = await standingOn(sql, actor, ReportId.parse(id));
        if (on) await readWithEngines({ actor, standing }, { ...on, layer }, { engines, knowledge });
        if (on) await service?.ask((each) => readWithService({ actor, standing }, { ...on, layer }, each));
        done += 1;
      }
      after = last.id;
    }
  },
});

/** So many reports in a row without an answer, and a service is not asked again in this job. */
const patience = 3;

/** Asks a project's service report by report, and remembers what came of it. */
function asking(service: SuggestionService) {
  let [asked, left, failed] = [0, 0, 0];
  let trouble: string | undefined;
  return {
    engine: serviceEngine(service),
    result: () => ({ asked, left, ...(trouble !== undefined && { trouble }) }),
    async ask(read: (service: SuggestionService) => ReturnType<typeof readWithService>) {
      if (failed >= patience) return;
      const answer = await read(service);
      if (answer === undefined) return;
      asked += 1;
      if ("left" in answer) {
        left += answer.left;
        failed = 0;
      } else {
        trouble = answer.trouble;
        failed += 1;
      }
    },
  };
}

async function starter(job: Running<unknown>) {
  const { projectId } = job;
  const actor = await starterOf(sql, job);
  const standing = actor && (await standingIn(sql, actor, projectId));
  const project = standing && (await findProject(sql, actor, projectId));
  if (!project) throw new JobFailed("The project is gone. Nothing was read.");
  return { actor, standing, project };
}
