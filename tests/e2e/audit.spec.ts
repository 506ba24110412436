import { readFile } from "node:fs/promises"
import { expect, type Page } from "@playwright/test"
import { openCheckpoint } from "../../server/audit/proof/checkpoint"
import { parseVerifierKey } from "../../server/audit/proof/verifier-key"
import { verifyExport } from "../../server/audit/proof/verify-export"
import { test } from "../support/browser-test"
import { expectAccessible } from "../support/expect-accessible"
import { signInAs } from "../support/sign-in-as"

const karin = "karin.aalto@northmark.example"
const lena = "lena.koch@northmark.example"
const ines = "ines.moreau@northmark.example"
const password = () => String(test.info().config.metadata.demoPassword)
const audit = "/northmark/settings/audit"

async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()])
  return readFile(await download.path(), "utf8")
}

test("an auditor reads, filters and verifies the trail", async ({ page }) => {
  await signInAs(page, lena, password())
  await page.goto(audit)
  await expect(page.getByRole("heading", { level: 1, name: "Audit trail" })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole("button", { name: "Verify trail" }).click()
  await expect(page.getByText(/In order: [\d,]+ records, complete and unaltered/).first()).toBeVisible()
  await page.getByText("What this proves, and what it does not").click()
  await expect(page.getByText("That everything was recorded")).toBeVisible()
  await expectAccessible(page)

  await page.getByRole("button", { name: /^Who/ }).click()
  // The address holds the choice, so the box follows a moment after the click.
  await page.getByLabel("Tomasz Bielak").click()
  await expect(page.getByLabel("Tomasz Bielak")).toBeChecked()
  await page.keyboard.press("Escape")
  await page.getByRole("searchbox", { name: "Search what happened" }).fill("moved")
  await expect(page).toHaveURL(/q=moved/)
  await expect(page).toHaveURL(/who=/)
  const rows = page.getByRole("table").getByRole("row")
  await expect(rows.nth(1)).toContainText("Tomasz Bielak")
  const address = page.url()
  await page.goto(address)
  await expect(page.getByRole("button", { name: /^Who.*Tomasz Bielak/ })).toBeVisible()
  await expect(page.getByRole("cell", { name: "Ines Moreau" })).toHaveCount(0)

  await page.keyboard.press("j")
  await page.keyboard.press("Enter")
  const dialog = page.getByRole("dialog")
  await expect(dialog.getByText("Its text has the hash that was sealed")).toBeVisible()
  await expect(dialog.getByRole("row", { name: /^status/ })).toBeVisible()
  await dialog.getByText("Sealed text and hashes").click()
  await expect(dialog.getByText('"action":"backlog.moveItem"')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole("button", { name: /show every event about it/ }).click()
  await expect(page).toHaveURL(/about=item/)
  await expect(dialog).toBeHidden()
})

test("a checkpoint is signed and kept, and an export verifies against it", async ({ page }) => {
  await signInAs(page, karin, password())
  await page.goto(audit)
  await page.getByRole("button", { name: "More" }).click()
  await page.getByRole("menuitem", { name: "Sign a checkpoint now" }).click()
  await expect(page.getByText(/Signed a checkpoint over [\d,]+ records/).first()).toBeVisible()
  await page.getByRole("button", { name: "Close", exact: true }).click()

  await page.getByRole("link", { name: /^Checkpoints/ }).click()
  await expect(page.getByRole("heading", { name: "Public keys" })).toBeVisible()
  await expect(page).toHaveTitle(/Audit trail/)
  await expectAccessible(page)
  const note = await saved(page, () =>
    page
      .getByRole("button", { name: /^Download/ })
      .first()
      .click(),
  )
  const key = await page.getByLabel(/^Key/).first().inputValue()
  const { size } = openCheckpoint(note, parseVerifierKey(key))
  expect(size).toBeGreaterThan(50)

  const file = await saved(page, () => page.getByRole("link", { name: "Export trail" }).click())
  async function* lines() {
    yield* file.trimEnd().split("\n")
  }
  const result = await verifyExport(lines(), { keys: [key], checkpoints: [note] })
  expect(result).toMatchObject({
    ok: true,
    ownKeys: true,
    heldCheckpoints: 1,
    workspaceName: "Northmark Retail",
  })

  await page.goto(audit)
  await expect(page.getByRole("row", { name: /Exported the audit trail/ }).first()).toBeVisible()
})

test("a role without the right is told who may look", async ({ page }) => {
  await signInAs(page, ines, password())
  await page.goto(audit)
  await expect(page.getByRole("heading", { name: "The audit trail is not open to your roles" })).toBeVisible()
  await expectAccessible(page)
})
