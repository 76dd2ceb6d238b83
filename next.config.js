import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));

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
  turbopack: { root },
};
