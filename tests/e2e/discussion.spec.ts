import AxeBuilder from "@axe-core/playwright"
import { expect } from "@playwright/test"
import { test } from "../support/browser-test"
import { anotherDesk, call, freshLabel, type Made, makeItems, ready, signIn, WORKSPACE } from "./backlog-desk"

const pageOf = (key: string) => `/${WORKSPACE}/items/${key}`

test("a mention reaches the other person's Home until it is answered; a draft survives a reload", async ({
  page,
  browser,
}) => {
  await signIn(page)
  const label = freshLabel("mention")
  const [item] = await makeItems(page, label, [{ title: `Asked about ${label}` }])
  await page.goto(pageOf(item!.key))
  await ready(page)
  await page.keyboard.press("m")
  const area = page.getByRole("textbox", { name: "New comment" })
  await area.pressSequentially("Half a thought, @tom")
  await expect(page.getByRole("option", { name: "Tomasz Bielak" })).toBeVisible()
  await page.keyboard.press("Enter")
  await expect(area).toHaveValue("Half a thought, @Tomasz Bielak ")
  await page.reload()
  await page.getByRole("button", { name: "Continue your comment" }).click()
  await expect(area).toHaveValue("Half a thought, @Tomasz Bielak ")
  await area.pressSequentially("may we **drop** it?")
  await page.keyboard.press("Control+Enter")
  const comment = page.getByRole("article", { name: "Comment by Ines Moreau" })
  await expect(comment.getByText("drop", { exact: true })).toBeVisible()

  const desk = await anotherDesk(browser, "tomasz.bielak")
  await desk.goto(`/${WORKSPACE}`)
  const waiting = desk.getByRole("link", { name: new RegExp(`mentions you on ${item!.key}`) })
  const row = desk
    .locator("li, tr")
    .filter({ hasText: `mentions you on ${item!.key}` })
    .first()
  await expect(row).toBeVisible()
  await ((await waiting.count()) ? waiting.first() : row.getByRole("link").first()).click()
  await desk.waitForURL(new RegExp(`${item!.key}#comment-`))
  await expect(desk.getByText("Waits on you.")).toBeVisible()
  await ready(desk)
  await desk.keyboard.press("m")
  await desk.getByRole("textbox", { name: "New comment" }).fill("Yes, drop it")
  await desk.keyboard.press("Control+Enter")
  await expect(desk.getByRole("article", { name: "Comment by Tomasz Bielak" })).toContainText("Yes, drop it")
  await expect(desk.getByText("Waits on you.")).toHaveCount(0)
  // It shows before it is kept.
  await expect(desk.getByText("sending…")).toHaveCount(0)
  await desk.goto(`/${WORKSPACE}`)
  await expect(desk.getByRole("heading", { level: 1 })).toBeVisible()
  await expect(desk.getByText(`mentions you on ${item!.key}`)).toHaveCount(0)
  await desk.context().close()
})

test("a comment is edited with its history, and withdrawn as a fact", async ({ page }) => {
  await signIn(page)
  const label = freshLabel("edit")
  const [item] = await makeItems(page, label, [{ title: `Edited on ${label}` }])
  await call(page, "discussion.addComment", { subject: { type: "item", id: item!.id }, text: "Tomorow" })
  await page.goto(pageOf(item!.key))
  await ready(page)
  const comment = page.getByRole("article", { name: "Comment by Ines Moreau" })
  await comment.getByRole("button", { name: "Edit", exact: true }).click()
  await comment.getByRole("textbox", { name: "Comment" }).fill("Tomorrow")
  await comment.getByRole("button", { name: "Save comment" }).click()
  await comment.getByRole("button", { name: "edited" }).click()
  await expect(page.getByRole("dialog")).toContainText("Tomorow")
  await page.keyboard.press("Escape")
  await comment.getByRole("button", { name: "Withdraw" }).click()
  await page.getByRole("button", { name: "Withdraw comment" }).click()
  await expect(page.getByRole("article", { name: "Withdrawn comment by Ines Moreau" })).toContainText(
    "Ines Moreau withdrew it",
  )
  await expect(page.getByText("Tomorrow")).toHaveCount(0)
})

test("a file is attached, downloaded and removed; a wrong one is refused with the reason", async ({
  page,
}) => {
  await signIn(page)
  const label = freshLabel("file")
  const [item] = await makeItems(page, label, [{ title: `Files of ${label}` }])
  await page.goto(pageOf(item!.key))
  await ready(page)
  const input = page.getByLabel("File to attach")
  await input.setInputFiles({ name: "plan.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") })
  const link = page.getByRole("link", { name: "plan.csv" })
  await expect(link).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()])
  expect(download.suggestedFilename()).toBe("plan.csv")
  const answer = await page.request.get((await link.getAttribute("href")) ?? "")
  expect(await answer.text()).toBe("a,b\n1,2\n")
  expect(answer.headers()).toMatchObject({
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  })
  await input.setInputFiles({ name: "plan.png", mimeType: "image/png", buffer: Buffer.from("no picture") })
  await expect(page.getByRole("region", { name: "Files and links" }).getByRole("alert")).toContainText(
    "not that of a .png",
  )
  await page.getByRole("button", { name: "Remove plan.csv" }).click()
  await page.getByLabel("Reason").fill("Superseded")
  await page.getByRole("button", { name: "Remove file" }).click()
  await expect(page.getByText("plan.csv, removed by Ines Moreau")).toBeVisible()
})

