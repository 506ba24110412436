import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http"
import next from "next"
import { database } from "@/db/client"
import { PlumblineError } from "./kernel/errors"
import { addressOf, sendJson } from "./kernel/http"
import { keepQueueRunning } from "./kernel/jobs/keep-queue-running"
import { BODY_LIMIT, secondsToWait } from "./kernel/limits"
import { log } from "./kernel/log"
import { contextFromHeaders } from "./kernel/request-context"
import { loadSecrets } from "./kernel/secrets"
import { contentSecurityPolicy, SECURITY_HEADERS } from "./kernel/security-headers"
import { appRouter, jobs } from "./root"
import { databaseState, unavailablePage, watchDatabase } from "./web-database"

/**
 * The web server: security headers, limits and the API in front of Next. `/api/trpc` is answered here rather than by
 * a Next route because the detour costs about half the requests per second (`npm run bench` shows it).
 */

const development = process.env.NODE_ENV !== "production"
const port = Number(process.env.PORT) || 3000
const TRPC = "/api/trpc/"

function prepare(req: IncomingMessage, res: ServerResponse): void {
  req.headers["x-request-id"] = crypto.randomUUID()
  req.headers["x-plumbline-ip"] = addressOf(req)
  req.headers["x-plumbline-path"] = req.url ?? "/"
  res.setHeader("x-request-id", req.headers["x-request-id"])
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) res.setHeader(name, value)
  if (process.env.AUTH_URL?.startsWith("https:")) {
    res.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains")
  }
}

async function tooMany(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
  const signIn = req.method === "POST" && /^\/(api\/auth|sign-in|join|reset|set-up)/.test(req.url ?? "")
  const wait = await secondsToWait(req.headers.authorization ?? addressOf(req), signIn ? "sign-in" : "call")
  if (wait === 0) return false
  res.setHeader("retry-after", wait)
  sendJson(res, 429, {
    error: { reason: "TOO_MANY", message: `Too many requests; try again in ${wait} seconds` },
  })
  return true
}

/** A browser's call must come from our own pages: cookies alone must not be enough to change anything. */
function foreignOrigin(req: IncomingMessage): boolean {
  const { origin, authorization, host } = req.headers
  return (
    origin !== undefined &&
    !authorization &&
    new URL(origin).host !== (process.env.AUTH_URL ? new URL(process.env.AUTH_URL).host : host) &&
    new URL(origin).host !== host
  )
}

async function answerTrpc(req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
  if (foreignOrigin(req)) {
    return sendJson(res, 403, {
      error: { reason: "FORBIDDEN", message: "Calls from another site are refused" },
    })
  }
  await nodeHTTPRequestHandler({
    router: appRouter,
    req,
    res,
    path,
    maxBodySize: BODY_LIMIT,
    createContext: () => contextFromHeaders(new Headers(req.headers as Record<string, string>)),
  })
}

async function start(): Promise<void> {
  loadSecrets()
  process.env.AUTH_TRUST_HOST ??= "true"
  await watchDatabase()
  const server = createServer()
  const app = next({ dev: development, dir: process.cwd(), httpServer: server, port })
  await app.prepare()
  const answerPage = app.getRequestHandler()

  server.on("request", async (req, res) => {
    try {
      prepare(req, res)
      const path = (req.url ?? "/").split("?")[0]!
      if (path === "/api/health") return sendJson(res, ...(await databaseState()))
      if (await tooMany(req, res)) return
      if (!development && path.startsWith(TRPC)) return await answerTrpc(req, res, path.slice(TRPC.length))
      const asset = path.startsWith("/_next/")
      if (!asset && (await databaseState())[0] !== 200) return unavailablePage(res)
      if (!asset && !path.startsWith("/api/")) {
        const policy = contentSecurityPolicy(Buffer.from(crypto.randomUUID()).toString("base64"), development)
        req.headers["content-security-policy"] = policy
        res.setHeader("content-security-policy", policy)
      }
      await answerPage(req, res)
    } catch (error) {
      log.error({ err: error }, "request failed outside the application")
      if (!res.headersSent)
        sendJson(res, 500, { error: { reason: "UNKNOWN", message: "Something went wrong on our side" } })
    }
  })
  server.on("error", (error: NodeJS.ErrnoException) => {
    const message =
      error.code === "EADDRINUSE" ? `Port ${port} is in use. Set PORT to a free one.` : error.message
    console.error(message)
    process.exit(1)
  })
  const stopJobs = await keepQueueRunning(database, jobs)
  server.listen(port, () => log.info({ port }, "listening"))

  const stop = async () => {
    server.close()
    server.closeIdleConnections()
    await stopJobs()
    await (await database()).close()
    process.exit(0)
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop())
}

start().catch((error) => {
  console.error(error instanceof PlumblineError || error instanceof Error ? error.message : error)
  log.debug({ err: error }, "start failed")
  process.exit(1)
})
