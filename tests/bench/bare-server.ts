import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import postgres from "postgres"
import { openDatabase } from "@/db/client"
import { listItems } from "@/server/backlog/list-items"
import type { Ctx } from "@/server/kernel/context"
import { callerFromToken } from "@/server/kernel/session"

/**
 * The limit that the list is compared with: the same SQL on the same driver, answered by node:http alone. Further
 * paths add one layer each, so that the table shows where the rest goes.
 */

type Work = { text: string; params: (string | number)[]; workspaceId: string; token: string; limit: number }

const work: Work = JSON.parse(readFileSync(process.env.BENCH_WORK!, "utf8"))
const url = process.env.DATABASE_URL!
// A superuser, whom row-level security does not concern: the limit is the query alone.
const sql = postgres(process.env.BENCH_BARE_URL!, { max: 16, connection: { TimeZone: "UTC" } })
const open = await openDatabase({ url, directory: "" })
const clock = () => new Date().toISOString()

const ask = (db: { unsafe: typeof sql.unsafe }) =>
  db.unsafe(work.text, work.params as never[], { prepare: true })

const contextOf = (caller: Ctx["caller"]): Ctx => ({
  caller,
  request: { requestId: "bench" },
  clock,
  database: async () => open,
})
const known = contextOf(await callerFromToken(open.db, work.token, clock()))
const input = { limit: work.limit }

const LAYERS: Record<string, () => Promise<unknown>> = {
  "/bare": () => ask(sql),
  "/transaction": () =>
    sql.begin(async (tx) => {
      const entered = tx.unsafe(
        `select set_config('role', 'plumbline_app', true), set_config('app.workspace_id', $1, true), set_config('transaction_read_only', 'on', true)`,
        [work.workspaceId],
        { prepare: true },
      )
      const [rows] = await Promise.all([ask(tx), entered])
      return rows
    }),
  "/operation": () => listItems(known, input),
  "/operation-and-token": async () =>
    listItems(contextOf(await callerFromToken(open.db, work.token, clock())), input),
}

createServer(async (req, res) => {
  const layer = LAYERS[req.url ?? ""]
  if (!layer) return res.writeHead(404).end()
  const body = JSON.stringify(await layer())
  res.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
  res.end(body)
}).listen(Number(process.env.PORT))
