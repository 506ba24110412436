import { expect, type Page } from "@playwright/test"
import { test } from "../support/browser-test"
import { expectAccessible } from "../support/expect-accessible"
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
} from "./backlog-desk"

test.beforeEach(({ page }) => signIn(page))

const SCORING = `${BACKLOG}/scoring`
type Listed = { id: string; key: string; version: number; definition: Record<string, unknown> }

async function frameworkOf(page: Page, key: string): Promise<Listed> {
  const all = await ask<Listed[]>(page, "scoring.listFrameworks", {})
  return all.find((framework) => framework.key === key)!
}

type Given = { item: Made | undefined; inputs: Record<string, number> }

async function give(page: Page, frameworkId: string, given: Given[]) {
  const scores = given.map(({ item, inputs }) => ({ itemId: item?.id, inputs }))
  await call(page, "scoring.saveScores", { frameworkId, scores })
}

const wsjf = (business_value: number, job_size: number) => ({
  business_value,
  time_criticality: 5,
  risk_reduction: 5,
  job_size,
})

test("the strip opens how sure the order is, and agreement names the item and the criterion in dispute", async ({
  page,
  browser,
}) => {
  const label = freshLabel("trust")
  const items = await makeItems(page, label, [{ title: "Sure" }, { title: "Disputed" }, { title: "Last" }])
  const { id } = await frameworkOf(page, "wsjf")
  const hugo = await anotherDesk(browser, "hugo.brandt")
  for (const [desk, values] of [
    [page, [20, 13, 2]],
    [hugo, [20, 3, 2]],
  ] as const) {
    const given = values.map((value, index) => ({ item: items[index], inputs: wsjf(value, 2) }))
    await give(desk, id, given)
  }
  await page.goto(`${SCORING}?label=${label}&framework=wsjf`)
  await ready(page)
  const facts = page.getByRole("region", { name: "How far this ranking can be trusted" })
  await expect(facts).toContainText("2 scorers, WSJF version")
  await expect(facts).toContainText(`${items[0]?.key} first in 100 % of redrawn panels of scorers`)
  await expect(page.getByRole("row", { name: /Sure/ })).toContainText("100 %")
  await facts.getByRole("button", { name: /first in/ }).click()
  const sure = page.getByRole("dialog", { name: "How sure is this order?" })
  await expect(page).toHaveURL(/panel=robustness/)
  await expect(sure.getByRole("list", { name: "Share of each rank, by item" })).toContainText("100 %")
  await sure.getByLabel("Show").selectOption("table")
  await expect(sure.getByRole("table", { name: "How sure each rank is" })).toContainText("Top 3")
  await sure.getByLabel("Show").selectOption("wins")
  await expect(sure.getByRole("cell", { name: "100" }).first()).toBeVisible()
  await expectAccessible(page)
  await sure.getByRole("button", { name: "Close" }).click()
  await facts.getByRole("button", { name: /Agreement/ }).click()
  const agreement = page.getByRole("dialog", { name: "How much do people agree?" })
  await expect(agreement).toContainText("Measured over Hugo Brandt and Ines Moreau")
  await expect(agreement).toContainText(/W 1\.00/)
  const disputed = agreement.getByRole("row", { name: /Disputed/ })
  await expect(disputed).toContainText("User-business value")
  await expect(disputed).toContainText("Hugo Brandt gave 3, Ines Moreau 13")
  await expectAccessible(page)
  await hugo.context().close()
})

test("a blind round hides what others give until it is revealed, and for good when it is cancelled", async ({
  page,
  browser,
}) => {
  const label = freshLabel("blind")
  const [item] = await makeItems(page, label, [{ title: "Secret" }])
  // A framework of its own: other tests go on scoring in the open.
  const copied = await frameworkOf(page, "value_and_feasibility")
  const key = `blind_${Date.now()}`
  const definition = { ...copied.definition, key, name: `Blind ${label}` }
  const { id } = await call<{ id: string }>(page, "scoring.publishFramework", { definition })
  const view = `${SCORING}?label=${label}&framework=${key}`
  await page.goto(view)
  await ready(page)
  await page.getByRole("button", { name: "More", exact: true }).click()
  await page.getByRole("menuitem", { name: "Score blind until a reveal" }).click()
  const start = page.getByRole("dialog", { name: `Score Blind ${label} blind` })
  await start.getByRole("button", { name: "Score blind" }).click()
  await expect(start).toContainText("Write why it is scored blind")
  await start.getByLabel("Why is it scored blind").fill("Nobody leads the others")
  await start.getByRole("button", { name: "Score blind" }).click()
  await expect(page.getByText("you see your own values alone")).toBeVisible()

  const tomasz = await anotherDesk(browser, "tomasz.bielak")
  const inputs = { yearly_benefit: 777, strategic_fit: 5, data_readiness: 4, effort: 20 }
  await give(tomasz, id, [{ item, inputs }])
  await give(page, id, [{ item, inputs: { ...inputs, yearly_benefit: 111 } }])
  await page.goto(`${view}&item=${item?.key}`)
  await expect(page.getByText(/2 of \d+ have scored/)).toBeVisible()
  const why = page.getByRole("complementary", { name: "Why this score" })
  await expect(why.getByRole("table", { name: "Who gave what" })).toContainText("111")
  await expect(page.locator("main")).not.toContainText("777")
  await expect(page.getByRole("button", { name: "Adopt this order" })).toHaveAttribute(
    "aria-disabled",
    "true",
  )
  await tomasz.goto(`${view}&item=${item?.key}`)
  const reveal = tomasz.getByRole("button", { name: "Reveal the scores" })
  await expect(reveal).toHaveAttribute("aria-disabled", "true")
  await expect(tomasz.locator("main")).not.toContainText("111")

  await page.getByRole("button", { name: "Cancel the round" }).click()
  const asked = page.getByRole("alertdialog")
  await asked.getByLabel("Why is the round cancelled").fill("Somebody said a number aloud")
  await asked.getByRole("button", { name: "Cancel the round" }).click()
  await expect(page.getByText("was cancelled without a reveal")).toBeVisible()
  await expect(page.locator("main")).toContainText("Somebody said a number aloud")
  await expect(page.locator("main")).not.toContainText("777")
  const members = await ask<{ id: string }[]>(page, "members.listMembers", {})
  const scorerIds = members.slice(0, 2).map((member) => member.id)
  await call(page, "scoring.startBlindRound", { frameworkKey: key, scorerIds, reason: "Once more" })
  for (const desk of [page, tomasz]) {
    await desk.reload()
    await ready(desk)
    await desk.getByRole("button", { name: "Give them again" }).click()
    await expect(desk.getByRole("button", { name: "Give them again" })).toHaveCount(0)
  }

  await page.getByRole("button", { name: "Reveal the scores" }).click()
  await asked.getByLabel("Why are they revealed now").fill("Everybody is done")
  await asked.getByRole("button", { name: "Reveal the scores" }).click()
  await expect(why.getByRole("table", { name: "Who gave what" })).toContainText("777")
  await tomasz.reload()
  await expect(tomasz.getByRole("table", { name: "Who gave what" })).toContainText("111")
  await tomasz.context().close()
})
