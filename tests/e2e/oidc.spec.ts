import { expect, type Page } from "@playwright/test"
import { test } from "../support/browser-test"
import { OIDC_CLIENT, startOidcServer } from "../support/oidc-server"
import { setUp } from "../support/sign-in-as"
import { startServer } from "../support/start-server"

const port = Number(process.env.PLUMBLINE_E2E_PORT ?? 3100) + 2
const founder = {
  name: "Ines Moreau",
  email: "ines@northmark.example",
  password: "three little bobs",
  workspace: "Northmark Retail",
}
const people = [
  { sub: "ines", email: "Ines@northmark.example", emailVerified: true, name: "Ines Moreau" },
  { sub: "priya", email: "priya@northmark.example", emailVerified: true, name: "Priya Raman" },
  { sub: "impostor", email: "ines@northmark.example", emailVerified: false, name: "Not Ines" },
]

let provider: Awaited<ReturnType<typeof startOidcServer>>
let server: Awaited<ReturnType<typeof startServer>>

test.beforeAll(async () => {
  test.setTimeout(180_000)
  const redirectUri = `http://localhost:${port}/api/auth/callback/oidc`
  provider = await startOidcServer(port + 1, redirectUri, people)
  server = await startServer(port, {
    PLUMBLINE_OIDC_ISSUER: provider.issuer,
    PLUMBLINE_OIDC_CLIENT_ID: OIDC_CLIENT.id,
    PLUMBLINE_OIDC_CLIENT_SECRET: OIDC_CLIENT.secret,
    PLUMBLINE_OIDC_NAME: "Northmark login",
  })
})

test.afterAll(async () => {
  await server?.stop()
  await provider?.stop()
})

async function proveAs(page: Page, sub: string) {
  await page.getByPlaceholder("Enter any login").fill(sub)
  await page.getByPlaceholder("and password").fill("any")
  await page.getByRole("button", { name: "Sign-in" }).click()
}

async function continueAs(page: Page, sub: string) {
  await page.getByRole("button", { name: "Continue with Northmark login" }).click()
  await proveAs(page, sub)
  await page.getByRole("button", { name: "Continue" }).click()
}

/** Something that waits for a decision: access to a product, asked for by the person on the page. */
async function askForAccess(page: Page): Promise<string> {
  const headers = { "x-plumbline-workspace": "northmark-retail" }
  const call = async (operation: string, data: unknown) => {
    const response = await page.request.post(`${server.url}/api/trpc/${operation}`, { headers, data })
    const body = await response.json()
    expect(response.ok(), JSON.stringify(body)).toBe(true)
    return body.result.data
  }
  const people = { ownerId: null, stewardId: null }
  const domain = await call("products.createDomain", {
    key: "FUL",
    name: "Fulfilment",
    description: "",
    ...people,
  })
  const product = await call("products.createProduct", {
    name: "Delivery promise",
    question: "When will my parcel arrive?",
    description: "",
    lifecycle: "live",
    domainId: domain.id,
    ...people,
  })
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  await call("access.requestAccess", {
    productId: product.id,
    purpose: "analysis",
    reason: "Find out which carriers are late",
    rights: ["read"],
    fromDay: day(0),
    untilDay: day(30),
  })
  const input = encodeURIComponent(JSON.stringify({ view: "all" }))
  const listed = await page.request.get(`${server.url}/api/trpc/approvals.listApprovals?input=${input}`, {
    headers,
  })
  return (await listed.json()).result.data.rows[0].id
}

async function invite(page: Page, email: string): Promise<string> {
  await page.goto(`${server.url}/northmark-retail/settings/members`)
  await page.getByRole("button", { name: "Invite member" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("E-mail").fill(email)
  await dialog.getByLabel("Role", { exact: true }).selectOption({ label: "Data engineer" })
  await dialog.getByLabel("Reason").fill("Builds the pipelines")
  await dialog.getByRole("button", { name: "Make invitation" }).click()
  return page.getByRole("textbox", { name: "Link" }).inputValue()
}

test("people sign in at the provider: known, invited, unknown and unverified; and sign with it", async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const fresh = async () => (await browser.newContext()).newPage()
  const admin = await fresh()
  await setUp(admin, founder, server.url)

  const stranger = await fresh()
  await stranger.goto(`${server.url}/sign-in`)
  await continueAs(stranger, "priya")
  await expect(stranger.getByText("nobody with your e-mail address belongs to this Plumbline")).toBeVisible()

  const impostor = await fresh()
  await impostor.goto(`${server.url}/sign-in`)
  await continueAs(impostor, "impostor")
  await expect(impostor.getByText("did not confirm your e-mail address")).toBeVisible()

  // Known by the verified address; afterwards the account is linked.
  const known = await fresh()
  await known.goto(`${server.url}/sign-in?back=/account`)
  await continueAs(known, "ines")
  await expect(known).toHaveURL(`${server.url}/account`)
  await expect(known.getByText("ines@northmark.example, linked to single sign-on")).toBeVisible()

  const link = await invite(admin, "priya@northmark.example")
  const invited = await fresh()
  await invited.goto(link)
  await continueAs(invited, "priya")
  await expect(invited).toHaveURL(`${server.url}/northmark-retail`)
  await admin.reload()
  await expect(admin.getByRole("row", { name: /Priya Raman.*Data engineer/ })).toBeVisible()
  await invited.goto(link)
  await expect(invited.getByRole("heading", { name: "This invitation was accepted" })).toBeVisible()

  // Without a password one signs after proving it anew at the provider, which says when it asked.
  const requestId = await askForAccess(admin)
  await invited.goto(`${server.url}/northmark-retail/approvals/${requestId}`)
  await invited.getByText("Sign that you have read it").click()
  await invited.getByLabel("Note").fill("Seen by the engineers")
  await invited.getByRole("button", { name: "Sign in again with Northmark login" }).click()
  await proveAs(invited, "priya")
  await expect(invited).toHaveURL(`${server.url}/northmark-retail/approvals/${requestId}`)
  await invited.getByText("Sign that you have read it").click()
  await expect(invited.getByText("You have just confirmed who you are")).toBeVisible()
  await invited.getByRole("button", { name: "Sign review" }).click()
  const signature = invited.getByRole("article", { name: "Review by Priya Raman" })
  await expect(signature.getByText("confirmed by a new sign-in at the provider")).toBeVisible()
  await expect(signature.getByText("Seen by the engineers")).toBeVisible()
})
