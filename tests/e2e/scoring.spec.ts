import { expect, type Page } from "@playwright/test"
import { test } from "../support/browser-test"
import {
  anotherDesk,
  ask,
  BACKLOG,
  call,
  freshLabel,
  type Made,
  makeItems,
  ready,
  signIn,
  titles,
} from "./backlog-desk"

test.beforeEach(({ page }) => signIn(page))

const SCORING = `${BACKLOG}/scoring`
const FRAMEWORKS = "/northmark/settings/frameworks"
const CRITERIA = [
  "User-business value",
  "Time criticality",
  "Risk reduction or opportunity enablement",
  "Job size",
]
const KEYS = ["business_value", "time_criticality", "risk_reduction", "job_size"]

const cell = (page: Page, criterion: number, item: Made | undefined) =>
  page.getByLabel(`${CRITERIA[criterion]}, ${item?.key}`, { exact: true })
const ranked = (page: Page) => page.getByRole("table", { name: "Ranked items" }).locator("td.ti a")

async function score(page: Page, item: Made | undefined, values: number[], note = ""): Promise<void> {
  const frameworks = await ask<{ id: string; key: string }[]>(page, "scoring.listFrameworks", {})
  const wsjf = frameworks.find(({ key }) => key === "wsjf")
  const inputs = Object.fromEntries(KEYS.map((key, index) => [key, values[index]]))
  await call(page, "scoring.saveScores", {
    frameworkId: wsjf?.id,
    scores: [{ itemId: item?.id, inputs, note }],
  })
}

async function open(page: Page, label: string, more = ""): Promise<void> {
  await page.goto(`${SCORING}?label=${label}&framework=wsjf${more}`)
  await ready(page)
}

test("items are scored by keyboard alone, and the ranking follows", async ({ page }) => {
  const label = freshLabel("score")
  const [low, high] = await makeItems(page, label, [{ title: "Low" }, { title: "High" }])
  await open(page, label)
  await expect(page.getByRole("heading", { name: "Nothing is scored yet" })).toBeVisible()
  await page.keyboard.press("s")
  await cell(page, 0, low).focus()
  for (const value of ["1", "2", "1"]) {
    await page.keyboard.type(value)
    await page.keyboard.press("Tab")
  }
  await page.keyboard.type("8")
  await page.keyboard.press("Enter")
  await expect(cell(page, 3, high)).toBeFocused()
  await page.keyboard.type("1")
  await page.keyboard.press("ArrowLeft")
  await page.keyboard.press("ArrowLeft")
  for (const value of ["13", "8", "20"]) {
    await page.keyboard.type(value)
    await page.keyboard.press("Shift+Tab")
  }
  await expect(page.getByText("Everything is saved")).toBeVisible()
  await page.reload()
  await expect(cell(page, 0, high)).toHaveValue("20")
  await page.getByRole("link", { name: "Ranked", exact: true }).click()
  await expect(ranked(page)).toHaveText(["High", "Low"])
})

test("a value off the scale says so at the cell and is not sent; Escape takes back", async ({ page }) => {
  const label = freshLabel("scale")
  const [item] = await makeItems(page, label, [{ title: "Wrong" }])
  await open(page, label, "&view=score")
  const first = cell(page, 0, item)
  await first.fill("4")
  await first.press("Enter")
  await expect(page.getByRole("alert").filter({ hasText: "4 is not on the scale" })).toBeVisible()
  await expect(first).toHaveAttribute("aria-invalid", "true")
  await first.press("Escape")
  await expect(first).toHaveValue("")
  await first.fill("8")
  await first.press("Tab")
  await expect(page.getByText("Saved", { exact: true })).toBeVisible()
  await first.fill("13")
  await first.press("Escape")
  await expect(first).toHaveValue("8")
})

test("what cannot be saved stays, says so, and is saved when the server is back", async ({ page }) => {
  const label = freshLabel("offline")
  const [item] = await makeItems(page, label, [{ title: "Offline" }])
  await open(page, label, "&view=score")
  await page.route("**/api/trpc/scoring.saveScores**", (route) => route.abort())
  await cell(page, 0, item).fill("8")
  await page.keyboard.press("Tab")
  await expect(page.getByText("1 row is not saved")).toBeVisible()
  await expect(cell(page, 0, item)).toHaveValue("8")
  await page.unroute("**/api/trpc/scoring.saveScores**")
  await page.reload()
  await expect(cell(page, 0, item)).toHaveValue("8")
  await expect(page.getByText("Everything is saved")).toBeVisible()
})

