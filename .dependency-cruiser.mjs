// Import direction: domain ← db/schema ← db/client ← kernel/database; kernel ← features ← router|jobs ← root ← app.
// tests/architecture/import-rules.test.ts runs these rules and plants one violation of each.

const ours = "^(app|components|db|server|tests)/"
const domain = "^server/[^/]+/domain/"
const feature = "^server/(?!kernel/|connectors/|cli/)[^/]+/"
const connector = "^server/connectors/(?!domain/|internal/)([^/]+)/"
const notTypeOnly = { dependencyTypesNot: ["type-only"] }

const npm = (...names) => `(^|/)node_modules/(${names.join("|")})/`
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to })

export default {
  forbidden: [
    rule("no-cycles", "Files that need each other are one file, or lack a third.", {}, { circular: true }),
    rule("resolvable", "Every import leads somewhere.", {}, { couldNotResolve: true }),
    rule(
      "domain-is-pure",
      "The browser loads domain files: zod, small pure libraries and other domain files only.",
      { path: domain },
      {
        pathNot: [
          domain,
          npm(
            "zod",
            "fractional-indexing",
            "canonicalize",
            "csv-parse",
            "csv-stringify",
            "chardet",
            "pure-rand",
            "@stdlib",
          ),
        ],
      },
    ),
    rule(
      "schema-knows-domain",
      "Tables know the domain and the query builder.",
      { path: "^db/schema/" },
      { pathNot: ["^db/schema/", domain, npm("drizzle-orm", "zod")] },
    ),
    rule(
      "db-knows-domain",
      "db knows nothing of the server but its domain files; seeds call operations.",
      { path: "^db/", pathNot: "^db/seed/" },
      { path: "^(app|components|server|tests)/", pathNot: domain },
    ),
    rule(
      "seed-is-a-leaf",
      "Only the command line loads seeds.",
      { path: ours, pathNot: "^(db/seed/|server/cli/|tests/)" },
      { path: "^db/seed/" },
    ),
    rule(
      "one-door-to-the-driver",
      "Only db/client.ts opens a database; the bench measures the bare driver beside it.",
      { path: ours, pathNot: "^(db/client\\.ts$|tests/bench/)" },
      { path: npm("postgres", "@electric-sql", "pg") },
    ),
    rule(
      "one-door-to-the-adapter",
      "So do the query builder's adapters to a driver, and its migrators.",
      { path: ours, pathNot: "^(db/(client|migrate)\\.ts$|tests/bench/)" },
      { path: npm("drizzle-orm/(postgres-js|pglite|node-postgres)") },
    ),
    rule(
      "one-door-to-the-client",
      "Operations get their transaction from the kernel; entry points open and close the database.",
      { path: ours, pathNot: "^(db/|server/kernel/|server/[^/]+\\.ts$|server/cli/|tests/)" },
      { path: "^db/client\\.ts$", ...notTypeOnly },
    ),
    rule(
      "one-door-to-the-queue",
      "Jobs are sent and worked on through the kernel.",
      { path: ours, pathNot: "^server/kernel/jobs" },
      { path: npm("pg-boss") },
    ),
    rule(
      "kernel-knows-no-feature",
      "The kernel is below every feature.",
      { path: "^server/kernel/" },
      { path: "^(server/(?!kernel/)|app/|components/|tests/)" },
    ),
    rule(
      "features-stay-below-root",
      "Features know the kernel, the tables and each other's operations.",
      { path: [feature, connector] },
      { path: "^(server/[^/]+\\.ts$|server/cli/|app/|components/)" },
    ),
    rule(
      "internals-are-private",
      "A feature's internal folder is its own.",
      { path: "^server/([^/]+)/" },
      { path: "^server/[^/]+/internal/", pathNot: "^server/$1/internal/" },
    ),
    rule(
      "internals-are-private-above",
      "Nor may files outside the features reach into internals.",
      { path: ours, pathNot: "^(server/[^/]+/|tests/)" },
      { path: "^server/[^/]+/internal/" },
    ),
    rule(
      "adapters-only-in-root",
      "Routers and job lists are wired in server/root.ts and nowhere else.",
      { path: ours, pathNot: "^(server/root\\.ts$|tests/)" },
      { path: "^server/(?!kernel/)[^/]+/(router|jobs)\\.ts$" },
    ),
    rule(
      "connectors-know-the-contract",
      "A connector can be taken out: it knows the contract and itself.",
      { path: connector },
      { path: ours, pathNot: ["^server/connectors/contract\\.ts$", "^server/connectors/$1/"] },
    ),
    rule(
      "browser-gets-domain-only",
      "Components load domain files; of the rest of the server they may know types.",
      { path: "^components/" },
      { path: "^server/", pathNot: domain, ...notTypeOnly },
    ),
    rule(
      "components-are-composed-by-app",
      "Components know neither routes nor tables.",
      { path: "^components/" },
      { path: "^(app|db|tests)/" },
    ),
    rule(
      "primitives-know-nothing",
      "components/ui knows nothing of ours.",
      { path: "^components/ui/" },
      { path: ours, pathNot: "^components/ui/" },
    ),
    rule(
      "charts-own-recharts",
      "recharts is heavy and is loaded with one folder.",
      { path: ours, pathNot: "^components/charts/" },
      { path: npm("recharts") },
    ),
    rule(
      "app-never-touches-db",
      "Pages ask the server's root.",
      { path: "^app/" },
      { path: ["^db/", npm("drizzle-orm")] },
    ),
    rule(
      "nothing-knows-tests",
      "The product does not need its tests; the check command starts their PostgreSQL.",
      {
        path: "^(app|components|db|server)/",
        pathNot: "^server/cli/lib/(check-steps|system-packages)\\.mjs$",
      },
      { path: "^tests/" },
    ),
    rule(
      "no-development-packages",
      "Production installs leave development packages out.",
      { path: "^(app|components|db|server)/", pathNot: "^db/drizzle\\.config\\.ts$" },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["\\.d\\.m?ts$", "^\\.next/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types", "typings"],
    },
  },
}
