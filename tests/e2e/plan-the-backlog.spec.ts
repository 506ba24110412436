import { expect, type Page } from "@playwright/test"
import { test } from "../support/browser-test"
import {
  ask,
  BACKLOG,
  call,
  freshLabel,
  kept,
  makeItems,
  openList,
  ready,
  signIn,
  titles,
} from "./backlog-desk"

const handle = (page: Page, key: string | undefined) =>
  page.getByRole("button", { name: new RegExp(`^${key}, `) })
const undo = (page: Page) => page.getByRole("button", { name: "Undo", exact: true })

type Kept = { ownerId: string | null; labels: string[]; quarter: string | null; status: string }

test("a card goes to another lane by keyboard, which writes the lane's field, and comes back", async ({
  page,
}) => {
  await signIn(page)
  const label = freshLabel("lane")
  const [first, second] = await makeItems(page, label, [
    { title: "Stays", status: "ready", type: "debt" },
    { title: "Travels", status: "ready", type: "question", labels: [label, `${label}-too`] },
  ])
  await call(page, "backlog.relateItems", { fromId: first?.id, toId: second?.id, word: "blocks" })
  const blocked = page.getByRole("link", { name: `Blocked by ${first?.key}` })
  // By label an item stands in the group of each of its labels.
  await openList(page, label, "&group=labels")
  await expect(titles(page)).toHaveText(["Stays", "Travels", "Travels"])
  await expect(page.getByText(/^2 of [\d,]+ items, grouped by each of their labels/)).toBeVisible()
  await expect(page.getByRole("button", { name: new RegExp(`^${label}-too 1 item`) })).toBeVisible()
  await expect(blocked).toHaveCount(2)
  await page.goto(`${BACKLOG}/board?label=${label}&lanes=type`)
  await expect(page.getByRole("region", { name: "Question 1" })).toBeVisible()
  await expect(blocked).toBeVisible()
  await ready(page)
  await handle(page, second?.key).focus()
  await page.keyboard.press("Space")
  await expect(page.getByText(`Lifted ${second?.key}`)).toBeAttached()
  await page.keyboard.press("ArrowDown")
  await expect(page.getByText(new RegExp(`${second?.key}: Ready, Question, place`))).toBeAttached()
  await page.keyboard.press("ArrowDown")
  await expect(page.getByText(new RegExp(`${second?.key}: Ready, Debt, place`))).toBeAttached()
  await page.keyboard.press("Space")
  await expect(page.getByRole("list", { name: "Ready 2, Debt" }).locator(".card")).toHaveCount(2)
  await expect
    .poll(async () => (await ask<{ type: string }>(page, "backlog.getItem", second)).type)
    .toBe("debt")
  await expect(page.getByText(`Moved ${second?.key} to Debt`)).toBeVisible()
  await undo(page).click()
  await expect
    .poll(async () => (await ask<{ type: string }>(page, "backlog.getItem", second)).type)
    .toBe("question")
  await page.getByRole("button", { name: `Move ${first?.key} to` }).click()
  await page.getByRole("menuitem", { name: "Done" }).click()
  await expect(blocked).toHaveCount(0)
})

test("a full column says why before the drop, and refuses it", async ({ page }) => {
  await signIn(page, "tomasz.bielak")
  const label = freshLabel("full")
  const [card] = await makeItems(page, label, [{ title: "Waits", status: "doing" }])
  await page.goto(`${BACKLOG}/board?label=${label}`)
  await ready(page)
  // The demo's limit of Review is hard; filling up what is left of it makes it full for this test.
  const { limits } = await ask<{ limits: { status: string; limit: number; groups: { held: number }[] }[] }>(
    page,
    "backlog.getWipLimits",
    {},
  )
  const review = limits.find(({ status }) => status === "review")!
  const room = review.limit - (review.groups[0]?.held ?? 0)
  const fillers = Array.from({ length: Math.max(0, room) }, (_, n) => ({
    title: `Filler ${n}`,
    status: "review",
  }))
  const made = await makeItems(page, freshLabel("filler"), fillers)
  await page.reload()
  await ready(page)
  await handle(page, card?.key).focus()
  await page.keyboard.press("Space")
  await expect(page.getByText(`Lifted ${card?.key}`)).toBeAttached()
  await page.keyboard.press("ArrowRight")
  const reason = `Review holds ${review.limit} of at most ${review.limit}. Finish or move an item out of it first`
  await expect(page.locator(".aim-note.refused")).toHaveText(reason)
  await page.keyboard.press("Space")
  await expect(page.getByText(`${card?.key} was not moved. ${reason}`)).toBeVisible()
  expect((await kept(page, card?.key)).status).toBe("doing")
  await page.getByRole("button", { name: `Move ${card?.key} to` }).click()
  await expect(page.getByRole("menuitem", { name: "Review" })).toContainText(reason)
  await page.keyboard.press("Escape")
  for (const { id } of made) await call(page, "backlog.moveItem", { id, status: "done" })
})

test("limits are set for a column, and the head shows them", async ({ page }) => {
  await signIn(page, "tomasz.bielak")
  await page.goto(`${BACKLOG}/board`)
  await ready(page)
  await page.getByRole("button", { name: "Limits" }).click()
  const dialog = page.getByRole("dialog", { name: "Limits of the columns" })
  await dialog.getByLabel("Kind of limit of Ready").selectOption("soft")
  await dialog.getByLabel("Most items in Ready").fill("4321")
  await dialog.getByRole("button", { name: "Save limits" }).click()
  await expect(page.getByText("The limits hold from now on")).toBeVisible()
  await expect(page.getByText(/of at most 4321, more only with a warning/)).toBeAttached()
  await page.getByRole("button", { name: "Limits" }).click()
  await dialog.getByLabel("Kind of limit of Ready").selectOption("none")
  await dialog.getByRole("button", { name: "Save limits" }).click()
  await expect(page.getByText(/of at most 4321/)).toHaveCount(0)
})

