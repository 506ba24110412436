import type { Page } from "@playwright/test"

/** Signs in on the page of that name and waits for where it leads. */
export async function signInAs(page: Page, email: string, password: string, base = ""): Promise<void> {
  await page.goto(`${base}/sign-in`)
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"))
}

export type Founder = { name: string; email: string; password: string; workspace: string }

/** Fills in the first-run page and waits for the new workspace. */
export async function setUp(page: Page, founder: Founder, base: string): Promise<void> {
  await page.goto(base)
  await page.getByLabel("Workspace").fill(founder.workspace)
  await page.getByLabel("Your name").fill(founder.name)
  await page.getByLabel("Your e-mail").fill(founder.email)
  await page.getByLabel("Password", { exact: true }).fill(founder.password)
  await page.getByRole("button", { name: "Create workspace" }).click()
  await page.getByRole("navigation", { name: "Main" }).waitFor()
}
