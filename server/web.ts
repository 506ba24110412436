import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http"
import next from "next"
import { database } from "@/db/client"
import { addressOf, sendJson } from "./kernel/http"
import { keepQueueRunning } from "./kernel/jobs/keep-queue-running"
import { BODY_LIMIT, secondsToWait } from "./kernel/limits"
import { log } from "./kernel/log"
import { loadSecrets } from "./kernel/secrets"
import { contentSecurityPolicy, SECURITY_HEADERS } from "./kernel/security-headers"
import { callContext } from "./kernel/trpc"
import { oidcSettings } from "./members/oidc-settings"
import { appRouter, jobs } from "./root"
import { databaseState, unavailablePage, watchDatabase } from "./web-database"

/**
 * The web server: security headers, limits and the API in front of Next. `/api/trpc` is answered here rather than by
 * a Next route because the detour costs about half the requests per second (`npm run bench` shows it).
 */

const development = process.env.NODE_ENV !== "production"
const port = Number(process.env.PORT) || 3000
const TRPC = "/api/trpc/"
/** Proxies keep an idle connection for 60 s. Whoever sends must close first, or a call meets a closed connection. */
const KEEP_ALIVE_MS = 75_000

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
  const token = signIn ? undefined : req.headers.authorization
  const wait = await secondsToWait(signIn ? "sign-in" : "call", [addressOf(req), ...(token ? [token] : [])])
  if (wait === 0) return false
  res.setHeader("retry-after", wait)
  sendJson(res, 429, {
    error: { reason: "TOO_MANY", message: `Too many requests; try again in ${wait} seconds` },
  })
  return true
}

/** A browser's call must come from our own pages: a cookie alone must not be enough to change anything. */
function isForeign(req: IncomingMessage): boolean {
  const { origin, authorization, host } = req.headers
  if (origin === undefined || authorization) return false
  const ours = [host, process.env.AUTH_URL && new URL(process.env.AUTH_URL).host]
  return !URL.canParse(origin) || !ours.includes(new URL(origin).host)
}

async function answerTrpc(req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
  await nodeHTTPRequestHandler({
    router: appRouter,
    req,
    res,
    path,
    maxBodySize: BODY_LIMIT,
    createContext: () => callContext(new Headers(req.headers as Record<string, string>)),
  })
}

type PageHandler = ReturnType<ReturnType<typeof next>["getRequestHandler"]>

async function answer(req: IncomingMessage, res: ServerResponse, answerPage: PageHandler): Promise<void> {
  prepare(req, res)
  const path = (req.url ?? "/").split("?")[0]!
  if (path.startsWith("/_next/")) return answerPage(req, res)
  if (path === "/api/health") return sendJson(res, ...(await databaseState()))
  if (await tooMany(req, res)) return
  // next-auth has a token of its own against this.
  if (path.startsWith("/api/") && !path.startsWith("/api/auth/") && isForeign(req)) {
    return sendJson(res, 403, {
      error: { reason: "FORBIDDEN", message: "Calls from another site are refused" },
    })
  }
  if (!development && path.startsWith(TRPC)) return answerTrpc(req, res, path.slice(TRPC.length))
  if ((await databaseState())[0] !== 200) return unavailablePage(res)
  if (!path.startsWith("/api/")) {
    const nonce = Buffer.from(crypto.randomUUID()).toString("base64")
    const policy = contentSecurityPolicy(nonce, development)
    req.headers["content-security-policy"] = policy
    res.setHeader("content-security-policy", policy)
  }
  await answerPage(req, res)
}

function refuseToListen(error: NodeJS.ErrnoException): never {
  console.error(
    error.code === "EADDRINUSE" ? `Port ${port} is in use. Set PORT to a free one.` : error.message,
  )
  process.exit(1)
}

async function start(): Promise<void> {
  loadSecrets()
  oidcSettings() // refuses settings that cannot work now, not at the first sign-in
  process.env.AUTH_TRUST_HOST ??= "true"
  await watchDatabase()
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS })
  const app = next({ dev: development, dir: process.cwd(), httpServer: server, port })
  await app.prepare()
  const answerPage = app.getRequestHandler()
  server.on("request", (req, res) => {
    answer(req, res, answerPage).catch((error) => {
      log.error({ err: error }, "request failed outside the application")
      if (res.headersSent) return res.destroy()
      sendJson(res, 500, { error: { reason: "UNKNOWN", message: "Something went wrong on our side" } })
    })
  })
  server.on("error", refuseToListen)
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
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
