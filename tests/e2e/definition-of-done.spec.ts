import { expect, type Page } from "@playwright/test"
import { test } from "../support/browser-test"
import { expectAccessible } from "../support/expect-accessible"
import { anotherDesk, ask, BACKLOG, call, freshLabel, kept, makeItems, ready, signIn } from "./backlog-desk"

/** What the board does with work that is not done, set by the delivery lead. */
async function setPolicy(lead: Page, doneGate: "warn" | "block"): Promise<void> {
  const { version } = await ask<{ version: number }>(lead, "backlog.getBoardPolicy", {})
  await call(lead, "backlog.setBoardPolicy", { version, doneGate })
}

const section = (page: Page) => page.getByRole("region", { name: "Definition of Done" })
const check = (page: Page, title: string) => section(page).getByRole("listitem").filter({ hasText: title })

test("an engineer is stopped at done, sees why, and gets there", async ({ page, browser }) => {
  const lead = await anotherDesk(browser, "tomasz.bielak")
  await signIn(page, "priya.raman")
  const label = freshLabel("dod")
  const description =
    "Late parcels per carrier and week, with the number of promises they broke and their cost."
  const [item] = await makeItems(page, label, [{ title: "Carrier costs", status: "review", description }])
  await setPolicy(lead, "block")
  try {
    await page.goto(`/northmark/items/${item?.key}`)
    await ready(page)
    await section(page).getByRole("button", { name: "Choose deliverable" }).click()
    await page.getByLabel("Deliverable").selectOption({ label: "Dashboard" })
    await page.getByRole("button", { name: "Start checklist" }).click()
    await expect(section(page).getByText("1 of 3 required checks hold")).toBeVisible()
    await expect(check(page, "Owner active").getByText("Nobody owns it")).toBeVisible()
    await expectAccessible(page)

    await page.goto(`${BACKLOG}/board?label=${label}`)
    await ready(page)
    await expect(page.getByText("2 of 3 missing")).toBeVisible()
    await page.getByRole("button", { name: `Move ${item?.key} to` }).click()
    await page.getByRole("menuitem", { name: "Done" }).click()
    await expect(page.getByText(`${item?.key} cannot be done: Owner active; evidence for`)).toBeVisible()
    expect((await kept(page, item?.key)).status).toBe("review")

    await page.getByRole("button", { name: "Open checklist" }).click()
    const signOff = check(page, "agreed on the formula")
    await signOff.getByRole("button", { name: "Mark as met" }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Mark as met" }).click()
    await expect(page.getByText("Give a link or choose a file that shows")).toBeVisible()
    await page.getByLabel("Link to the evidence").fill("https://wiki.northmark.example/minutes/41")
    await page.getByRole("dialog").getByRole("button", { name: "Mark as met" }).click()
    await expect(signOff.getByText("Met", { exact: true })).toBeVisible()
    await expect(signOff.getByRole("link", { name: "wiki.northmark.example/minutes/41" })).toBeVisible()

    await check(page, "Owner active").getByRole("button", { name: "Ask for a waiver" }).click()
    await page.getByLabel("Reason").fill("The new owner starts on Monday")
    await page.getByLabel("Last day").fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10))
    await page.getByRole("button", { name: "Ask for waiver" }).click()
    await expect(check(page, "Owner active").getByText("waits for a decision")).toBeVisible()
    const { ownerId } = await ask<{ ownerId: string }>(page, "backlog.getItem", { key: "FUL-1" })
    await call(page, "backlog.updateItem", { id: item?.id, version: 1, changes: { ownerId } })
    await page.reload()
    await expect(section(page).getByText("3 of 3 required checks hold")).toBeVisible()
    await call(page, "backlog.moveItem", { id: item?.id, status: "done" })
    expect((await kept(page, item?.key)).status).toBe("done")
  } finally {
    await setPolicy(lead, "warn")
  }
})

test("a waiver that expired has opened its check again, and one that ends soon waits at home", async ({
  page,
}) => {
  await signIn(page, "priya.raman")
  const find = async (text: string) => {
    const { items } = await ask<{ items: { key: string }[] }>(page, "backlog.searchItems", { text })
    return items[0]?.key ?? ""
  }
  await page.goto(`/northmark/items/${await find("Match carrier invoices with scan events")}`)
  const contract = check(page, "The contract is agreed with its readers")
  await expect(contract.getByText("Reopened", { exact: true })).toBeVisible()
  await expect(contract.getByText(/^Waiver expired after \d{4}-\d\d-\d\d/)).toBeVisible()
  await expect(contract.getByText("approved by Sofia Lindqvist")).toBeVisible()
  await page.goto("/northmark")
  await expect(
    page.getByText(/^Waiver of “Whoever decides by it has agreed on the formula” ends/),
  ).toBeVisible()
  await expect(page.getByText(/^Reopened: The contract is agreed with its readers/)).toBeVisible()
})

test("a lead writes the next version, and finished work keeps its own", async ({ page }) => {
  await signIn(page, "tomasz.bielak")
  await page.goto("/northmark/settings/definition-of-done")
  await page.getByRole("link", { name: "Pipeline" }).click()
  await expect(page.getByRole("list", { name: "What version 2 changed" })).toContainText(
    "DPIA approved for this version",
  )
  await page.getByRole("button", { name: "Write new version" }).click()
  await page.getByRole("button", { name: "Add manual check" }).click()
  await page.getByLabel("Title of check 9").fill("Cost per run is known")
  await page.getByRole("button", { name: "Move check 9 up" }).click()
  await expect(page.getByLabel("Title of check 8")).toHaveValue("Cost per run is known")
  await page.getByRole("button", { name: "Save draft" }).click()
  await expect(page.getByText("Version 3 is a draft by Tomasz Bielak")).toBeVisible()
  await page.getByRole("button", { name: "Edit draft" }).click()
  await page.getByRole("button", { name: "Throw draft away" }).click()
  await expect(page.getByText("is a draft by")).toHaveCount(0)
})
