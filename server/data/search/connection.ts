import { Client } from "pg";
import { copies } from "../copies/look-for-copies";
import { followOnce } from "./follow";

export type Following = {
  /** Reads on in the history; answers whether there is more. Throws what broke. */
  once(): Promise<boolean>;
};

/** For the thread that keeps what can be found and looks for copies: a connection that lives until something breaks on it. */
export async function openFollowing(databaseUrl: string): Promise<Following> {
  const client = new Client({ connectionString: databaseUrl, application_name: "glossator search", keepAlive: true });
  let broken: Error | undefined;
  client.on("error", (error) => {
    broken = error;
  });
  await client.connect();
  await client.query("set statement_timeout = '10min'; set jit = off; set max_parallel_workers_per_gather = 0");
  return {
    async once() {
      if (broken) throw broken;
      try {
        const words = await followOnce(client);
        return (await followOnce(client, copies)) || words;
      } catch (error) {
        await client.end().catch(() => undefined);
        throw error;
      }
    },
  };
}
