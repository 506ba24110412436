import AxeBuilder from "@axe-core/playwright"
import { expect, test } from "@playwright/test"
import { signIn } from "./backlog-desk"

const PAGES = [
  "/northmark",
  "/northmark/backlog",
  "/northmark/backlog/board",
  "/northmark/backlog/import",
  "/northmark/backlog/scoring",
  "/northmark/backlog/scoring?view=score",
  "/northmark/items/FUL-3",
  "/northmark/products",
  "/northmark/products/delivery-promise",
  "/northmark/settings",
  "/northmark/settings/members",
  "/northmark/settings/roles",
  "/northmark/settings/tokens",
  "/northmark/settings/audit",
  "/northmark/settings/frameworks",
  "/northmark/settings/frameworks/wsjf",
  "/account",
  "/account/new-workspace",
]

for (const path of PAGES) {
  test(`${path} is accessible in both themes, fits a phone and loads without an error`, async ({ page }) => {
    const problems: string[] = []
    page.on("pageerror", (error) => problems.push(String(error)))
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()))
    await signIn(page, "karin.aalto")
    await page.emulateMedia({ reducedMotion: "reduce" })
    for (const theme of ["light", "dark"]) {
      const url = String(test.info().project.use.baseURL)
      await page.context().addCookies([{ name: "plumbline_theme", value: theme, url }])
      await page.goto(path, { waitUntil: "networkidle" })
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        `${path} ${theme}`,
      ).toEqual([])
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await page.reload({ waitUntil: "networkidle" })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${path} scrolls sideways at 390 px`).toBeLessThanOrEqual(0)
    expect(problems).toEqual([])
  })
}
