/** The arrows of docs/ARCHITECTURE.md, as law. */
const arrow = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

/**
 * The parts of `domain/`, from the ground up: each may import those before it, and files beside the folders (ids,
 * failures, verdicts, core kinds), which import no part. Tests and fixtures stand outside.
 */
const partsOfDomain = [
  ...["text", "language", "storage", "presence"],
  ...["gazetteer", "document", "prose", "interchange", "codebook"],
  ...["history", "report", "project", "assignment", "access", "people", "live"],
  ...["tag", "entity", "discussion", "review", "notification"],
  ...[
    "import",
    "formats",
    "agreement",
    "search",
    "copies",
    "feed",
    "webhook",
    "job",
    "dashboard",
    "erasing",
    "suggestion",
    "event",
    "protection",
    "map",
  ],
  ...["change", "release", "api"],
];
const notTests = "\\.(test|fixture)\\.ts$";
const layersOfDomain = [
  arrow(
    "domain-beside-its-parts",
    { path: "^domain/[^/]+\\.ts$", pathNot: notTests },
    { path: "^domain/[^/]+/" },
    "What every part of domain uses knows no part.",
  ),
  arrow(
    "domain-parts-have-a-place",
    { path: `^domain/(?!(${partsOfDomain.join("|")})/)[^/]+/` },
    { path: "^domain/" },
    "A new part of domain needs its place in partsOfDomain.",
  ),
  ...partsOfDomain
    .slice(0, -1)
    .map((part, at) =>
      arrow(
        `domain-${part}-knows-only-what-is-below`,
        { path: `^domain/${part}/`, pathNot: notTests },
        { path: `^domain/(${partsOfDomain.slice(at + 1).join("|")})/` },
        "The parts of domain have an order: see docs/ARCHITECTURE.md.",
      ),
    ),
];

module.exports = {
  forbidden: [
    ...layersOfDomain,
    arrow("no-circles", {}, { circular: true }, "Two files that need each other are one idea or hide a third."),
    arrow(
      "domain-is-pure",
      { path: "^domain/", pathNot: "\\.(test|fixture)\\.ts$|^domain/(formats|codebook/read)/" },
      { pathNot: "^(domain/|node_modules/zod/)" },
      "The rules of annotating know no framework, clock or network: only zod.",
    ),
    arrow(
      "formats-know-pure-encodings",
      { path: "^domain/(formats|codebook/read)/", pathNot: "\\.(test|fixture)\\.ts$" },
      { pathNot: "^(domain/|node_modules/(zod|saxes|fflate|hyparquet-writer|@msgpack/msgpack|uuid)/)" },
      "Other tools' files may need a library for their outer shape (XML, zip, Parquet, MessagePack, ids of STIX), which touches nothing but bytes.",
    ),
    arrow(
      "editor-knows-no-react",
      { path: "^editor/", pathNot: "\\.test\\.tsx?$" },
      { pathNot: "^(editor/|domain/|node_modules/@tiptap/(core|pm)/|node_modules/prosemirror-)" },
      "Text on a screen: TipTap and ProseMirror, no React, no Next.",
    ),
    arrow(
      "client-knows-no-react",
      { path: "^client/", pathNot: "\\.(test|fixture)\\.tsx?$" },
      { pathNot: "^(client/|domain/|node_modules/(idb|uuid)/)" },
      "What a browser knows, keeps and sends: no React, no Next, nothing that is shown.",
    ),
    arrow(
      "editor-knows-no-client",
      { path: "^editor/" },
      { path: "^client/" },
      "Text on a screen knows no queue and no network.",
    ),
    arrow(
      "annotate-is-shared",
      { path: "^components/annotate/" },
      { path: "^components/(reader|compare)/" },
      "What reader and comparison share knows neither of them.",
    ),
    arrow(
      "components-are-handed-what-they-show",
      { path: "^components/", pathNot: "\\.test\\.tsx?$" },
      { path: "^(server|app|prisma|scripts|generated)/" },
      "A component imports no server.",
    ),
    arrow(
      "ui-knows-no-trade",
      { path: "^components/ui/" },
      { path: "^(components/(?!ui/)|client/|domain/|editor/)" },
      "components/ui knows no word of the trade.",
    ),
    arrow(
      "app-asks-operations",
      { path: "^app/", pathNot: "\\.(test|fixture)\\.tsx?$" },
      { path: "^(server/data/|prisma/|generated/|node_modules/(pg|@prisma)/)" },
      "Pages and routes ask operations, never rows.",
    ),
    arrow(
      "only-data-speaks-to-the-database",
      { path: "^server/", pathNot: "^server/data/|\\.test\\.ts$" },
      { path: "^(generated/|node_modules/(pg|@prisma)/)" },
      "server/data is the only folder that speaks to the database.",
    ),
    arrow(
      "server-shows-nothing",
      { path: "^server/" },
      { path: "^(app|cli|client|components)/" },
      "The server shows nothing.",
    ),
    arrow(
      "words-come-by-a-translator",
      { pathNot: "^messages/|\\.test\\.tsx?$" },
      { path: "^messages/en/" },
      "Messages are compiled in the build: only a translator can read them there.",
    ),
    arrow(
      "cli-asks-the-api",
      { path: "^cli/", pathNot: "\\.test\\.ts$" },
      { pathNot: "^(cli/|domain/|client/api/)", dependencyTypesNot: ["core"] },
      "The command line is a program like others: it asks the API, and needs nothing but Node.",
    ),
    arrow(
      "journeys-stand-outside",
      { path: "^e2e/" },
      { path: "^(server|app|cli|client|components)/" },
      "A journey sees the product as people do.",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules|^generated/" },
    exclude: { path: "(^|/)(\\.next|node_modules/.cache)" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