test("a circle of dependencies is refused with the way around; the drawing has the critical path", async ({
  page,
}) => {
  await signIn(page)
  const label = freshLabel("chain")
  const [epic] = await makeItems(page, label, [{ title: `Chain ${label}`, type: "epic" }])
  const [first, second] = (await makeItems(page, label, [
    { title: `First of ${label}`, estimate: 3, parentId: epic!.id },
    { title: `Second of ${label}`, parentId: epic!.id },
  ])) as [Made, Made]
  const relate = async (key: string, word: string, other: string) => {
    await page.goto(pageOf(key))
    await ready(page)
    await page.getByRole("button", { name: "Relate item" }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByRole("combobox", { name: new RegExp(`^${key}`) }).selectOption({ label: word })
    await dialog.getByPlaceholder("FUL-2, or carrier").fill(other)
    await dialog.getByRole("option", { name: new RegExp(other) }).click()
  }
  await relate(second.key, "Is blocked by", first.key)
  await expect(page.getByText("Blocked", { exact: true })).toBeVisible()
  await relate(first.key, "Is blocked by", second.key)
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText(
    `${first.key} would wait for itself: ${second.key} blocks ${first.key} blocks ${second.key}`,
  )
  await page.goto(`/${WORKSPACE}/backlog/dependencies?whole=${epic!.id}`)
  await expect(page.getByText("Critical path at least 3")).toBeVisible()
  await expect(page.getByText(`Nobody estimated ${second.key}`)).toBeVisible()
  await page.getByRole("button", { name: "Show as table" }).click()
  await expect(page.getByRole("table", { name: "Dependencies" }).getByRole("row")).toHaveCount(3)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
})

test("an item is created by keyboard only, told of a similar one, archived and restored", async ({
  page,
}) => {
  await signIn(page)
  const label = freshLabel("keys")
  await makeItems(page, label, [{ title: `Carrier timetable of ${label}` }])
  await page.goto(`/${WORKSPACE}/backlog?label=${label}`)
  await ready(page)
  await page.keyboard.press("c")
  await expect(page.getByRole("dialog", { name: "Create item" })).toBeVisible()
  await page.keyboard.type(`Carrier timetables of ${label}`)
  await expect(page.getByText("Much like what is here already:")).toBeVisible()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("dialog")).toHaveCount(0)
  const link = page.getByRole("link", { name: `Carrier timetables of ${label}` })
  await expect(link).toBeVisible()
  await link.click()
  await ready(page)
  await page.getByRole("button", { name: "More", exact: true }).click()
  await page.getByRole("menuitem", { name: "Archive item" }).click()
  await page.getByRole("dialog").getByLabel("Reason").fill("Said twice")
  await page.getByRole("button", { name: "Archive item" }).click()
  const notice = page.getByText("Ines Moreau put it there")
  await expect(notice).toBeVisible()
  await page.getByRole("button", { name: "Restore item" }).click()
  await expect(notice).toHaveCount(0)
})

test("a Trello board is imported, and the choices survive a reload", async ({ page }) => {
  await signIn(page)
  const label = freshLabel("trello")
  const board = {
    lists: [{ id: "l1", name: "Doing", closed: false }],
    cards: [1, 2].map((n) => ({
      id: `${label}${n}`,
      shortLink: `${label}${n}`,
      name: `Card ${n} of ${label}`,
      desc: "",
      idList: "l1",
      labels: [{ name: label }],
    })),
    members: [],
  }
  await page.goto(`/${WORKSPACE}/backlog/import`)
  await page.getByLabel("CSV or JSON file").setInputFiles({
    name: "board.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(board)),
  })
  await expect(page.getByText("Recognised: Trello board, 2 rows")).toBeVisible()
  const kind = page.getByRole("region", { name: "New items" }).getByLabel("Kind")
  await kind.selectOption({ label: "Debt" })
  await page.reload()
  await expect(kind).toHaveValue("debt")
  await page.getByRole("button", { name: "Check the import" }).click()
  await page.getByRole("button", { name: "Create 2 items" }).click()
  await expect(page.getByText(/2 .*created|Created 2/i).first()).toBeVisible()
  await page.goto(`/${WORKSPACE}/backlog?label=${label}`)
  await expect(page.getByRole("link", { name: `Card 1 of ${label}` })).toBeVisible()
})