test("others' values appear once one has scored; a split shows who and why", async ({ page, browser }) => {
  const label = freshLabel("split")
  const [item] = await makeItems(page, label, [{ title: "Disputed" }])
  const hugo = await anotherDesk(browser, "hugo.brandt")
  await score(hugo, item, [3, 8, 5, 3], "No benefit until stores are staffed")
  await open(page, label, "&view=score")
  await expect(page.getByText("1 other, shown once you have scored")).toBeVisible()
  await expect(page.getByText("Others: User-business value 3, by 1 person")).toHaveCount(0)
  await score(page, item, [13, 8, 5, 3], "Every fifth order")
  await page.reload()
  await expect(page.getByText("Others: User-business value 3, by 1 person")).toBeAttached()
  await open(page, label)
  await page.getByRole("link", { name: /why .* has this score/ }).click()
  const why = page.getByRole("complementary", { name: "Why this score" })
  await expect(why).toContainText("Split on user-business value.")
  await expect(why).toContainText("Hugo Brandt: “No benefit until stores are staffed”")
  await expect(why).toContainText("Ines Moreau: “Every fifth order”")
  await expect(page).toHaveURL(new RegExp(`item=${item?.key}`))
  await page.reload()
  await expect(why.getByRole("table", { name: "Who gave what" })).toBeVisible()
  await hugo.context().close()
})

test("the ranked order becomes the manual order, and undo brings the old one back", async ({ page }) => {
  const label = freshLabel("adopt")
  const items = await makeItems(page, label, [{ title: "Last" }, { title: "First" }, { title: "Unscored" }])
  await score(page, items[0], [1, 1, 1, 8])
  await score(page, items[1], [20, 8, 8, 1])
  await open(page, label)
  await expect(page.getByRole("table", { name: "Items without a score" })).toContainText(
    "Nobody has scored it yet",
  )
  await page.getByRole("button", { name: "Adopt this order" }).click()
  const dialog = page.getByRole("alertdialog")
  await dialog.getByRole("button", { name: "Adopt this order" }).click()
  await expect(dialog).toContainText("Write the reason")
  await dialog.getByLabel("Why is this the order now").fill("Planning of the quarter")
  await dialog.getByRole("button", { name: "Adopt this order" }).click()
  await expect(page.getByText(/The backlog follows this order/)).toBeVisible()
  const list = await page.context().newPage()
  await list.goto(`${BACKLOG}?label=${label}`)
  await expect(titles(list)).toHaveText(["First", "Last", "Unscored"])
  await page.getByRole("button", { name: "Undo", exact: true }).click()
  await expect(page.getByText(/The order before is back/)).toBeVisible()
  await list.reload()
  await expect(titles(list)).toHaveText(["Last", "First", "Unscored"])
})

test("a framework is copied, published, and changed by a new version", async ({ page }) => {
  const name = `Ours ${freshLabel("framework")}`
  await page.goto(`${FRAMEWORKS}/value_and_feasibility`)
  await page.getByRole("link", { name: "Copy as own framework" }).click()
  await page.getByLabel("Name", { exact: true }).first().fill(name)
  const first = page.getByRole("group", { name: "Yearly benefit" })
  await first.getByLabel("Largest").fill("nothing")
  await page.getByRole("button", { name: "Publish framework" }).click()
  await expect(first.getByText("Enter a number, such as 0 or 12.5")).toBeVisible()
  await expect(first.getByLabel("Largest")).toBeFocused()
  await first.getByLabel("Largest").fill("500")
  await expect(first.getByText(/Its scale changed: weigh again/)).toBeVisible()
  await page.getByRole("button", { name: "Publish framework" }).click()
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible()
  await page.getByRole("link", { name: "Publish new version" }).click()
  await page.getByRole("button", { name: "Remove criterion Effort" }).click()
  await page.getByRole("button", { name: "Publish version 2" }).click()
  await expect(page.getByRole("rowheader", { name: "Version 2 shown above" })).toBeVisible()
  await page.getByRole("link", { name: "Version 1", exact: true }).click()
  await expect(page.getByText("Version 2 is the latest.")).toBeVisible()
  await expect(page.getByRole("table", { name: `Criteria of ${name}` })).toContainText("Effort")
})

test("who may not configure or rank sees why", async ({ browser }) => {
  const page = await anotherDesk(browser, "lena.koch")
  await open(page, "")
  const adopt = page.getByRole("button", { name: "Adopt this order" })
  await expect(adopt).toHaveAttribute("aria-disabled", "true")
  await expect(adopt).toHaveAccessibleDescription(/roles/)
  await page.goto(`${SCORING}?view=score`)
  await expect(page.getByText("You may look, but not score.")).toBeVisible()
  await expect(page.locator(".grid-table .cell input").first()).not.toBeEditable()
  await page.context().close()
})
