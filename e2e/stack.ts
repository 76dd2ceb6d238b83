import { freePort } from "@/scripts/postgres-place.mjs";
import { until } from "@/scripts/process.mjs";
import { seedDemo, startApp, startDatabase } from "@/scripts/stack.mjs";

/** A database with the demo in it and the app over it; both come back by themselves after being killed. */
export type Stack = {
  readonly url: string;
  readonly databaseUrl: string;
  /** The one origin that webhooks may be sent to; a journey listens there. */
  readonly webhooksTo: string;
  /** `kill -9`; resolves once the app is ready again. */
  killApp(): Promise<void>;
  /** `kill -9` of PostgreSQL; resolves once the app is ready again. */
  killDatabase(): Promise<void>;
  /** `kill -9` of PostgreSQL again and again, so that it stays away; `back` resolves once the app is ready again. */
  takeDatabaseAway(): Promise<{ back(): Promise<void> }>;
  /** A second process of the app over the same database, at an address and with settings of its own. */
  anotherApp(env?: Record<string, string>): Promise<{ url: string; stop(): Promise<void> }>;
  stop(): Promise<void>;
};

const returnPatience = 30_000;

/** Writes are kept as in production, because journeys pull the plug. */
export async function startStack(): Promise<Stack> {
  const database = await startDatabase({ durable: true });
  const stopDatabase = () => database.stop();
  try {
    await seedDemo(database.url);
    const webhooksTo = `http://127.0.0.1:${await freePort()}`;
    const app = await startApp({ databaseUrl: database.url, env: { GLOSSATOR_WEBHOOKS: webhooksTo } });
    const restart = async (thing: { kill(): void; pid(): number }) => {
      const killed = thing.pid();
      thing.kill();
      const back = async () => thing.pid() !== killed && (await isReady(app.url));
      if (!(await until(back, returnPatience, 100))) throw new Error("It did not come back after kill -9.");
    };
    return {
      url: app.url,
      databaseUrl: database.url,
      webhooksTo,
      killApp: () => restart(app),
      killDatabase: () => restart(database),
      takeDatabaseAway: () => takeAway(database, app.url),
      anotherApp: (env = {}) => startApp({ databaseUrl: database.url, env }),
      stop: async () => {
        await app.stop();
        await stopDatabase();
      },
    };
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}

async function takeAway(database: { kill(): void }, url: string): Promise<{ back(): Promise<void> }> {
  const killing = setInterval(() => database.kill(), 10);
  const back = async () => {
    clearInterval(killing);
    if (!(await until(() => isReady(url), returnPatience, 100))) throw new Error("The database did not come back.");
  };
  if (await until(async () => !(await isReady(url)), returnPatience, 50)) return { back };
  await back();
  throw new Error("The app goes on without its database.");
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/api/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}
