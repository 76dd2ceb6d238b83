import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { MakeWebhook, NewWebhook, Webhook } from "@/domain/webhook/webhook";
import { route } from "@/server/http/route";
import { listWebhooks, makeWebhook } from "@/server/operations/webhooks";

const params = z.object({ projectId: ProjectId });

export const GET = route(
  {
    summary: "List a project's webhooks, and the origins that this installation lets them be sent to",
    params,
    answers: z.object({ items: z.array(Webhook), allowed: z.array(z.string()) }),
  },
  (actor, { params: { projectId } }) => listWebhooks(actor, projectId),
);

export const POST = route(
  {
    summary: "Set up a webhook; the answer has its secret, which is shown this once",
    params,
    body: MakeWebhook,
    answers: NewWebhook,
    status: 201,
  },
  (actor, { params: { projectId }, body }) => makeWebhook(actor, projectId, body),
);
