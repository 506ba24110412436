import { expect, type Page } from "@playwright/test"
import { test } from "../support/browser-test"
import { anotherDesk, freshLabel, keptOrder, type Made, makeItems, signIn } from "./backlog-desk"

const WORKSHOPS = "/northmark/backlog/workshops"
const CRITERIA = [
  "User-business value",
  "Time criticality",
  "Risk reduction or opportunity enablement",
  "Job size",
]

/** By its class, as a phone keeps the steps out of sight. */
const live = (page: Page) => page.locator(".phase-steps [aria-current=step]")
const done = (page: Page) => page.getByRole("list", { name: "People" })

/** Chooses the four WSJF values of the item on the screen. */
async function choose(page: Page, values: number[]): Promise<void> {
  for (const [index, name] of CRITERIA.entries()) {
    const field = page.getByRole("group", { name })
    await field.getByText(String(values[index]), { exact: true }).click()
  }
}

async function scoreAll(page: Page, all: number[][]): Promise<void> {
  for (const [index, values] of all.entries()) {
    await expect(page.getByText(`Item ${index + 1} of ${all.length}`, { exact: true })).toBeVisible()
    await choose(page, values)
    await page
      .getByRole("button", { name: index < all.length - 1 ? "Next item" : "I am done", exact: true })
      .click()
  }
  await expect(page.getByText("You are done.")).toBeVisible()
}

/** Starts a workshop on the items as the person of the page; the link is the address. */
async function start(page: Page, items: Made[], title: string): Promise<string> {
  await page.goto(`${WORKSHOPS}/new?items=${items.map(({ key }) => key).join(",")}&framework=wsjf`)
  await expect(page.getByRole("list", { name: "Chosen items" }).getByRole("listitem")).toHaveCount(
    items.length,
  )
  await page.getByLabel("Title").fill(title)
  await page.getByRole("button", { name: "Open the workshop" }).click()
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible()
  await expect(page).toHaveURL(/workshops\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

async function join(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole("button", { name: "Join the workshop" }).click()
  await expect(page.getByRole("button", { name: "Join the workshop" })).toHaveCount(0)
}

test("three people score silently, reveal, discuss, score again, decide, adopt and undo", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000)
  await signIn(page, "ines.moreau")
  const label = freshLabel("workshop")
  const items = await makeItems(page, label, [{ title: "Calm" }, { title: "Disputed" }, { title: "Urgent" }])
  const title = `Order ${label}`
  const link = await start(page, items, title)
  const hugo = await anotherDesk(browser, "hugo.brandt")
  const priya = await anotherDesk(browser, "priya.raman")
  await hugo.setViewportSize({ width: 390, height: 844 })
  await Promise.all([join(hugo, link), join(priya, link)])
  await expect(page.getByText("3 here")).toBeVisible()

  await page.getByRole("button", { name: "Start silent scoring" }).click()
  for (const desk of [page, hugo, priya]) await expect(live(desk)).toHaveText("Silent scoring")
  await expect(page.getByText("0 of 3 are done").first()).toBeVisible()
  await scoreAll(hugo, [
    [1, 1, 1, 5],
    [2, 8, 5, 3],
    [13, 20, 5, 2],
  ])
  await expect(done(page).getByRole("listitem").filter({ hasText: "Hugo Brandt" })).toContainText("done")
  await expect(done(priya).getByRole("listitem").filter({ hasText: "Hugo Brandt" })).toContainText("done")
  await scoreAll(priya, [
    [1, 2, 1, 5],
    [20, 8, 5, 3],
    [13, 20, 5, 2],
  ])
  // The facilitator's screen shows the room, not values, until they ask for their own.
  await expect(page.getByRole("region", { name: "My scores" })).toHaveCount(0)
  await page.getByRole("button", { name: "Score on this screen" }).click()
  await scoreAll(page, [
    [1, 1, 1, 8],
    [13, 8, 5, 3],
    [13, 20, 5, 2],
  ])
  await expect(page.getByRole("button", { name: "Hide my scores" })).toBeVisible()

  await page.getByRole("button", { name: "Reveal the scores" }).click()
  const list = (desk: Page) => desk.getByRole("list", { name: "Items by disagreement" }).getByRole("button")
  for (const desk of [page, hugo, priya]) {
    await expect(live(desk)).toHaveText("Discussion")
    await expect(list(desk).first()).toContainText("Disputed")
    await expect(list(desk).first()).toContainText("User-business value 2 to 20")
  }
  const plot = "User-business value: 2 by Hugo Brandt; 13 by Ines Moreau; 20 by Priya Raman"
  await expect(priya.getByRole("img", { name: plot })).toBeVisible()

  await list(page).filter({ hasText: "Urgent" }).click()
  await expect(hugo.getByRole("region", { name: `Scores of ${items[2]?.key}` })).toBeVisible()
  await page.getByRole("button", { name: "Start 3 minutes" }).click()
  for (const desk of [page, hugo]) await expect(desk.getByRole("timer")).toContainText(/2:5\d|3:00/)
  await page.getByRole("button", { name: "Add a minute" }).click()
  await expect(hugo.getByRole("timer")).toContainText(/3:[45]\d|4:00/)

  // Somebody who comes now sees the discussion and scores the second round with the others.
  const late = await anotherDesk(browser, "aisha.rahman")
  await late.goto(link)
  await expect(
    late.getByRole("heading", { name: "The workshop has begun, and you can still join" }),
  ).toBeVisible()
  await late.getByRole("button", { name: "Join the workshop" }).click()
  await expect(list(late).first()).toContainText("Disputed")

  await page.getByRole("checkbox", { name: `Score ${items[1]?.key} again` }).check()
  await page.getByRole("button", { name: "Score 1 item again" }).click()
  await expect(hugo.getByText("You gave this in round 1: marked below.")).toBeVisible()
  await scoreAll(hugo, [[8, 8, 5, 3]])
  await scoreAll(late, [[13, 13, 5, 3]])
  await priya.getByRole("button", { name: "Keep it" }).click()
  await priya.getByRole("button", { name: "I am done", exact: true }).click()
  await expect(page.getByText("3 of 4 are done").first()).toBeVisible()
  await page.getByRole("button", { name: "Reveal the scores" }).click()
  await expect(list(late).first()).toContainText("User-business value 8 to 20")

  await page.getByRole("button", { name: "Go on to decide" }).click()
  await expect(live(hugo)).toHaveText("Deciding")
  await hugo.getByLabel("I see it differently").fill("Nothing here is cashable")
  await hugo.getByRole("button", { name: "Record dissent" }).click()
  await expect(page.getByRole("list", { name: "Dissent of others" })).toContainText(
    "Nothing here is cashable",
  )
  await page.getByRole("button", { name: "Close with this decision" }).click()
  await expect(page.getByText("Write down what was decided")).toBeVisible()
  await page.getByLabel("What was decided, and why").fill("The urgent one first, then the disputed one.")
  await page.getByRole("button", { name: "Close with this decision" }).click()
  for (const desk of [page, hugo]) {
    await expect(desk.getByText("The urgent one first, then the disputed one.")).toBeVisible()
    await expect(desk.getByText("Nothing here is cashable")).toBeVisible()
  }
  const ranks = page.getByRole("table", { name: "The order" }).locator("tbody th")
  await expect(ranks).toHaveText([/Urgent/, /Disputed/, /Calm/])
  await expect(page.getByRole("table", { name: "Rounds side by side" })).toContainText("Round 2")

  await page.getByRole("button", { name: "Adopt this order" }).click()
  await expect.poll(() => keptOrder(page, label)).toEqual(["Urgent", "Disputed", "Calm"])
  await page.getByRole("button", { name: "Undo", exact: true }).click()
  await expect.poll(() => keptOrder(page, label)).toEqual(["Calm", "Disputed", "Urgent"])
  await expect(page.getByRole("button", { name: "Adopt this order" })).toBeVisible()
  await page.goto(WORKSHOPS)
  await expect(page.getByRole("table", { name: "Workshops that are over" })).toContainText(title)
})

