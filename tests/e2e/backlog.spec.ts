import { expect } from "@playwright/test"
import { test } from "../support/browser-test"
import { expectAccessible } from "../support/expect-accessible"
import {
  anotherDesk,
  BACKLOG,
  freshLabel,
  kept,
  keptOrder,
  makeItems,
  openList,
  ready,
  signIn,
  titles,
  WORKSPACE,
} from "./backlog-desk"

test.beforeEach(({ page }) => signIn(page))

test("an item is created by keyboard alone, and what was typed stays when a field is wrong", async ({
  page,
}) => {
  const title = `Typed by hand ${Date.now()}`
  await page.goto(BACKLOG)
  await ready(page)
  await page.keyboard.press("c")
  const dialog = page.getByRole("dialog", { name: "Create item" })
  await expect(dialog.getByLabel("Title")).toBeFocused()
  await expect(page).toHaveURL(/new=item/)

  await dialog.getByLabel("Estimate").fill("much")
  await dialog.getByLabel("Title").fill(title)
  await dialog.getByLabel("Title").press("Enter")
  await expect(dialog.getByText("Give the estimate as a number, such as 3 or 2.5")).toBeVisible()
  await expect(dialog.getByLabel("Estimate")).toBeFocused()
  await expect(dialog.getByLabel("Title")).toHaveValue(title)

  await page.keyboard.press("Control+A")
  await page.keyboard.type("2.5")
  await page.keyboard.press("Enter")
  await expect(dialog).toBeHidden()
  await expect(page.getByText(`“${title}” at the end of the order`)).toBeVisible()

  await page.keyboard.press("/")
  await page.keyboard.type(title)
  await expect(titles(page)).toHaveText([title])
  await expect(page).toHaveURL(/q=Typed/)
})

test("fields are edited in place; Escape leaves them as they were", async ({ page }) => {
  const label = freshLabel("edit")
  const [item] = await makeItems(page, label, [{ title: "Edit me in place" }])
  await openList(page, label)

  await page
    .getByRole("button", { name: `State of ${item?.key}: Idea` })
    .first()
    .click()
  await page.getByLabel(`State of ${item?.key}`, { exact: true }).selectOption("ready")
  await page
    .getByRole("button", { name: `Estimate of ${item?.key}: nothing` })
    .first()
    .click()
  const estimate = page.getByLabel(`Estimate of ${item?.key}`, { exact: true })
  await estimate.fill("-1")
  await estimate.press("Enter")
  await expect(page.getByText("An estimate is zero or more")).toBeVisible()
  await estimate.fill("8")
  await estimate.press("Enter")

  await page.keyboard.press("j")
  await page.keyboard.press("F2")
  const title = page.getByLabel(`Title of ${item?.key}`, { exact: true })
  await title.fill("Never saved")
  await title.press("Escape")
  await expect(titles(page)).toHaveText(["Edit me in place"])
  await page.keyboard.press("F2")
  await title.fill("Edited in place")
  await title.press("Enter")
  await expect(titles(page)).toHaveText(["Edited in place"])

  await expect.poll(async () => (await kept(page, item?.key)).estimate).toBe(8)
  await page.reload()
  await expect(titles(page)).toHaveText(["Edited in place"])
  await expect(page.getByRole("button", { name: `State of ${item?.key}: Ready` }).first()).toBeVisible()
})

