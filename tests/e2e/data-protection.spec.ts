import { expect } from "@playwright/test"
import { test } from "../support/browser-test"
import { expectAccessible } from "../support/expect-accessible"
import { ready, signIn, WORKSPACE } from "./backlog-desk"

test.beforeEach(({ page }) => signIn(page, "marek.novak"))

test("a steward registers a table, pastes its fields, accepts a suggestion and may not lower a level in silence", async ({
  page,
}) => {
  const name = `crm.visits_${Date.now()}`
  await page.goto(`/${WORKSPACE}/assets?new=asset`)
  await ready(page)
  const register = page.getByRole("dialog", { name: "Register data asset" })
  await register.getByLabel("Name", { exact: true }).fill(name)
  await register.getByRole("button", { name: "Register asset" }).click()
  await page.waitForURL(/\/assets\/crm-visits/)
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
  await ready(page)

  await page.getByRole("button", { name: "Paste fields" }).click()
  const fields = page.getByRole("dialog", { name: `Fields of ${name}` })
  await fields.getByLabel("Fields", { exact: true }).fill("email text\nvisits_count int")
  await expect(fields.getByText("2 fields read")).toBeVisible()
  await fields.getByRole("button", { name: "Save fields" }).click()
  await expect(fields).toBeHidden()

  const email = page.getByRole("row", { name: /email/ })
  // On a wide screen the level has its own column; the copy for a phone is hidden.
  const level = (name: string) => email.getByText(name).filter({ visible: true })
  await expect(level("Unknown").first()).toBeVisible()
  await page.getByRole("button", { name: "Accept E-mail address for email" }).click()
  await expect(level("Confidential")).toBeVisible()
  await expect(page.getByText("At least Confidential").first()).toBeVisible()

  await page.getByRole("button", { name: "Classify email" }).click()
  const classify = page.getByRole("dialog", { name: "Classify email" })
  await classify.getByLabel("Level").selectOption("internal")
  await classify.getByRole("button", { name: "Classify field" }).click()
  await expect(classify.getByText(/Say why the level goes down/)).toBeVisible()
  await classify.getByLabel("Reason").fill("Hashed since March")
  await classify.getByRole("button", { name: "Classify field" }).click()
  await expect(classify).toBeHidden()
  await expect(page.getByText(/Hashed since March/)).toBeVisible()
  await expectAccessible(page)
})

test("what a court holds cannot be recorded as deleted; the policy is there to read", async ({ page }) => {
  await page.goto(`/${WORKSPACE}/privacy/retention`)
  await ready(page)
  await page.getByRole("button", { name: "Record Complaints, two years for crm.complaints" }).click()
  const held = page.getByRole("dialog", { name: /crm\.complaints/ })
  await expect(held.getByText("A legal hold is in force.")).toBeVisible()
  await expect(held.getByRole("button", { name: "Put off" })).toBeVisible()
  await page.keyboard.press("Escape")

  await page.goto(`/${WORKSPACE}/privacy/masking?new=policy`)
  await ready(page)
  const policy = page.getByRole("dialog", { name: "Export policy as SQL" })
  await expect(policy.getByText('create view "for_analyst"."customers"')).toBeVisible()
  await policy.getByLabel("Warehouse").selectOption("snowflake")
  await expect(policy.getByText("is_role_in_session('ANALYST')").first()).toBeVisible()

  await page.goto(`/${WORKSPACE}/privacy/regulations`)
  await ready(page)
  const retention = page.getByRole("row", { name: /^Retention with evidence/ })
  await expect(retention.getByText("Does not hold")).toBeVisible()
  await expect(retention.getByRole("link", { name: /1 overdue/ })).toHaveAttribute(
    "href",
    /privacy\/retention/,
  )
  await page.getByRole("button", { name: "Assessment before release" }).click()
  const control = page.getByRole("dialog", { name: "Edit control" })
  await expect(control.getByLabel("Check")).toHaveValue("dpia-approved")
  await expectAccessible(page)
})
