import { expect, type Page } from "@playwright/test"
import { test } from "../support/browser-test"
import {
  anotherDesk,
  ask,
  BACKLOG,
  CALL_HEADERS,
  call,
  freshLabel,
  makeItems,
  ready,
  signIn,
  titles,
  WORKSPACE,
} from "./backlog-desk"

test.beforeEach(({ page }) => signIn(page))

const members = (page: Page) => ask<{ id: string; name: string }[]>(page, "members.listMembers", {})

test("a view is built, saved, opened by its link at another desk, copied there, and deleted", async ({
  page,
  browser,
}) => {
  const label = freshLabel("views")
  const people = await members(page)
  const id = (name: string) => people.find((person) => person.name === name)?.id
  const team = `Team ${label}`
  await makeItems(page, label, [
    { title: "North alpha", custom: { [team]: "North" }, ownerId: id("Ines Moreau"), estimate: 3 },
    { title: "South beta", custom: { [team]: "South" }, ownerId: id("Priya Raman"), estimate: 5 },
    { title: "West gamma", custom: { [team]: "West" }, ownerId: id("Ines Moreau") },
    { title: "Nobody's delta" },
  ])
  await page.goto(`${BACKLOG}?view=all&label=${label}`)
  await expect(titles(page)).toHaveCount(4)
  await ready(page)

  await test.step("a custom field is filtered with or", async () => {
    await page.getByRole("button", { name: "Add filter" }).click()
    await page.getByRole("menuitem", { name: "Any field, with and or or" }).click()
    const dialog = page.getByRole("dialog", { name: "Conditions" })
    await dialog.getByLabel("How the conditions are joined").selectOption("any")
    await chooseField(page, 0, team)
    await dialog.getByLabel(`What is asked of ${team}`).selectOption("is")
    await dialog.getByRole("button", { name: "Apply" }).click()
    await expect(dialog.getByText(`${team} needs a value to compare with`)).toBeVisible()
    await dialog.getByLabel(`Values of ${team}, separated by semicolons`).fill("north; South")
    await expect(dialog.getByText("2 items match")).toBeVisible()
    await dialog.getByRole("button", { name: "Add condition" }).click()
    await chooseField(page, 1, "Owner")
    await dialog.getByLabel("What is asked of Owner").selectOption("empty")
    await expect(dialog.getByText("3 items match")).toBeVisible()
    await dialog.getByRole("button", { name: "Apply" }).click()
    await expect(titles(page)).toHaveText(["North alpha", "South beta", "Nobody's delta"])
    await page.getByRole("button", { name: "Remove: Owner is empty" }).click()
    await expect(titles(page)).toHaveText(["North alpha", "South beta"])
  })

  await test.step("groups and columns are chosen", async () => {
    await page.getByRole("button", { name: "Group none" }).click()
    const arrange = page.getByRole("dialog", { name: "Group and sort" })
    await arrange.getByLabel("Group by").selectOption("owner")
    await arrange.getByLabel("Sort by").selectOption("estimate")
    await arrange.getByRole("button", { name: "Apply" }).click()
    await expect(page.getByRole("button", { name: "Ines Moreau 1 item, estimate 3" })).toBeVisible()
    await page.getByRole("button", { name: "Columns usual" }).click()
    const columns = page.getByRole("dialog", { name: "Columns" })
    await columns.getByRole("button", { name: "Remove Kind" }).click()
    await columns.getByRole("button", { name: /^Add a column/ }).click()
    await page.getByPlaceholder("Type to search").fill(team)
    await page.getByRole("option", { name: team }).click()
    await columns.getByRole("button", { name: "Apply" }).click()
    await expect(page.getByRole("columnheader", { name: team })).toBeVisible()
    await expect(page.getByRole("cell", { name: "South", exact: true })).toBeVisible()
  })

  const name = `Teams ${label}`
  await test.step("it is saved and shared", async () => {
    await page.getByRole("button", { name: "View: All items" }).click()
    await page.getByRole("menuitem", { name: "Save as a new view" }).click()
    const dialog = page.getByRole("dialog", { name: "Save view" })
    await dialog.getByLabel("Name").fill(name)
    await dialog.getByLabel("Share with the workspace").check()
    await dialog.getByRole("button", { name: "Save view" }).click()
    await expect(page).toHaveURL(/\/backlog\?view=[0-9a-f-]{36}$/)
    await expect(page.getByRole("button", { name: `View: ${name}` })).toBeVisible()
    await expect(titles(page)).toHaveText(["North alpha", "South beta"])
  })

  await test.step("another person opens the link, closes a group, changes it and keeps a copy", async () => {
    const priya = await anotherDesk(browser, "priya.raman")
    await priya.goto(page.url())
    await expect(titles(priya)).toHaveText(["North alpha", "South beta"])
    await expect(priya.getByRole("columnheader", { name: team })).toBeVisible()
    await ready(priya)
    await priya.getByRole("button", { name: /^Ines Moreau/ }).click()
    await expect(titles(priya)).toHaveText(["South beta"])
    await priya.getByRole("button", { name: /^Ines Moreau/ }).click()
    await priya.getByRole("button", { name: /^Remove: Team/ }).click()
    await expect(priya.getByText("Changed, not saved")).toBeVisible()
    await expect(priya).toHaveURL(/edited=1/)
    await expect(titles(priya)).toHaveCount(4)
    await expect(priya.getByRole("button", { name: "Save", exact: true })).toHaveCount(0)
    await priya.getByRole("button", { name: "Save as" }).click()
    await priya.getByRole("dialog").getByRole("button", { name: "Save view" }).click()
    await expect(priya.getByRole("button", { name: `View: ${name}, my copy` })).toBeVisible()
    await expect(priya.getByText("Changed, not saved")).toBeHidden()
    await deleteOpenView(priya)
    await priya.context().close()
  })

  await test.step("what is exported is the view", async () => {
    const address = new URL(page.url()).searchParams.get("view")
    const csv = await page.request.get(`/api/v1/exports/items.csv?view=${address}&workspace=${WORKSPACE}`, {
      headers: CALL_HEADERS,
    })
    const [header, ...lines] = (await csv.text()).trim().split("\r\n")
    expect(header).toContain(`"Custom field (${team})"`)
    expect(lines.map((line) => line.split('","')[1])).toEqual(["North alpha", "South beta"])
  })

  await deleteOpenView(page)
  await expect(page.getByRole("button", { name: "View: All items" })).toBeVisible()
})

