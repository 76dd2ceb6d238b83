import "server-only";
import { z } from "zod";

const address = z.string().regex(/^[0-9a-fA-F.:]+(\/\d{1,3})?$/, "An IP address, or a range like 10.0.0.0/8.");

/** Origins, comma separated. */
const origins = z
  .string()
  .default("")
  .transform((list) => list.split(",").flatMap((each) => (each.trim() === "" ? [] : [each.trim()])))
  .pipe(z.array(z.url({ protocol: /^https?$/, error: "Web addresses, like http://127.0.0.1:8200." })))
  .transform((list) => list.map((each) => new URL(each).origin));

const Settings = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "A postgresql:// address."),
  /** Signs next-auth's own cookies. Made by `npm start` the first time; 32 characters or more. */
  GLOSSATOR_SECRET: z.string().min(32),
  /** Where people open Glossator; the only origin besides loopback that may change anything. */
  GLOSSATOR_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:3000"),
  /** The interface the server listens on. */
  HOST: z.string().default("127.0.0.1"),
  GLOSSATOR_DEMO_ENTRY: z.enum(["0", "1"]).default("0"),
  /** Reverse proxies whose forwarded addresses count, comma separated; nobody by default. */
  GLOSSATOR_TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((list) => list.split(",").map((each) => each.trim()))
    .pipe(z.array(z.union([address, z.literal("")])))
    .transform((list) => list.filter((each) => each !== "")),
  /** Where the embedded database keeps its files, if it is that one. */
  GLOSSATOR_DATABASE_FOLDER: z.string().min(1).optional(),
  /** A PMTiles file with pictures that maps may have as their background. */
  GLOSSATOR_MAP_TILES: z.string().min(1).optional(),
  /** Where services that suggest tags may be, as origins, comma separated; nowhere by default. */
  GLOSSATOR_ENGINES: origins,
  /** Where feeds, and the pages that they link to, may be, as origins, comma separated; nowhere by default. */
  GLOSSATOR_FEEDS: origins,
  /** Folders on this machine that feeds may read, with all that is in them, comma separated; none by default. */
  GLOSSATOR_FEED_FOLDERS: z
    .string()
    .default("")
    .transform((list) => list.split(",").flatMap((each) => (each.trim() === "" ? [] : [each.trim()])))
    .pipe(z.array(z.string().regex(/^(?:\/|[A-Za-z]:[\\/])/, "Folders by their whole path, like /srv/incoming."))),
  /** Where webhooks may be sent, as origins, comma separated; nowhere by default. */
  GLOSSATOR_WEBHOOKS: origins,
  /** Database connections of this process. */
  GLOSSATOR_POOL: z.coerce.number().int().min(2).max(200).default(16),
});

function parse() {
  const parsed = Settings.safeParse(process.env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new Error(`Settings that Glossator can't run with: ${wrong.join("; ")}`);
  }
  return {
    databaseUrl: parsed.data.DATABASE_URL,
    secret: parsed.data.GLOSSATOR_SECRET,
    url: new URL(parsed.data.GLOSSATOR_URL),
    host: parsed.data.HOST,
    demoEntry: parsed.data.GLOSSATOR_DEMO_ENTRY === "1",
    trustedProxies: parsed.data.GLOSSATOR_TRUSTED_PROXIES,
    databaseFolder: parsed.data.GLOSSATOR_DATABASE_FOLDER,
    mapTiles: parsed.data.GLOSSATOR_MAP_TILES,
    engines: parsed.data.GLOSSATOR_ENGINES,
    feeds: parsed.data.GLOSSATOR_FEEDS,
    feedFolders: parsed.data.GLOSSATOR_FEED_FOLDERS,
    webhooks: parsed.data.GLOSSATOR_WEBHOOKS,
    poolSize: parsed.data.GLOSSATOR_POOL,
  };
}

let settings: ReturnType<typeof parse> | undefined;

/** The settings, parsed at first use, so that a build needs none. Throws when one is missing or wrong. */
export function env() {
  settings ??= parse();
  return settings;
}