test("a lost connection says so, keeps what is entered, and catches up by itself", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  await signIn(page, "tomasz.bielak")
  const label = freshLabel("offline-workshop")
  const items = await makeItems(page, label, [{ title: "One" }, { title: "Two" }])
  const link = await start(page, items, `Lost ${label}`)
  const priya = await anotherDesk(browser, "priya.raman")
  await join(priya, link)
  await page.getByRole("button", { name: "Start silent scoring" }).click()
  await expect(live(priya)).toHaveText("Silent scoring")
  await priya.context().setOffline(true)
  await expect(priya.getByText("Connection lost.")).toBeVisible()
  await choose(priya, [5, 5, 3, 2])
  await expect(priya.getByText("1 item is not saved")).toBeVisible()
  await page.getByRole("button", { name: "Start 3 minutes" }).click()
  await priya.context().setOffline(false)
  await expect(priya.getByText("Everything is saved")).toBeVisible()
  await expect(priya.getByText("Connection lost.")).toHaveCount(0)
  await expect(priya.getByRole("timer")).toContainText(/[12]:\d\d/)
  await expect(done(page).getByRole("listitem").filter({ hasText: "Priya Raman" })).toContainText("1 of 2")
  // What happened while they were away is there when they are back.
  await priya.context().setOffline(true)
  await page.getByRole("button", { name: "Reveal the scores" }).click()
  await expect(live(page)).toHaveText("Discussion")
  await priya.context().setOffline(false)
  await expect(live(priya)).toHaveText("Discussion")
  await page.getByRole("button", { name: "More" }).click()
  await page.getByRole("menuitem", { name: "End without a decision" }).click()
  await page.getByLabel("Why it ends").fill("Only a trial")
  await page.getByRole("button", { name: "End the workshop" }).click()
  await expect(priya.getByText("Only a trial")).toBeVisible()
})
