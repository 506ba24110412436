import { type Browser, expect, type Page, test } from "@playwright/test"
import { signInAs } from "../support/sign-in-as"

export const WORKSPACE = "northmark"
export const BACKLOG = `/${WORKSPACE}/backlog`
/** For calls beside the browser. They keep no connection: one left idle may be closed just as the next call begins. */
export const CALL_HEADERS = { "x-plumbline-workspace": WORKSPACE, connection: "close" }

type Cookies = Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>
const signedIn = new Map<string, Cookies>()

/** Another test may have ended the session, as people do. */
async function stillSignedIn(page: Page, cookies: Cookies): Promise<boolean> {
  await page.context().addCookies(cookies)
  const account = await page.request.get("/api/trpc/members.getAccount?input=%7B%7D", {
    headers: CALL_HEADERS,
  })
  return account.ok()
}

/** Signs a person of the demo company in, once per worker: signing in is slowed down on purpose. */
export async function signIn(page: Page, person = "ines.moreau"): Promise<void> {
  const known = signedIn.get(person)
  if (known && (await stillSignedIn(page, known))) return
  await signInAs(page, `${person}@northmark.example`, test.info().config.metadata.demoPassword)
  signedIn.set(person, await page.context().cookies())
}

/** A second person at a desk of their own. */
export async function anotherDesk(browser: Browser, person: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, person)
  return page
}

/** Calls an operation as the person who is signed in on the page. */
export async function call<T>(page: Page, operation: string, input: unknown): Promise<T> {
  const response = await page.request.post(`/api/trpc/${operation}`, { headers: CALL_HEADERS, data: input })
  const body = await response.json()
  expect(response.ok(), JSON.stringify(body)).toBe(true)
  return body.result.data
}

/** Asks an operation as the person who is signed in on the page. */
export async function ask<T>(page: Page, operation: string, input: unknown): Promise<T> {
  const address = `/api/trpc/${operation}?input=${encodeURIComponent(JSON.stringify(input))}`
  const response = await page.request.get(address, { headers: CALL_HEADERS })
  return (await response.json()).result.data
}

type Kept = { title: string; status: string; estimate: number | null }

/** The item as the server keeps it: what the screen shows may still be on its way. */
export const kept = (page: Page, key: string | undefined) => ask<Kept>(page, "backlog.getItem", { key })

/** The titles of one label in the order that the server keeps. */
export async function keptOrder(page: Page, label: string, status: string[] = []): Promise<string[]> {
  const filter = { labels: [label], statuses: status }
  const { items } = await ask<{ items: Kept[] }>(page, "backlog.listItems", { filter })
  return items.map(({ title }) => title)
}

let made = 0

/** A label that no other test uses: its items are a small backlog of their own. */
export const freshLabel = (name: string) => `${name}-${Date.now().toString(36)}${made++}`

export type Made = { id: string; key: string }

/** Items with one label, in this order at the end of the backlog. */
export async function makeItems(
  page: Page,
  label: string,
  items: Record<string, unknown>[],
): Promise<Made[]> {
  const all: Made[] = []
  for (const item of items)
    all.push(await call<Made>(page, "backlog.createItem", { labels: [label], ...item }))
  return all
}

/** The titles in the list, from the top. */
export const titles = (page: Page) =>
  page.getByRole("table", { name: "Backlog items" }).locator("td.ti .row-title > a")

/** Opens the list of one label and waits until it can be worked with. */
export async function openList(page: Page, label: string, more = ""): Promise<void> {
  await page.goto(`${BACKLOG}?label=${label}${more}`)
  await expect(titles(page).first()).toBeVisible()
  await ready(page)
}

/** The keyboard is listened to once the page has come alive: then the footer shows its keys. */
export const ready = (page: Page) => expect(page.locator("footer kbd").nth(1)).toBeVisible()
