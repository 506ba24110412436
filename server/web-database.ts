import type { ServerResponse } from "node:http"
import { sql } from "drizzle-orm"
import { database, refuseUnsafeRole } from "@/db/client"
import { asUnavailable, PlumblineError } from "./kernel/errors"
import { log } from "./kernel/log"

/** Whether the database answers: asked at most once a second on PostgreSQL; the embedded one lives in this process. */

let checkedAt = 0
let up = false
let safe = false

async function ping(): Promise<boolean> {
  try {
    const open = await database()
    if (!safe) await refuseUnsafeRole(open)
    else if (open.kind === "postgres") await open.db.execute(sql`select 1`)
    safe = true
    return true
  } catch (error) {
    const known = asUnavailable(error)
    if (known instanceof PlumblineError) return false
    throw error
  }
}

async function refresh(): Promise<void> {
  checkedAt = Date.now()
  const now = await ping()
  if (now !== up) log.warn({ up: now }, now ? "database reached" : "database cannot be reached")
  up = now
}

/** Tries the database once at start. @throws when it answers but must not be used as it is. */
export async function watchDatabase(): Promise<void> {
  await refresh()
}

/** HTTP status and body for the health check and for the gate before each page. */
export async function databaseState(): Promise<[number, { status: string }]> {
  if (Date.now() - checkedAt > 1000) await refresh()
  return up ? [200, { status: "ok" }] : [503, { status: "database unavailable" }]
}

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<meta name="viewport" content="width=device-width"><title>Database unavailable · Plumbline</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui;max-width:34rem;margin:15vh auto;padding:0 1rem}</style></head>
<body><main><h1>The database cannot be reached</h1><p>Plumbline is running, but its database does not answer. Nothing is lost.
This page tries again every five seconds and goes on by itself.</p><p>If you run this server: check that PostgreSQL is up and that
DATABASE_URL is right.</p></main></body></html>`

export function unavailablePage(res: ServerResponse): void {
  res.writeHead(503, { "content-type": "text/html; charset=utf-8", "retry-after": "5" })
  res.end(PAGE)
}
