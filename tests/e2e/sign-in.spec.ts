import { expect } from "@playwright/test"
import { test } from "../support/browser-test"
import { expectAccessible } from "../support/expect-accessible"
import { setUp, signInAs } from "../support/sign-in-as"

const aisha = "aisha.rahman@northmark.example"
const password = () => String(test.info().config.metadata.demoPassword)

test("a wrong password says nothing about which part was wrong and keeps the e-mail", async ({ page }) => {
  await page.goto("/northmark/products")
  await expect(page).toHaveURL(/\/sign-in\?back=%2Fnorthmark%2Fproducts$/)
  await expectAccessible(page)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByText("Enter your e-mail address")).toBeVisible()
  await expect(page.getByLabel("E-mail")).toBeFocused()
  for (const email of [aisha, "nobody@northmark.example"]) {
    await page.getByLabel("E-mail").fill(email)
    await page.getByLabel("Password", { exact: true }).fill("not the password")
    await page.getByRole("button", { name: "Sign in" }).click()
    // The answer empties the password; until then the message may still be that of the attempt before.
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("")
    await expect(page.getByText("E-mail or password is not right, or sign-in is paused")).toBeVisible()
    await expect(page.getByLabel("E-mail")).toHaveValue(email)
  }
  await page.getByLabel("E-mail").fill(aisha)
  await page.getByLabel("Password", { exact: true }).fill(password())
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page).toHaveURL("/northmark/products")
})

test("the way back never leaves the site", async ({ page, baseURL }) => {
  await page.goto("/sign-in?back=//example.org/")
  await page.getByLabel("E-mail").fill(aisha)
  await page.getByLabel("Password", { exact: true }).fill(password())
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page).toHaveURL(`${baseURL}/northmark`)
})

test("a session ended elsewhere is over at the next click", async ({ page, browser }) => {
  await signInAs(page, aisha, password())
  const other = await browser.newContext()
  const elsewhere = await other.newPage()
  await signInAs(elsewhere, aisha, password())
  await elsewhere.goto("/account")
  await expectAccessible(elsewhere)
  await elsewhere.getByRole("button", { name: "End all others" }).click()
  await expect(elsewhere.getByText("1 device is signed in")).toBeVisible()
  await page.goto("/northmark")
  await expect(page).toHaveURL(/\/sign-in/)
  await other.close()
})

test("signing out asks for a button and ends the session", async ({ page }) => {
  await signInAs(page, aisha, password())
  const cookies = await page.context().cookies()
  await page.goto("/sign-out")
  await expectAccessible(page)
  await page.getByRole("button", { name: "Sign out" }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  // The cookie alone does not bring the session back.
  await page.context().addCookies(cookies)
  await page.goto("/northmark")
  await expect(page).toHaveURL(/\/sign-in/)
})

test("the first person sets Plumbline up, and only the first", async ({ page }) => {
  const base = String(test.info().config.metadata.firstRunURL)
  await page.goto(base)
  await expect(page).toHaveURL(`${base}/set-up`)
  await expectAccessible(page)
  await page.getByRole("button", { name: "Create workspace" }).click()
  await expect(page.getByText("Give the workspace a name")).toBeVisible()
  const workspace = "Karlsson & Söner"
  const founder = {
    name: "Karin Aalto",
    email: "karin@karlsson.example",
    password: "three little bobs",
    workspace,
  }
  await setUp(page, founder, base)
  await expect(page).toHaveURL(`${base}/karlsson-soner`)

  // A further workspace, with a backlog and frameworks of its own.
  await page.goto(`${base}/account`)
  await page.getByRole("link", { name: "New workspace" }).click()
  await page.getByRole("button", { name: "Create workspace" }).click()
  await expect(page.getByText("Give the workspace a name")).toBeVisible()
  await page.getByLabel("Workspace").fill("Second Desk")
  await page.getByRole("button", { name: "Create workspace" }).click()
  await expect(page).toHaveURL(`${base}/second-desk`)
  await page.goto(`${base}/second-desk/settings/frameworks`)
  await expect(page.getByRole("link", { name: "RICE" })).toBeVisible()
  await page.context().clearCookies()
  await page.goto(`${base}/set-up`)
  await expect(page).toHaveURL(`${base}/sign-in`)
})