test("the order is changed by key and by dragging, and not while the list is sorted", async ({ page }) => {
  const label = freshLabel("rank")
  await makeItems(page, label, [{ title: "First" }, { title: "Second" }, { title: "Third" }])
  await openList(page, label)

  await page.keyboard.press("j")
  await page.keyboard.press("Alt+ArrowDown")
  await expect(titles(page)).toHaveText(["Second", "First", "Third"])
  await page.keyboard.press("Alt+ArrowDown")
  await expect(titles(page)).toHaveText(["Second", "Third", "First"])
  await expect(titles(page).nth(2)).toBeFocused()
  await expect.poll(() => keptOrder(page, label)).toEqual(["Second", "Third", "First"])

  await drag(page, "Place 3", "Place 1")
  await expect(titles(page)).toHaveText(["First", "Second", "Third"])
  await expect.poll(() => keptOrder(page, label)).toEqual(["First", "Second", "Third"])
  await page.getByRole("button", { name: "Undo", exact: true }).click()
  await expect.poll(() => keptOrder(page, label)).toEqual(["Second", "Third", "First"])

  await page.getByRole("button", { name: "Item", exact: true }).click()
  await expect(titles(page)).toHaveText(["First", "Second", "Third"])
  await expect(page).toHaveURL(/sort=title/)
  await page.keyboard.press("j")
  await page.keyboard.press("Alt+ArrowDown")
  await expect(page.getByText("Sorted by title, so items cannot be moved")).toBeVisible()
  await page.getByRole("button", { name: "Switch to manual order" }).click()
  await expect(titles(page)).toHaveText(["Second", "Third", "First"])
})

test("many items are changed at once, and changed back", async ({ page }) => {
  const label = freshLabel("bulk")
  const items = await makeItems(page, label, [{ title: "One" }, { title: "Two", status: "refine" }])
  await openList(page, label)
  for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key)
  const bar = page.getByRole("toolbar", { name: "Selected items" })
  await expect(bar.getByText("2 selected")).toBeVisible()
  await bar.getByRole("button", { name: "Set state" }).click()
  await page.getByRole("menuitem", { name: "Doing" }).click()
  await expect(page.getByText("Set 2 items to Doing")).toBeVisible()
  const states = async () => Promise.all(items.map(async ({ key }) => (await kept(page, key)).status))
  expect(await states()).toEqual(["doing", "doing"])
  await page.keyboard.press("u")
  await expect.poll(states).toEqual(["idea", "refine"])
  await page.keyboard.press("Escape")
  await expect(bar).toBeHidden()
})

test("filters, search and order stand in the address and survive a reload", async ({ page }) => {
  const label = freshLabel("view")
  await makeItems(page, label, [
    { title: "Beta wanted", status: "doing" },
    { title: "Alpha wanted", status: "doing" },
    { title: "Gamma wanted", status: "idea" },
  ])
  await openList(page, label)
  await page.getByRole("button", { name: "State any" }).click()
  await page.getByRole("checkbox", { name: "Doing" }).check()
  await page.keyboard.press("Escape")
  await page.getByRole("button", { name: "Item", exact: true }).click()
  await page.getByRole("searchbox", { name: "Search items" }).fill("wanted")
  await expect(page).toHaveURL(/q=wanted.*status=doing.*sort=title/)
  await expect(titles(page)).toHaveText(["Alpha wanted", "Beta wanted"])
  await page.reload()
  await expect(titles(page)).toHaveText(["Alpha wanted", "Beta wanted"])
  await expect(page.getByRole("button", { name: "State Doing" })).toBeVisible()
  await expect(page.getByRole("searchbox", { name: "Search items" })).toHaveValue("wanted")
  await expect(page.getByText(/^2 of [\d,]+ items, by title, A to Z$/)).toBeVisible()
})

