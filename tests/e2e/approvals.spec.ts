import { readFile } from "node:fs/promises"
import { expect, type Page } from "@playwright/test"
import { verifyReceipt } from "../../server/audit/proof/verify-receipt"
import { test } from "../support/browser-test"
import { expectAccessible } from "../support/expect-accessible"
import { anotherDesk, ask, call, freshLabel, makeItems, signIn, WORKSPACE } from "./backlog-desk"

type Found = { checklist: { rows: { key: string; state: string }[] } }

/** A waiver that the person on the page asks for, of an item of their own. */
async function askForWaiver(page: Page): Promise<{ requestId: string; key: string }> {
  const [item] = await makeItems(page, freshLabel("sign"), [{ title: "Carrier costs" }])
  const subject = { type: "item", id: item!.id }
  await call(page, "dod.chooseDeliverable", { subject, deliverable: "dashboard" })
  const { checklist } = await ask<Found>(page, "dod.getChecklist", { subject })
  const open = checklist.rows.find(({ state }) => state !== "met")!
  const lastDay = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  const reason = "The new owner starts on Monday"
  const asked = { subject, checkKey: open.key, reason, lastDay }
  const { requestId } = await call<{ requestId: string }>(page, "dod.askWaiver", asked)
  return { requestId, key: item!.key }
}

/** The proof of the signature on the page, as it is downloaded. A click before the page is alive does nothing. */
async function receiptFrom(page: Page): Promise<string> {
  let text = ""
  await expect(async () => {
    const download = page.waitForEvent("download", { timeout: 5000 })
    await page.getByRole("button", { name: /Download receipt/ }).click({ timeout: 2000 })
    text = await readFile(await (await download).path(), "utf8")
  }).toPass()
  return text
}

test("a waiver is asked for, decided by somebody else with their password, and read by an auditor", async ({
  page,
  browser,
}) => {
  await signIn(page, "priya.raman")
  const { requestId, key } = await askForWaiver(page)
  const address = `/${WORKSPACE}/approvals/${requestId}`

  await page.goto(address)
  await expect(page.getByText("You cannot approve this. Authors cannot approve their own work")).toBeVisible()
  const reminded = page.getByText("A reminder went out in the last 24 hours")
  // A click before the page is alive does nothing.
  await expect(async () => {
    if (!(await reminded.isVisible()))
      await page.getByRole("button", { name: "Remind" }).click({ timeout: 2000 })
    await expect(reminded).toBeVisible({ timeout: 5000 })
  }).toPass()

  const lead = await anotherDesk(browser, "tomasz.bielak")
  await lead.goto(`/${WORKSPACE}/approvals?kind=waiver`)
  const row = lead.getByRole("row").filter({ hasText: `${key}: waiver` })
  await expect(row.getByText("Waits for approval")).toBeVisible()
  await expect(row.getByText(/unread/)).toBeAttached()
  await row.getByRole("link").click()
  await expect(lead.getByText("The new owner starts on Monday").first()).toBeVisible()
  await expect(lead.getByText("Content hash matches")).toBeVisible()
  await expectAccessible(lead)

  await lead.getByLabel("Reject").check()
  await lead.getByRole("button", { name: "Sign rejection" }).click()
  await expect(lead.getByText("Say why in a note")).toBeVisible()
  await lead.getByLabel("Approve", { exact: true }).check()
  await lead.getByLabel("Note").fill("Until the owner is there")
  await lead.getByLabel("Your password", { exact: true }).fill("not my password")
  await lead.getByRole("button", { name: "Sign approval" }).click()
  await expect(lead.getByText("This is not your password")).toBeVisible()
  await lead.getByLabel("Your password", { exact: true }).fill(test.info().config.metadata.demoPassword)
  await lead.getByRole("button", { name: "Sign approval" }).click()
  const signature = lead.getByRole("article", { name: "Approval by Tomasz Bielak" })
  await expect(signature.getByText("Until the owner is there")).toBeVisible()
  await expect(signature.getByText("confirmed by the password at")).toBeVisible()
  await expect(signature.getByText("matches", { exact: true })).toBeVisible()
  await expect(lead.getByText("Content hash and the seal match")).toBeVisible()

  await call(await anotherDesk(browser, "karin.aalto"), "audit.createCheckpoint", {})
  const auditor = await anotherDesk(browser, "lena.koch")
  await auditor.goto(address)
  await expect(auditor.getByText("Approved v1")).toBeVisible()
  await expect(auditor.getByRole("button", { name: /Sign|Withdraw|Remind/ })).toHaveCount(0)
  await expect(auditor.getByText(/by the checkpoint over [\d,]+ records/)).toBeVisible()
  const receipt = await receiptFrom(auditor)
  expect(verifyReceipt(receipt)).toMatchObject({ ok: true, event: { action: "approvals.decideApproval" } })
  expect(verifyReceipt(receipt.replace(key, "ABC-1"))).toMatchObject({ ok: false, reason: "altered" })
  await auditor.emulateMedia({ media: "print" })
  await expect(auditor.getByText("record of a decision, printed")).toBeVisible()
  await expect(auditor.getByText("neither advanced nor qualified")).toBeVisible()
  expect((await auditor.pdf({ format: "A4" })).length).toBeGreaterThan(10_000)
  await page.reload()
  await expect(page.getByText("Approved v1")).toBeVisible()
})

test("somebody lets a colleague decide for them, and takes it back", async ({ page }) => {
  await signIn(page, "sofia.lindqvist")
  await page.goto(`/${WORKSPACE}/approvals?new=delegation`)
  const dialog = page.getByRole("dialog")
  await dialog.getByRole("button", { name: "Delegate decisions" }).click()
  await expect(dialog.getByText("Choose who decides for you")).toBeVisible()
  await dialog.getByRole("button", { name: /^Who decides/ }).click()
  await page.getByRole("option", { name: "Hugo Brandt" }).click()
  await dialog.getByLabel("Last day").fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10))
  await dialog.getByLabel("Reason").fill("Conference")
  await dialog.getByRole("button", { name: "Delegate decisions" }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole("link", { name: "Delegations" }).click()
  const row = page
    .getByRole("row")
    .filter({ hasText: "Hugo Brandt" })
    .filter({ hasText: "Conference" })
    .first()
  await expect(row.getByText("In force")).toBeVisible()
  await row.getByRole("button", { name: /Revoke/ }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke delegation" }).click()
  await expect(row.getByText("Revoked")).toBeVisible()
})
