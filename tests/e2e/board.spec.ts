import { expect, type Page } from "@playwright/test"
import { test } from "../support/browser-test"
import { BACKLOG, freshLabel, kept, keptOrder, makeItems, ready, signIn } from "./backlog-desk"

test.beforeEach(({ page }) => signIn(page))

const column = (page: Page, name: string) => page.getByRole("list", { name: new RegExp(`^${name} \\d`) })
const cards = (page: Page, name: string) => column(page, name).locator(".card-title")
const handle = (page: Page, key: string | undefined) =>
  page.getByRole("button", { name: new RegExp(`^${key}, `) })

async function openBoard(page: Page, label: string): Promise<void> {
  await page.goto(`${BACKLOG}/board?label=${label}`)
  await expect(page.locator(".card").first()).toBeVisible()
  await ready(page)
}

test("a card is lifted, moved and dropped by keyboard, and spoken about", async ({ page }) => {
  const label = freshLabel("keys")
  const [, second] = await makeItems(page, label, [
    { title: "Stays", status: "ready" },
    { title: "Travels", status: "ready" },
    { title: "Waits", status: "doing" },
  ])
  await openBoard(page, label)
  await handle(page, second?.key).focus()
  await page.keyboard.press("Space")
  await expect(page.getByText(`Lifted ${second?.key}`)).toBeAttached()
  await page.keyboard.press("ArrowRight")
  await expect(page.getByText(new RegExp(`${second?.key}: Doing, place`))).toBeAttached()
  await page.keyboard.press("Space")
  await expect(cards(page, "Doing")).toHaveCount(2)
  await expect(cards(page, "Ready")).toHaveText(["Stays"])
  await expect(page.getByText(`Moved ${second?.key} to Doing`)).toBeVisible()
  await expect.poll(async () => (await kept(page, second?.key)).status).toBe("doing")
  await page.reload()
  await expect(cards(page, "Doing")).toHaveCount(2)
})

test("Escape puts a lifted card back", async ({ page }) => {
  const label = freshLabel("escape")
  const [item] = await makeItems(page, label, [{ title: "Undecided", status: "refine" }])
  await openBoard(page, label)
  await handle(page, item?.key).focus()
  await page.keyboard.press("Space")
  await expect(page.getByText(`Lifted ${item?.key}`)).toBeAttached()
  await page.keyboard.press("ArrowRight")
  await page.keyboard.press("Escape")
  await expect(page.getByText(`${item?.key} stays where it was`)).toBeAttached()
  await expect(cards(page, "Refine")).toHaveText(["Undecided"])
})

test("a card is dragged by pointer to a place in another column, and taken back", async ({ page }) => {
  const label = freshLabel("pointer")
  const items = await makeItems(page, label, [
    { title: "Upper", status: "doing" },
    { title: "Lower", status: "doing" },
    { title: "Dragged", status: "idea" },
  ])
  await openBoard(page, label)
  const card = page.locator(".card", { hasText: "Dragged" })
  const aim = page.locator(".card", { hasText: "Lower" })
  const [from, to] = [await card.boundingBox(), await aim.boundingBox()]
  if (!from || !to) throw new Error("Nothing to drag")
  await page.mouse.move(from.x + 20, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, from.y + from.height / 2, { steps: 3 })
  await page.mouse.move(to.x + 20, to.y + 12, { steps: 8 })
  await expect(aim).toHaveClass(/drop-here/)
  await page.mouse.up()
  await expect(cards(page, "Doing")).toHaveText(["Upper", "Dragged", "Lower"])
  await expect(page.getByText(`Moved ${items[2]?.key} to Doing`)).toBeVisible()
  await expect.poll(() => keptOrder(page, label, ["doing"])).toEqual(["Upper", "Dragged", "Lower"])
  await page.reload()
  await expect(cards(page, "Doing")).toHaveText(["Upper", "Dragged", "Lower"])
})

test("a card moves by its menu, and the undo brings it back", async ({ page }) => {
  const label = freshLabel("menu")
  const [item] = await makeItems(page, label, [{ title: "By menu", status: "ready" }])
  await openBoard(page, label)
  await page.getByRole("button", { name: `Move ${item?.key} to` }).click()
  await page.getByRole("menuitem", { name: "Review" }).click()
  await expect(cards(page, "Review")).toHaveText(["By menu"])
  await page.getByRole("button", { name: "Undo", exact: true }).click()
  await expect(cards(page, "Ready")).toHaveText(["By menu"])
  await expect.poll(async () => (await kept(page, item?.key)).status).toBe("ready")
  await page.reload()
  await expect(cards(page, "Ready")).toHaveText(["By menu"])
})

test("done folds away and stays so", async ({ page }) => {
  const label = freshLabel("fold")
  await makeItems(page, label, [{ title: "Finished", status: "done" }])
  await openBoard(page, label)
  await expect(cards(page, "Done")).toHaveText(["Finished"])
  await page.getByRole("button", { name: "Done 1" }).click()
  await expect(page.getByText("Finished")).toBeHidden()
  await page.reload()
  await expect(page.getByRole("button", { name: "Done 1" })).toHaveAttribute("aria-expanded", "false")
  await expect(page.getByText("Finished")).toBeHidden()
})
