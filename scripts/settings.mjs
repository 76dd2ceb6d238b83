import { join, resolve } from "node:path";
import { isLoopback, openedBy } from "../server/edge/own-machine.mjs";
import { root } from "./root.mjs";
import { Sorry } from "./say.mjs";

/**
 * What the environment asks for. Parsed once, here; the app itself gets plain variables (see serve.mjs).
 * @typedef {{
 *   port: number, host: string, isLoopback: boolean, url: string,
 *   dataFolder: string, databaseUrl: string | undefined, wantsDemo: boolean,
 *   demoOff: string | undefined,
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
  const url = publicUrl(env.GLOSSATOR_URL, port);
  const demoOff = whyNoDemo(env, { host, url });
  return {
    port,
    host,
    isLoopback: isLoopback(host),
    url,
    dataFolder: env.GLOSSATOR_DATA ? resolve(env.GLOSSATOR_DATA) : join(root, ".data"),
    databaseUrl: databaseUrl(env.DATABASE_URL),
    wantsDemo: demoOff === undefined,
    demoOff,
  };
}

/**
 * The demo lets in whoever asks, so there is none where another machine could ask.
 * @param {NodeJS.ProcessEnv} env @param {{ host: string, url: string }} where
 * @returns {string | undefined} why, in one sentence
 */
function whyNoDemo(env, { host, url }) {
  if (env.GLOSSATOR_DEMO === "0") return "The demo is off because GLOSSATOR_DEMO is 0.";
  const trustedProxies = (env.GLOSSATOR_TRUSTED_PROXIES ?? "").split(",").filter((each) => each.trim() !== "");
  switch (openedBy({ host, url, trustedProxies })) {
    case "HOST":
      return `The demo is off because HOST is ${host}: other machines can reach this server.`;
    case "GLOSSATOR_URL":
      return `The demo is off because GLOSSATOR_URL is ${url}: other machines can reach this server.`;
    case "GLOSSATOR_TRUSTED_PROXIES":
      return "The demo is off because GLOSSATOR_TRUSTED_PROXIES names a proxy: other machines can reach this server through it.";
    default:
      return undefined;
  }
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