test("two people change one item: the second sees both versions and chooses", async ({ page, browser }) => {
  const label = freshLabel("both")
  const [item] = await makeItems(page, label, [{ title: "As it was" }])
  const address = `/${WORKSPACE}/items/${item?.key}`
  await page.goto(address)
  await ready(page)
  const priya = await anotherDesk(browser, "priya.raman")
  await priya.goto(address)
  await ready(priya)

  await retitle(priya, item?.key, "As Priya wrote it")
  await expect(priya.getByRole("heading", { name: "As Priya wrote it" })).toBeVisible()
  await expect.poll(async () => (await kept(page, item?.key)).title).toBe("As Priya wrote it")
  await retitle(page, item?.key, "As Ines wrote it")

  const dialog = page.getByRole("alertdialog", { name: `${item?.key} was changed by somebody else` })
  await expect(dialog.getByRole("cell", { name: "As Priya wrote it" })).toBeVisible()
  await expect(dialog.getByRole("cell", { name: "As Ines wrote it" })).toBeVisible()
  await dialog.getByRole("button", { name: "Save my version" }).click()
  await expect(page.getByRole("heading", { name: "As Ines wrote it" })).toBeVisible()
  await expect.poll(async () => (await kept(page, item?.key)).title).toBe("As Ines wrote it")
  await priya.context().close()
})

test("a description survives a reload as a draft, and its activity says who changed what", async ({
  page,
}) => {
  const label = freshLabel("draft")
  const [item] = await makeItems(page, label, [{ title: "Write about it" }, { title: "The next one" }])
  await openList(page, label)
  await titles(page).first().click()
  await expect(page.getByRole("heading", { name: "Write about it", level: 1 })).toBeVisible()
  await page.getByRole("button", { name: "Write description" }).click()
  await page.getByLabel(`Description of ${item?.key}`).fill("**Who** needs it")
  await page.reload()
  await expect(page.getByText("A draft of yours was not saved.")).toBeVisible()
  await page.getByRole("button", { name: "Continue writing" }).click()
  await expect(page.getByLabel(`Description of ${item?.key}`)).toHaveValue("**Who** needs it")
  await page.getByLabel(`Description of ${item?.key}`).press("Control+Enter")
  await expect(page.locator(".prose strong", { hasText: "Who" })).toBeVisible()
  await expect(
    page.getByRole("listitem").filter({ hasText: `Changed description of ${item?.key}` }),
  ).toContainText("Ines Moreau")
  await page.keyboard.press("]")
  await expect(page.getByRole("heading", { name: "The next one", level: 1 })).toBeVisible()
  await page.keyboard.press("[")
  await expect(page.getByRole("heading", { name: "Write about it", level: 1 })).toBeVisible()
})

test("who may only read sees why nothing can be changed", async ({ browser }) => {
  const lena = await anotherDesk(browser, "lena.koch")
  await lena.goto(BACKLOG)
  await expect(titles(lena).first()).toBeVisible()
  await expect(lena.getByRole("button", { name: /^Create item/ })).toHaveAttribute("aria-disabled", "true")
  await expect(lena.getByRole("button", { name: /^State of / })).toHaveCount(0)
  const refusal = lena.getByText("Your roles here do not allow this")
  await expect(refusal).toBeVisible()
  await lena.goto(`/${WORKSPACE}/items/FUL-1`)
  for (const name of ["Edit description", "Create part", "Relate item", "Attach file"]) {
    const button = lena.getByRole("button", { name, exact: true })
    await expect(button).toHaveAttribute("aria-disabled", "true")
    await expect(button).toHaveAccessibleDescription(/Your roles here do not allow this/)
  }
  await expect(refusal, "said once for the page").toHaveCount(1)
  await expectAccessible(lena)
  await lena.context().close()
})

type Page = Parameters<typeof titles>[0]
async function retitle(page: Page, key: string | undefined, title: string): Promise<void> {
  await page.keyboard.press("F2")
  const field = page.getByLabel(`Title of ${key}`, { exact: true })
  await field.fill(title)
  await field.press("Enter")
}

async function drag(page: Page, from: string, to: string): Promise<void> {
  const start = await page.getByRole("button", { name: from }).boundingBox()
  const end = await page.getByRole("button", { name: to }).boundingBox()
  if (!start || !end) throw new Error("Nothing to drag")
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2, start.y - 10, { steps: 4 })
  await page.mouse.move(end.x + end.width / 2, end.y + 2, { steps: 4 })
  await page.mouse.up()
}
