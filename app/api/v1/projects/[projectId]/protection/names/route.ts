import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { DecideName, OrdinaryName } from "@/domain/protection/permitted-use";
import { route } from "@/server/http/route";
import { decideName } from "@/server/operations/protect/change-protection";
import { listOrdinaryNames } from "@/server/operations/protect/read-protection";

const params = z.object({ projectId: ProjectId });
const answers = z.object({ items: z.array(OrdinaryName) });

export const GET = route(
  { summary: "List protected names that may be ordinary words, with what was decided of them", params, answers },
  (actor, { params: { projectId } }) => listOrdinaryNames(actor, projectId),
);

export const PUT = route(
  {
    summary: "Decide whether a protected name is blocked out everywhere or only where it is tagged",
    params,
    body: DecideName,
    answers,
  },
  (actor, { params: { projectId }, body }) => decideName(actor, projectId, body),
);
