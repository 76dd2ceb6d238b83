import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { ChangeProtection, ProtectionSettings } from "@/domain/protection/permitted-use";
import { route } from "@/server/http/route";
import { changeProtection } from "@/server/operations/protect/change-protection";
import { readProtectionSettings } from "@/server/operations/protect/read-protection";

const params = z.object({ projectId: ProjectId });

export const GET = route(
  {
    summary: "Get how a project protects: coarse places, wide dates, pseudonyms",
    params,
    answers: ProtectionSettings,
  },
  (actor, { params: { projectId } }) => readProtectionSettings(actor, projectId),
);

export const PATCH = route(
  { summary: "Change how a project protects", params, body: ChangeProtection, answers: ProtectionSettings },
  (actor, { params: { projectId }, body }) => changeProtection(actor, projectId, body),
);
