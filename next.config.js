import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));

/**
 * `scripts/build.mjs` keeps every script and style compressed beside itself, smaller than a server could make it on the
 * way; whoever takes Brotli (every browser, over TLS and on this machine) is given that.
 */
const brotli = [{ type: /** @type {const} */ ("header"), key: "accept-encoding", value: ".*\\bbr\\b.*" }];
const compressed = [
  {
    source: "/_next/static/chunks/:file(.+)\\.js",
    destination: "/_next/static/chunks/:file.js.br",
    type: "text/javascript",
  },
  {
    source: "/_next/static/chunks/:file(.+)\\.css",
    destination: "/_next/static/chunks/:file.css.br",
    type: "text/css",
  },
];

/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  outputFileTracingRoot: root,
  distDir: process.env.GLOSSATOR_BUILD ?? ".next",
  reactCompiler: true,
  // `npm run check` proves the types; a start needn't wait for it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  images: { unoptimized: true },
  turbopack: {
    root,
    // Messages are compiled here, and browsers get the part of the library that only fills them in.
    resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" },
    rules: {
      "*.json": {
        condition: { path: /messages\/en\/[\w-]+\.json$/ },
        loaders: [join(root, "messages", "loader.cjs")],
        as: "*.js",
      },
    },
  },
  rewrites: async () => ({
    beforeFiles: [
      ...compressed.map(({ source, destination }) => ({ source, destination, has: brotli })),
      // Browsers ask for it on pages that name no icon, such as the one shown while the server is away.
      { source: "/favicon.ico", destination: "/icon.svg" },
    ],
  }),
  headers: async () =>
    compressed.map(({ source, type }) => ({
      source,
      has: brotli,
      headers: [
        { key: "Content-Type", value: `${type}; charset=utf-8` },
        { key: "Content-Encoding", value: "br" },
        { key: "Vary", value: "Accept-Encoding" },
      ],
    })),
};
