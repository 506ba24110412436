import { expect } from "@playwright/test"
import { test } from "../support/browser-test"
import { BACKLOG, signIn, titles } from "./backlog-desk"

test.beforeEach(({ page }) => signIn(page))

const stamp = Date.now().toString(36).toUpperCase()
const file = (lines: string[]) => ({
  name: `small-${stamp}.csv`,
  mimeType: "text/csv",
  buffer: Buffer.from(`${lines.join("\n")}\n`),
})
const rows = [
  "Issue key;Summary;Status;Story Points;Team colour;Due Date",
  `IMP${stamp}-1;First imported ${stamp};In Progress;3;blue;2026-12-24`,
  `IMP${stamp}-2;Second imported ${stamp};Sleeping;5;red;`,
  `IMP${stamp}-3;Third imported ${stamp};To Do;plenty;green;`,
]

test("a small file is checked, imported, imported again without effect, and undone", async ({ page }) => {
  await page.goto(`${BACKLOG}/import`)
  await page.getByLabel("CSV or JSON file").setInputFiles(file(rows))

  await expect(page.getByText("Jira export")).toBeVisible()
  await expect(page.getByLabel("Separator")).toHaveValue(";")
  await expect(page.getByLabel("Summary becomes")).toHaveValue("title")
  await expect(page.getByLabel("Team colour becomes")).toHaveValue("custom")
  await page.getByLabel("Sleeping becomes").selectOption("refine")
  await page.getByRole("button", { name: "Check the import" }).click()

  await expect(
    page.getByText("3 rows: 2 to create, 0 to update, 0 unchanged, 1 with an error."),
  ).toBeVisible()
  await expect(page.getByText("Kept as custom field: Team colour.")).toBeVisible()
  const problem = page.getByRole("table", { name: "Problems by row" }).getByRole("row").nth(1)
  await expect(problem).toContainText("4")
  await expect(problem).toContainText("Story Points")
  await expect(problem).toContainText("plenty")
  await page.getByRole("button", { name: "Create 2 items" }).click()
  await expect(page.getByText(`small-${stamp}.csv is imported.`)).toBeVisible()
  await expect(page.getByText("2 created, 0 updated, 0 unchanged, 1 left out with an error.")).toBeVisible()

  await page.getByRole("button", { name: "Import another file" }).click()
  await page.getByLabel("CSV or JSON file").setInputFiles(file(rows.slice(0, 3)))
  await page.getByLabel("Sleeping becomes").selectOption("refine")
  await page.getByRole("button", { name: "Check the import" }).click()
  await expect(
    page.getByText("2 rows: 0 to create, 0 to update, 2 unchanged, 0 with an error."),
  ).toBeVisible()
  await expect(page.getByText("The file changes nothing here")).toBeVisible()

  await page.goto(`${BACKLOG}?q=imported+${stamp}`)
  await expect(titles(page)).toHaveText([`First imported ${stamp}`, `Second imported ${stamp}`])
  await titles(page).first().click()
  await expect(page.getByText("Team colour")).toBeVisible()
  await expect(page.getByText("blue")).toBeVisible()

  await page.goto(`${BACKLOG}/import`)
  await page.getByRole("button", { name: `Undo the import of small-${stamp}.csv` }).click()
  const dialog = page.getByRole("alertdialog")
  await dialog.getByLabel("Reason").fill("Only a test")
  await dialog.getByRole("button", { name: "Undo import" }).click()
  await expect(page.getByText("Undone: 2 items removed, 0 items restored")).toBeVisible()
  await page.goto(`${BACKLOG}?q=imported+${stamp}`)
  await expect(page.getByRole("heading", { name: "No item matches" })).toBeVisible()
})

test("a file that is no table is refused with the reason and the remedy", async ({ page }) => {
  await page.goto(`${BACKLOG}/import`)
  await page.getByLabel("CSV or JSON file").setInputFiles({
    name: "picture.csv",
    mimeType: "text/csv",
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  })
  await expect(
    page.getByText(/picture\.csv: This is a PNG picture, not a CSV file\. Save or export/),
  ).toBeVisible()
  await page
    .getByLabel("CSV or JSON file")
    .setInputFiles({ name: "empty.csv", mimeType: "text/csv", buffer: Buffer.from("") })
  await expect(page.getByText(/empty\.csv: The file is empty\./)).toBeVisible()
})

test("a file on its way to being imported is still there after a reload", async ({ page }) => {
  await page.goto(`${BACKLOG}/import`)
  await page.getByLabel("CSV or JSON file").setInputFiles(file(["Title", `Half way ${stamp}`]))
  await expect(page.getByRole("button", { name: "Check the import" })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel("Title becomes")).toHaveValue("title")
})