test("ten thousand rows scroll without a blank one, also in groups, and as many cards", async ({ page }) => {
  const label = freshLabel("many")
  const rows = Array.from(
    { length: 10_000 },
    (_, n) => `${label}-${n},Row ${n},${label},${["Idea", "Ready", "Doing"][n % 3]}`,
  )
  const uploaded = await page.request.post(`/api/v1/imports?apply=1&name=many.csv&workspace=${WORKSPACE}`, {
    headers: { ...CALL_HEADERS, "content-type": "text/csv" },
    data: `key,title,labels,status\n${rows.join("\n")}\n`,
    timeout: 90_000,
  })
  const body = await uploaded.text()
  expect(uploaded.ok(), body.slice(0, 500)).toBe(true)
  const importId = /"importId":"([0-9a-f-]{36})"/.exec(body)?.[1]
  try {
    for (const group of ["", "&group=status"]) {
      await page.goto(`${BACKLOG}?view=all&label=${label}${group}`)
      await expect(titles(page).first()).toBeVisible()
      await ready(page)
      await expect(page.getByText(/^10,000 of [\d,]+ items/)).toBeVisible()
      const box = page.getByRole("region", { name: "Items, scrolls" })
      for (const part of [0.02, 0.3, 0.31, 0.75, 1, 0.5]) {
        await box.evaluate((element, to) => {
          element.scrollTop = to * element.scrollHeight
        }, part)
        // Rows may still be read, but none is blank: each shows its place or its title at once.
        const drawn = await coverage(box)
        expect(drawn.blank, `at ${part}${group}`).toBe(0)
        expect(drawn.rows).toBeLessThan(120)
        await expect.poll(async () => (await coverage(box)).waiting).toBe(0)
      }
    }
    await page.getByRole("button", { name: "Close all" }).click()
    await expect(titles(page)).toHaveCount(0)
    await expect(page.getByRole("button", { name: /^Ready 3,333 items/ })).toBeVisible()

    await page.goto(`${BACKLOG}/board?label=${label}`)
    await ready(page)
    const column = page.getByRole("list", { name: /^Ready / })
    await expect(column.locator(".card").first()).toBeVisible()
    for (let step = 0; step < 12; step++) {
      await column.evaluate((element) => {
        element.scrollTop += element.clientHeight * 3
      })
      await expect.poll(async () => (await cardCoverage(column)).blank, `after ${step + 1} steps`).toBe(0)
      expect((await cardCoverage(column)).cards).toBeLessThan(60)
    }
    expect(await column.locator(".card").last().getAttribute("data-index")).not.toBe("49")
    expect(await page.locator(".card").count()).toBeLessThan(300)
  } finally {
    await call(page, "backlog.undoImport", { importId, reason: "End of the test" })
  }
})

/** How the visible part of the list is covered: pixels below the head without a row, rows drawn, rows still read. */
function coverage(box: ReturnType<Page["locator"]>) {
  return box.evaluate(async (element) => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const frame = element.getBoundingClientRect()
    const rows = [...element.querySelectorAll("tbody tr[data-index]")]
    let blank = 0
    for (let y = frame.top + 50; y < frame.bottom - 2; y += 17) {
      const covered = rows.some((row) => {
        const { top, bottom } = row.getBoundingClientRect()
        return top <= y && bottom >= y
      })
      if (!covered) blank++
    }
    return { blank, rows: rows.length, waiting: element.querySelectorAll(".ghost").length }
  })
}

/** How the visible part of a column is covered: pixels without a card beside the gaps, and cards drawn. */
function cardCoverage(column: ReturnType<Page["locator"]>) {
  return column.evaluate(async (element) => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const frame = element.getBoundingClientRect()
    const cards = [...element.querySelectorAll(".card")]
    let blank = 0
    for (let y = frame.top + 8; y < frame.bottom - 2; y += 17) {
      const covered = cards.some((card) => {
        const { top, bottom } = card.getBoundingClientRect()
        return top - 8 <= y && bottom + 8 >= y
      })
      if (!covered) blank++
    }
    return { blank, cards: cards.length }
  })
}

async function chooseField(page: Page, at: number, name: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Conditions" })
  await dialog
    .getByRole("button", { name: /^Field: / })
    .nth(at)
    .click()
  await page.getByPlaceholder("Type to search").fill(name)
  await page.getByRole("option", { name }).first().click()
}

async function deleteOpenView(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^View: / }).click()
  await page.getByRole("menuitem", { name: "Delete view" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete view" }).click()
  await expect(page).toHaveURL(/view=all/)
}
