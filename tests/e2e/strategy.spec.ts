import { expect, type Page } from "@playwright/test"
import { test } from "../support/browser-test"
import { anotherDesk, ask, call, ready, signIn, WORKSPACE } from "./backlog-desk"

const STRATEGY = `/${WORKSPACE}/strategy`

test.beforeEach(({ page }) => signIn(page))

test("“Reduce churn by 15 % in six months” is typed as such, measured and graded", async ({ page }) => {
  const title = "Reduce churn by 15 % in six months"
  await page.goto(STRATEGY)
  await ready(page)
  await page.keyboard.press("c")
  const dialog = page.getByRole("dialog", { name: "Create objective" })
  await expect(dialog.getByLabel("Objective", { exact: true })).toBeFocused()
  await page.keyboard.type(title)
  // The figures are read from the sentence; only the baseline is missing.
  await expect(dialog.getByLabel("Metric", { exact: true })).toHaveValue("Churn")
  await expect(dialog.getByLabel("Per cent of the baseline")).toHaveValue("15")
  await page.keyboard.press("Enter")
  await expect(dialog.getByText("Give a number", { exact: true })).toBeVisible()
  await dialog.getByLabel("Baseline", { exact: true }).focus()
  await page.keyboard.type("0")
  await page.keyboard.press("Enter")
  await expect(dialog.getByText("A share of a baseline of 0 is 0. Give the target itself")).toBeVisible()
  await dialog.getByLabel("Baseline", { exact: true }).focus()
  await page.keyboard.press("Control+A")
  await page.keyboard.type("4.8")
  await dialog.getByRole("textbox", { name: "Unit optional" }).focus()
  await page.keyboard.type("%")
  await expect(dialog.getByText("4.8 % → 4.08 %")).toBeVisible()
  await page.keyboard.press("Enter")

  await page.waitForURL(/objectives\/O-\d+$/)
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole("heading", { level: 3, name: title })).toBeVisible()
  await expect(page.getByText("No measurement yet").first()).toBeVisible()
  await ready(page)

  await page.keyboard.press("m")
  const measure = page.getByRole("dialog", { name: "Measure Churn" })
  await measure.getByLabel("Value in %").fill("4.4")
  await measure.getByLabel("Source").fill("Customer ledger")
  await page.keyboard.press("Enter")
  await expect(measure).toBeHidden()
  await expect(page.getByText("On track").first()).toBeVisible()
  await expect(page.getByText(/56 % of the way/).first()).toBeVisible()

  // The same data as a table, and a correction that overwrites nothing.
  await page.keyboard.press("t")
  await page.getByRole("button", { name: /^Correct the measurement/ }).click()
  const correct = page.getByRole("dialog", { name: "Correct Churn" })
  await correct.getByLabel("Value in %").fill("5.2")
  await correct.getByLabel("Why it is corrected").fill("Read from the wrong country")
  await page.keyboard.press("Enter")
  await expect(correct).toBeHidden()
  await expect(page.getByText("Off track").first()).toBeVisible()
  const table = page.getByRole("table", { name: "Measurements of Churn" })
  await expect(table.getByRole("row")).toHaveCount(3)
  await expect(table.getByText("Replaced by a correction")).toBeVisible()
  await expect(page).toHaveURL(/show=table/)
})

test("the coverage map opens what it counts and lists orphans, until they are linked", async ({ page }) => {
  const name = `Alone ${Date.now()}`
  const domains = await ask<{ id: string; key: string }[]>(page, "products.listDomains", {})
  const fields = { question: "What?", description: "", lifecycle: "proposed", ownerId: null, stewardId: null }
  const domainId = domains.find(({ key }) => key === "STO")?.id
  const { slug } = await call<{ slug: string }>(page, "products.createProduct", { name, domainId, ...fields })
  await page.goto(`${STRATEGY}/coverage?domain=${domainId}`)
  const alone = page.getByRole("region", { name: "Products without an objective" })
  await expect(alone.getByRole("link", { name })).toBeVisible()
  await page
    .getByRole("button", { name: /^Shelf availability, O-\d+: product/ })
    .first()
    .click()
  await expect(page.getByRole("dialog").getByText("Sends the list of gaps to the tablets")).toBeVisible()
  await page.keyboard.press("Escape")

  await page.goto(`/${WORKSPACE}/products/${slug}`)
  await expect(page.getByText("No objective").first()).toBeVisible()
  await page.getByRole("button", { name: "Link key result" }).click()
  const dialog = page.getByRole("dialog", { name: `What does ${name} work on?` })
  await dialog.getByRole("button", { name: /^Key result/ }).click()
  await page.getByPlaceholder("Type to search").fill("gaps")
  await expect(page.getByRole("option", { name: /gaps/ }).first()).toBeVisible()
  await page.keyboard.press("Enter")
  await dialog.getByRole("button", { name: "Link key result" }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole("link", { name: /^Reduce gaps on the shelf by 30 %/ })).toBeVisible()
  await page.goto(`${STRATEGY}/coverage?domain=${domainId}`)
  await expect(page.getByRole("button", { name: new RegExp(`^${name}, O-\\d+: product`) })).toBeVisible()
  await expect(alone.getByRole("link", { name })).toBeHidden()
})

