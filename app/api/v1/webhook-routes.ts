import * as projectWebhooks from "@/app/api/v1/projects/[projectId]/webhooks/route";
import * as redelivery from "@/app/api/v1/webhook-deliveries/[deliveryId]/redelivery/route";
import * as webhookDeliveries from "@/app/api/v1/webhooks/[webhookId]/deliveries/route";
import * as webhook from "@/app/api/v1/webhooks/[webhookId]/route";
import * as webhookSecret from "@/app/api/v1/webhooks/[webhookId]/secret/route";
import * as webhookTest from "@/app/api/v1/webhooks/[webhookId]/test/route";

/** The addresses by which a project's webhooks are set up, and their deliveries looked at. */
export const webhookRoutes = {
  "/projects/{projectId}/webhooks": projectWebhooks,
  "/webhooks/{webhookId}": webhook,
  "/webhooks/{webhookId}/secret": webhookSecret,
  "/webhooks/{webhookId}/test": webhookTest,
  "/webhooks/{webhookId}/deliveries": webhookDeliveries,
  "/webhook-deliveries/{deliveryId}/redelivery": redelivery,
};
