/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // Drivers and native code are loaded by Node as they are, once per process.
  serverExternalPackages: ["@electric-sql/pglite", "postgres", "pg-boss", "@node-rs/argon2", "pino"],
  experimental: { typedEnv: false },
  typescript: { ignoreBuildErrors: true }, // `npm run check` runs the type checker once, for everything
}

export default config