test("items are edited together on the list, and one undo gives each its own back", async ({ page }) => {
  await signIn(page)
  const label = freshLabel("bulk")
  const items = await makeItems(page, label, [
    { title: "One", status: "ready", estimate: 2 },
    { title: "Two", status: "idea" },
    { title: "Three", status: "refine" },
  ])
  await openList(page, label)
  const bar = page.getByRole("toolbar", { name: "Selected items" })
  await page.keyboard.press("j")
  await page.keyboard.press("Shift+ArrowDown")
  await page.keyboard.press("Shift+ArrowDown")
  await expect(bar).toContainText("3 selected")
  await page.keyboard.press("Escape")
  await expect(bar).toBeHidden()
  await page.keyboard.press("ControlOrMeta+a")
  await expect(bar).toContainText("3 selected")
  await page.keyboard.press("Escape")
  await page.keyboard.press("k")
  await page.keyboard.press("k")
  await page.keyboard.press("Shift+ArrowDown")
  await page.keyboard.press("Shift+ArrowDown")
  await page.keyboard.press("Shift+ArrowUp")
  await expect(bar).toContainText("2 selected")
  await page.keyboard.press("e")
  const dialog = page.getByRole("dialog", { name: "Edit 2 items" })
  await dialog.getByLabel("New value").selectOption("done")
  await dialog.getByRole("button", { name: "Change another field" }).click()
  await dialog.getByLabel("Field").nth(1).selectOption("estimate")
  await dialog.getByLabel("New value").nth(1).fill("8")
  await dialog.getByRole("button", { name: "Change 2 items" }).click()
  const state = async () => {
    const all = await Promise.all(items.map((item) => kept(page, item.key)))
    return all.map(({ status, estimate }) => `${status} ${estimate}`)
  }
  await expect.poll(state).toEqual(["done 8", "done 8", "refine null"])
  await undo(page).click()
  await expect.poll(state).toEqual(["ready 2", "idea null", "refine null"])
})

test("a matrix dot is dragged, which writes one's own values, and taken back", async ({ page }) => {
  await signIn(page)
  const label = freshLabel("dot")
  const [item] = await makeItems(page, label, [{ title: "Dotted" }])
  const frameworks = await ask<{ id: string; key: string }[]>(page, "scoring.listFrameworks", {})
  const frameworkId = frameworks.find(({ key }) => key === "value_effort")?.id
  const mine = async () => {
    const filter = { labels: [label] }
    const matrix = await ask<{ dots: { mine: { inputs: Record<string, number> } | null }[] }>(
      page,
      "scoring.plotItems",
      { frameworkKey: "value_effort", filter },
    )
    return matrix.dots[0]?.mine?.inputs
  }
  await call(page, "scoring.saveScores", {
    frameworkId,
    scores: [{ itemId: item?.id, inputs: { value: 10, effort: 500 }, version: 0 }],
  })
  await page.goto(`${BACKLOG}/matrix?label=${label}&framework=value_effort`)
  const dot = page.getByRole("button", { name: new RegExp(`^${item?.key} Dotted, Value 10`) })
  await expect(dot).toBeVisible()
  await ready(page)
  const plot = page.locator(".matrix-plot")
  const [from, area] = [await dot.boundingBox(), await plot.boundingBox()]
  if (!from || !area) throw new Error("Nothing to drag")
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(area.x + area.width * 0.3, area.y + area.height * 0.2, { steps: 6 })
  await expect(page.locator(".matrix-ghost")).toContainText(item?.key ?? "")
  await page.mouse.up()
  await expect(page.getByText(`Your values for ${item?.key}`).first()).toBeVisible()
  await expect.poll(async () => (await mine())?.value).toBeGreaterThan(70)
  await undo(page).click()
  await expect.poll(mine).toEqual({ value: 10, effort: 500 })
  const back = page.getByRole("button", { name: new RegExp(`^${item?.key} Dotted, Value 10`) })
  await back.focus()
  // A key moves a dot by a fiftieth of the scale, here 0 to 100.
  await page.keyboard.press("ArrowUp")
  await expect.poll(async () => (await mine())?.value).toBe(12)
})

test("an item moves to another quarter by keyboard, and back by undo", async ({ page }) => {
  await signIn(page)
  const label = freshLabel("quarter")
  const [item] = await makeItems(page, label, [{ title: "Planned", quarter: null }])
  await page.goto(`${BACKLOG}/roadmap?label=${label}`)
  await expect(page.locator(".card")).toHaveCount(1)
  await ready(page)
  const quarter = async () => (await ask<Kept>(page, "backlog.getItem", { key: item?.key })).quarter
  await handle(page, item?.key).focus()
  await page.keyboard.press("Space")
  await expect(page.getByText(`Lifted ${item?.key}`)).toBeAttached()
  await page.keyboard.press("ArrowLeft")
  await expect(page.getByText(new RegExp(`${item?.key}: Later, place`))).toBeAttached()
  await page.keyboard.press("ArrowLeft")
  await expect(page.getByText(new RegExp(`${item?.key}: Q\\d \\d{4}, place`))).toBeAttached()
  await page.keyboard.press("Space")
  await expect.poll(quarter).toMatch(/^\d{4}-Q\d$/)
  await undo(page).click()
  await expect.poll(quarter).toBeNull()
})
