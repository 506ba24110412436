import { expect, type Page } from "@playwright/test"
import { test } from "../support/browser-test"
import { expectAccessible } from "../support/expect-accessible"
import { signInAs } from "../support/sign-in-as"

const karin = "karin.aalto@northmark.example"
const password = () => String(test.info().config.metadata.demoPassword)
const settings = (page: string) => `/northmark/settings${page}`

const rowOf = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) })

async function act(page: Page, name: string, entry: string) {
  await page.getByRole("button", { name: `More for ${name}` }).click()
  await page.getByRole("menuitem", { name: entry }).click()
}

test.beforeEach(async ({ page }) => {
  await signInAs(page, karin, password())
})

test("a person is invited, joins, gets a role for a domain, and is removed", async ({ page, browser }) => {
  const name = `Nora Vance ${Date.now() % 100_000}`
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@northmark.example`
  await page.goto(settings("/members"))
  await expect(page.getByRole("heading", { level: 1, name: "Members" })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole("button", { name: "Invite member" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByRole("button", { name: "Make invitation" }).click()
  await expect(dialog.getByText("Choose a role", { exact: true }).last()).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel("E-mail").fill(email)
  await dialog.getByLabel("Role", { exact: true }).selectOption({ label: "Stakeholder" })
  await dialog.getByLabel("Reason").fill("Reads along for customer care")
  await dialog.getByRole("button", { name: "Make invitation" }).click()
  const link = await page.getByRole("textbox", { name: "Link" }).inputValue()
  await page.getByRole("button", { name: "Done" }).click()
  await expect(page.getByRole("table", { name: "Invitations" }).getByText(email)).toBeVisible()

  const theirs = await (await browser.newContext()).newPage()
  await theirs.goto(link)
  await expectAccessible(theirs)
  await theirs.getByLabel("Your name").fill(name)
  await theirs.getByLabel("Password", { exact: true }).fill(email)
  await theirs.getByRole("button", { name: "Join Northmark Retail" }).click()
  await expect(theirs.getByText("Choose a password other than")).toBeVisible()
  await theirs.getByLabel("Password", { exact: true }).fill("four quiet plumb bobs")
  await theirs.getByRole("button", { name: "Join Northmark Retail" }).click()
  await expect(theirs).toHaveURL("/northmark")
  await theirs.goto(settings("/members"))
  await expect(theirs.getByRole("button", { name: "Invite member" })).toHaveAttribute("aria-disabled", "true")

  await page.reload()
  await act(page, name, "Grant role")
  await dialog.getByLabel("Role", { exact: true }).selectOption({ label: "Product owner" })
  await dialog.getByLabel("Holds in").selectOption({ label: "One domain" })
  await dialog.getByLabel("Domain").selectOption({ index: 1 })
  await dialog.getByLabel("Until").fill("2099-12-31")
  await dialog.getByLabel("Reason").fill("Covers a parental leave")
  await dialog.getByRole("button", { name: "Grant role" }).click()
  await expect(rowOf(page, name)).toContainText(/Product owner in the domain .*until 31 Dec 2099/)

  await page.getByRole("button", { name, exact: true }).click()
  await expectAccessible(page)
  await page.getByRole("button", { name: `Revoke Product owner from ${name}` }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke role" }).click()
  await expect(page.getByText("Write the reason, at least 3 characters")).toBeVisible()
  await page.getByRole("alertdialog").getByLabel("Reason").fill("Came back early")
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke role" }).click()
  await expect(page.getByRole("table", { name: `Roles of ${name}` })).not.toContainText("Product owner")
  await page.getByRole("button", { name: "Close" }).first().click()

  await act(page, name, "Remove member")
  await page.getByRole("alertdialog").getByLabel("Reason").fill("Left the company")
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove member" }).click()
  await expect(rowOf(page, name)).toHaveCount(0)
  await theirs.goto("/northmark")
  await expect(theirs.getByRole("heading", { name: "Not found" })).toBeVisible()
})

test("a member sets a new password by an administrator's link, once", async ({ page, browser }) => {
  await page.goto(settings("/members"))
  await act(page, "Hugo Brandt", "Make password link")
  const link = await page.getByRole("textbox", { name: "Link" }).inputValue()
  const theirs = await (await browser.newContext()).newPage()
  await theirs.goto(link)
  await expectAccessible(theirs)
  await theirs.getByLabel("New password", { exact: true }).fill(password())
  await theirs.getByRole("button", { name: "Set password and sign in" }).click()
  await expect(theirs).toHaveURL("/northmark")
  await theirs.goto(link)
  await expect(theirs.getByRole("heading", { name: "This link was used already" })).toBeVisible()
})

test("the last administrator stays, and the button says why", async ({ page }) => {
  await page.goto(settings("/members"))
  await page.getByRole("button", { name: "More for Karin Aalto" }).click()
  const entry = page.getByRole("menuitem", { name: /Remove member/ })
  await expect(entry).toHaveAttribute("aria-disabled", "true")
  await expect(entry).toContainText("last administrator")
  await expectAccessible(page)
})

test("the matrix shows who may do what, and why", async ({ page }) => {
  await page.goto(settings("/roles"))
  await expect(page.getByRole("table", { name: "Permissions by role" })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole("button", { name: "Change the order of the backlog" }).click()
  const holders = page.getByRole("dialog").getByRole("row", { name: /Tomasz Bielak/ })
  await expect(holders).toContainText("Delivery lead in the whole workspace")
  await page.keyboard.press("Escape")
  await page.getByRole("link", { name: "By member" }).click()
  await page.getByLabel("Member", { exact: true }).selectOption({ label: "Lena Koch" })
  await expect(page.getByRole("row", { name: /Export the audit trail/ })).toContainText(
    "Auditor in the whole workspace",
  )
  await expect(page.getByRole("row", { name: /Create and change items/ })).toContainText("No role carries it")
  await expectAccessible(page)
})

test("an API token works within its limits until it is revoked", async ({ page, request, baseURL }) => {
  await page.goto(settings("/tokens"))
  await page.getByRole("button", { name: "Create token" }).first().click()
  const name = `Nightly import ${Date.now() % 100_000}`
  const dialog = page.getByRole("dialog")
  await dialog.getByRole("textbox", { name: "Name" }).fill(name)
  await dialog.getByRole("checkbox", { name: "See members, roles and grants" }).check()
  await expectAccessible(page)
  await dialog.getByRole("button", { name: "Create token" }).click()
  const secret = await page.getByRole("textbox", { name: "Token" }).inputValue()
  expect(secret).toMatch(/^plb_/)
  const call = (path: string) =>
    request.get(`${baseURL}/api/trpc/${path}?input=%7B%7D`, {
      headers: { authorization: `Bearer ${secret}` },
    })
  expect((await call("members.listMembers")).status()).toBe(200)
  expect((await call("members.getAccount")).status()).toBe(403)
  await page.getByRole("button", { name: "Done" }).click()
  await expectAccessible(page)
  await page.getByRole("button", { name: `Revoke ${name}` }).click()
  await page.getByRole("button", { name: "Revoke token" }).click()
  await expect(rowOf(page, name)).toContainText("Revoked")
  expect((await call("members.listMembers")).status()).toBe(401)
})

test("the settings of the workspace are checked and saved", async ({ page }) => {
  await page.goto(settings(""))
  await page.getByLabel("Prefix of item keys").fill("n")
  await page.getByRole("button", { name: "Save settings" }).click()
  await expect(page.getByText("An item prefix has 2 to 6 capital letters")).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel("Prefix of item keys").fill("NM")
  await page.getByRole("button", { name: "Save settings" }).click()
  await expect(page.getByText("Saved the settings of the workspace")).toBeVisible()
})
