import { join, resolve } from "node:path";
import { root } from "./root.mjs";
import { Sorry } from "./say.mjs";

/**
 * What the environment asks for. Parsed once, here; the app itself gets plain variables (see serve.mjs).
 * @typedef {{
 *   port: number, host: string, isLoopback: boolean, url: string,
 *   dataFolder: string, databaseUrl: string | undefined, wantsDemo: boolean,
 * }} Settings
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 */
export function settingsOf(env) {
  const port = env.PORT ? Number(env.PORT) : 3000;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Sorry(
      `PORT is "${env.PORT}", which is no port: give a number from 1 to 65535, like PORT=3001 npm start.`,
    );
  }
  const host = env.HOST || "127.0.0.1";
  const isLoopback = ["127.0.0.1", "::1", "localhost"].includes(host);
  return {
    port,
    host,
    isLoopback,
    url: publicUrl(env.GLOSSATOR_URL, port),
    dataFolder: env.GLOSSATOR_DATA ? resolve(env.GLOSSATOR_DATA) : join(root, ".data"),
    databaseUrl: databaseUrl(env.DATABASE_URL),
    wantsDemo: env.GLOSSATOR_DEMO !== "0" && isLoopback,
  };
}

/** @param {string | undefined} given @param {number} port */
function publicUrl(given, port) {
  if (!given) return `http://localhost:${port}`;
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given.replace(/\/+$/, "");
  throw new Sorry(`GLOSSATOR_URL is "${given}", which is no address: give one like https://glossator.example.org.`);
}

/** @param {string | undefined} given */
function databaseUrl(given) {
  if (!given) return undefined;
  if (/^postgres(ql)?:\/\//.test(given)) return given;
  throw new Sorry(
    "DATABASE_URL is no PostgreSQL address: give one like postgresql://user:password@host:5432/glossator.",
  );
}
