import "server-only";
import { z } from "zod";
import { DeliveryId, WorkspaceId } from "@/domain/ids";
import { sql } from "@/server/data/transaction";
import { type DeliveryPlace, dueDeliveries } from "@/server/data/webhooks/deliveries";
import { outageMet } from "@/server/health/outages";
import { log, wordsOf } from "@/server/log";
import { deliverOne } from "@/server/webhooks/deliver-one";

const queue = "webhooks";
/** Deliveries that one process sends at a time: a receiver that is silent does not hold up the others. */
const atOnce = 4;
/** Milliseconds between two looks for what is due. */
const between = 2000;
const Place = z.object({ workspaceId: WorkspaceId, id: DeliveryId });

/** The boss that has our queue, so that another one gets it too. */
let working: object | undefined;

/**
 * Sends what webhooks are told, for as long as this process lives. As with jobs, our rows say what is due and pg-boss
 * only brings it to a process: whatever it loses is found again here.
 */
export function beginWebhooks(): void {
  const step = async () => {
    try {
      const jobs = globalThis.glossatorJobs;
      if (jobs && working !== jobs.boss) await open(jobs.boss);
      if (jobs) for (const place of await dueDeliveries(sql)) await bring(jobs.boss, place);
    } catch (error) {
      if (!outageMet(error)) log({ level: "error", what: "webhooks", ...wordsOf(error) });
    }
    setTimeout(() => void step(), between).unref();
  };
  void step();
}

type Boss = NonNullable<typeof globalThis.glossatorJobs>["boss"];

async function open(boss: Boss): Promise<void> {
  await boss.createQueue(queue, { name: queue, policy: "short" });
  for (let nth = 0; nth < atOnce; nth += 1)
    await boss.work(queue, { batchSize: 1, pollingIntervalSeconds: 1 }, async ([job]) => {
      const place = Place.safeParse(job?.data);
      if (place.success) await tryOne(place.data);
    });
  working = boss;
}

/** What waits in line already is not handed over twice. */
const bring = (boss: Boss, { workspaceId, id }: DeliveryPlace) =>
  boss.send(queue, { workspaceId, id }, { singletonKey: id, retryLimit: 0, expireInMinutes: 5 });

/** What nobody expected goes to the log; the delivery is due again when its lease ends. */
async function tryOne(place: DeliveryPlace): Promise<void> {
  try {
    await deliverOne(place);
  } catch (error) {
    if (!outageMet(error)) log({ level: "error", what: "delivery", delivery: place.id, ...wordsOf(error) });
  }
}
