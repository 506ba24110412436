import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { drizzle } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import type { Db } from "@/db/client"
import { listItems } from "@/server/backlog/list-items"
import { compare, startServer, stopServer } from "./load"
import type { Result } from "./report"
import type { Stage } from "./stage"

const LIMIT = 50

/** The SQL text and parameters that `listItems` sends, caught by the ORM's own logger. */
async function capturedQuery(stage: Stage, url: string) {
  const client = postgres(url, { max: 1 })
  const sent: { text: string; params: (string | number)[] }[] = []
  const logger = {
    logQuery: (text: string, params: unknown[]) => sent.push({ text, params: params as (string | number)[] }),
  }
  const db = drizzle(client, { logger }) as unknown as Db
  await listItems({ ...stage.ctx, database: async () => ({ ...stage.open, db }) }, { limit: LIMIT })
  await client.end()
  const query = sent.find(({ text }) => text.includes('from "items"'))
  if (!query) throw new Error("listItems sent no query on items")
  return query
}

/** Listing 50 items over /api/trpc with a token, 32 connections, against layers of a bare server. */
export async function measureList(stage: Stage, url: string, bareUrl: string): Promise<Result[]> {
  const file = join(mkdtempSync(join(tmpdir(), "plumbline-bench-")), "work.json")
  const { token, workspaceId } = stage
  writeFileSync(
    file,
    JSON.stringify({ ...(await capturedQuery(stage, url)), workspaceId, token, limit: LIMIT }),
  )
  const shared = {
    DATABASE_URL: url,
    BENCH_BARE_URL: bareUrl,
    BENCH_WORK: file,
    PLUMBLINE_RATE_LIMIT: "100000000",
    PLUMBLINE_LOG_LEVEL: "warn",
  }
  const secrets = { AUTH_SECRET: "bench", PLUMBLINE_KEEP_SECRETS: "1", PLUMBLINE_HOME: join(file, "..") }
  const servers = [
    await startServer("tests/bench/bare-server.ts", { ...shared, PORT: "3391" }, "/bare"),
    await startServer("server/web.ts", { ...shared, ...secrets, PORT: "3392" }, "/api/health"),
  ]
  try {
    const bare = (path: string) => ({ name: path, url: `http://127.0.0.1:3391${path}` })
    const input = encodeURIComponent(JSON.stringify({ limit: LIMIT }))
    const full = {
      name: "/api/trpc",
      url: `http://127.0.0.1:3392/api/trpc/backlog.listItems?input=${input}`,
      headers: { authorization: `Bearer ${token}` },
    }
    const layers = ["/bare", "/transaction", "/operation", "/operation-and-token"].map(bare)
    const rates = await compare([...layers, full])
    const limit = rates.get("/bare")!
    return [...rates].map(([name, rate]) => ({
      section: "list 50 items, 32 connections",
      name,
      value: Math.round(rate),
      unit: "requests/s",
      ratio: rate / limit,
      goal: name === "/api/trpc" ? 0.2 : undefined,
    }))
  } finally {
    await Promise.all(servers.map(stopServer))
  }
}