type Row = { id: string; startQuarter: string; endQuarter: string }
const kept = async (page: Page, id: string) => {
  const { startQuarter, endQuarter } = await ask<Row>(page, "strategy.getInitiative", { id })
  return `${startQuarter} ${endQuarter}`
}

test("an initiative moves by key and by dragging, with undo; whoever asks for money does not decide", async ({
  page,
  browser,
}) => {
  const name = `Moved ${Date.now()}`
  const year = new Date().getUTCFullYear()
  const quarters = { startQuarter: `${year + 1}-Q1`, endQuarter: `${year + 1}-Q2` }
  const { id } = await call<Row>(page, "strategy.createInitiative", { name, ...quarters })
  await page.goto(`${STRATEGY}/roadmap`)
  await ready(page)
  const bar = page.getByRole("button", { name: new RegExp(`^${name}, Q`) })
  await bar.focus()
  await page.keyboard.press("Alt+ArrowRight")
  await expect(bar).toHaveAccessibleName(`${name}, Q2 ${year + 1} to Q3 ${year + 1}`)
  await expect.poll(() => kept(page, id)).toBe(`${year + 1}-Q2 ${year + 1}-Q3`)
  await page.getByRole("button", { name: "Undo", exact: true }).click()
  await expect.poll(() => kept(page, id)).toBe(`${year + 1}-Q1 ${year + 1}-Q2`)

  await bar.scrollIntoViewIfNeeded()
  const box = (await bar.boundingBox())!
  await page.mouse.move(box.x + 10, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 10 + box.width / 2, box.y + box.height / 2, { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => kept(page, id)).toBe(`${year + 1}-Q2 ${year + 1}-Q3`)
  await expect(page.getByRole("dialog")).toBeHidden()

  const search = page.getByRole("searchbox", { name: "Search initiatives" })
  await page.goto(`${STRATEGY}/roadmap?state=over`)
  await search.fill("never looked for")
  await page.getByRole("button", { name: "Clear filters" }).click()
  await expect(search).toHaveValue("")
  await expect(page).not.toHaveURL(/q=|state=/)
  await search.fill(name.split(" ")[1]!)
  await expect(page).toHaveURL(/q=/)
  await expect(page.getByText(/^1 of \d+ initiatives/)).toBeVisible()
  await page.goto(`${STRATEGY}/roadmap?state=over&q=${encodeURIComponent(name)}`)
  await expect(page.getByText("No initiative matches")).toBeVisible()
  await page.getByRole("button", { name: "Clear filters" }).click()

  await bar.press("Enter")
  const panel = page.getByRole("dialog", { name })
  await expect(panel.getByText("No objective").first()).toBeVisible()
  await panel.getByRole("button", { name: "Ask for funding" }).click()
  await panel.getByLabel("Amount").fill("-5")
  await panel.getByLabel("What it is for").fill("Two engineers")
  await panel.getByRole("button", { name: "Ask for it" }).click()
  await expect(panel.getByText("An amount is zero or more")).toBeVisible()
  await panel.getByLabel("Amount").fill("12000")
  await panel.getByRole("button", { name: "Ask for it" }).click()
  await expect(panel.getByText("Waits for a decision")).toBeVisible()
  await expect(panel.getByRole("button", { name: "Approve" })).toHaveAttribute("aria-disabled", "true")

  const finance = await anotherDesk(browser, "hugo.brandt")
  await finance.goto(`/${WORKSPACE}`)
  await expect(finance.getByText(`12,000 EUR asked for ${name}`)).toBeVisible()
  await finance.goto(`${STRATEGY}/roadmap?initiative=${id}`)
  const decision = finance.getByRole("dialog", { name })
  await decision.getByRole("button", { name: "Approve" }).click()
  await decision.getByLabel("Why").fill("Pays back within a year")
  await decision
    .getByRole("form", { name: "Approve funding" })
    .getByRole("button", { name: "Approve" })
    .click()
  await expect(decision.getByText("Approved 12,000")).toBeVisible()
  await finance.close()
})
