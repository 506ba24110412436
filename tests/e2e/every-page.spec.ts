import { expect } from "@playwright/test"
import { test } from "../support/browser-test"
import { expectAccessible } from "../support/expect-accessible"
import { signIn } from "./backlog-desk"

const PAGES = [
  "/northmark",
  "/northmark/backlog",
  "/northmark/backlog/board",
  "/northmark/backlog/import",
  "/northmark/backlog/scoring",
  "/northmark/backlog/scoring?framework=wsjf&item=FUL-3",
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
  "/northmark/settings/frameworks/wsjf/edit",
  "/account",
  "/account/new-workspace",
]

test.describe.configure({ mode: "parallel" })

for (const path of PAGES) {
  test(`${path} is accessible in both themes, fits a phone and loads without an error`, async ({ page }) => {
    const problems: string[] = []
    page.on("pageerror", (error) => problems.push(String(error)))
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()))
    await signIn(page, "karin.aalto")
    await page.emulateMedia({ reducedMotion: "reduce" })
    await page.goto(path, { waitUntil: "networkidle" })
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.reload({ waitUntil: "networkidle" })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${path} scrolls sideways at 390 px`).toBeLessThanOrEqual(0)
    expect(problems).toEqual([])
  })
}
