import { expect } from "@playwright/test"
import { test } from "../support/browser-test"
import { startServer } from "../support/start-server"
import { CALL_HEADERS, signIn } from "./backlog-desk"

test("every page forbids foreign scripts, frames and guesses of its content", async ({ page }) => {
  await signIn(page)
  const nonces = new Set<string | undefined>()
  for (const path of ["/northmark", "/northmark/backlog", "/northmark"]) {
    const headers = (await page.goto(path))?.headers() ?? {}
    const policy = headers["content-security-policy"] ?? ""
    const [, scripts] = /script-src ([^;]+);/.exec(policy) ?? []
    expect(scripts).toMatch(/^'self' 'nonce-[A-Za-z0-9+/=]{40,}' 'strict-dynamic'$/)
    nonces.add(scripts)
    expect(policy).toContain("object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" })
  }
  expect(nonces.size).toBe(3)
})

test("a call from another site is refused, although the cookie is right", async ({ page, baseURL }) => {
  await signIn(page)
  const callFrom = async (origin: string) => {
    const headers = { ...CALL_HEADERS, origin }
    return (await page.request.get("/api/trpc/members.listMembers?input=%7B%7D", { headers })).status()
  }
  expect(await callFrom(baseURL ?? "")).toBe(200)
  expect(await callFrom("https://elsewhere.example")).toBe(403)
  expect(await callFrom("null")).toBe(403)
})

test("callers who ask too often wait, and a connection outlives the idle time of proxies", async ({
  request,
}) => {
  const server = await startServer(3127, { PLUMBLINE_RATE_LIMIT: "40", PLUMBLINE_TRUST_PROXY: "1" })
  try {
    const statuses = async (
      times: number,
      path: string,
      headersOf: (n: number) => Record<string, string>,
    ) => {
      const answers = await Promise.all(
        Array.from({ length: times }, (_, n) =>
          request.post(server.url + path, {
            headers: { ...headersOf(n), connection: "close" },
            maxRedirects: 0,
          }),
        ),
      )
      expect(
        answers.every((answer) => answer.status() !== 429 || Number(answer.headers()["retry-after"]) > 0),
      ).toBe(true)
      return answers.filter((answer) => answer.status() === 429).length
    }
    const from = (address: string) => ({ "x-forwarded-for": address })
    // Another made-up token each time does not make it another caller.
    const invented = (address: string) => (n: number) => ({
      ...from(address),
      authorization: `Bearer plb_${n}`,
    })
    expect(await statuses(35, "/api/auth/callback/credentials", invented("192.0.2.1"))).toBe(5)
    expect(await statuses(45, "/api/trpc/members.listMembers", invented("192.0.2.2"))).toBe(5)
    // One token from many addresses is one caller.
    const oneToken = (n: number) => ({ ...from(`198.51.100.${n}`), authorization: "Bearer plb_one" })
    expect(await statuses(45, "/api/trpc/members.listMembers", oneToken)).toBe(5)
    expect(await statuses(1, "/api/trpc/members.listMembers", () => from("192.0.2.3"))).toBe(0)

    const kept = await request.get(`${server.url}/api/health`)
    expect(Number(/timeout=(\d+)/.exec(kept.headers()["keep-alive"] ?? "")?.[1])).toBeGreaterThan(60)
  } finally {
    await server.stop()
  }
})
