import { expect } from "@playwright/test"
import { test } from "../support/browser-test"
import { expectAccessible } from "../support/expect-accessible"
import { signIn } from "./backlog-desk"

const PAGES = [
  "/northmark",
  "/northmark/approvals",
  "/northmark/approvals?view=all",
  "/northmark/approvals?view=delegations",
  "/northmark/backlog",
  "/northmark/backlog?group=owner&sort=-estimate&columns=status,estimate,quarter,parent&where=any(owner:is:me,status:is:doing)",
  "/northmark/backlog/board",
  "/northmark/backlog/board?lanes=owner",
  "/northmark/backlog/dependencies",
  "/northmark/backlog/duplicates",
  "/northmark/backlog/import",
  "/northmark/backlog/matrix",
  "/northmark/backlog/roadmap",
  "/northmark/backlog/scoring",
  "/northmark/backlog/scoring?framework=wsjf&item=FUL-3",
  "/northmark/backlog/scoring?view=score",
  "/northmark/backlog/scoring?framework=moscow",
  "/northmark/backlog/workshops",
  "/northmark/backlog/workshops/new?items=FUL-3,FUL-7",
  "/northmark/items/FUL-1",
  "/northmark/items/FUL-3",
  "/northmark/products",
  "/northmark/products/delivery-promise",
  "/northmark/assets",
  "/northmark/assets/crm-customers",
  "/northmark/assets/crm-complaints",
  "/northmark/privacy",
  "/northmark/privacy/screenings",
  "/northmark/privacy/screenings/products/carrier-performance",
  "/northmark/privacy/screenings/products/basket-margin",
  "/northmark/privacy/assessments/new",
  "/northmark/privacy/assessments/import",
  "/northmark/privacy/assessments/DPIA-1?part=map",
  "/northmark/privacy/assessments/DPIA-1/print",
  "/northmark/privacy/assessments/DPIA-2?part=3.2&talk=321",
  "/northmark/privacy/assessments/DPIA-2?part=flow",
  "/northmark/privacy/classification",
  "/northmark/privacy/retention",
  "/northmark/privacy/masking",
  "/northmark/access",
  "/northmark/access?view=active",
  "/northmark/access?view=day",
  "/northmark/privacy/ethics",
  "/northmark/privacy/ethics/products/churn-signals",
  "/northmark/privacy/ethics/products/churn-signals?edit=1",
  "/northmark/privacy/ethics/products/store-stock",
  "/northmark/privacy/regulations",
  "/northmark/privacy/regulations?view=coverage",
  "/northmark/privacy/register",
  "/northmark/privacy/register/ROP-1",
  "/northmark/privacy/register/ROP-2?edit=1",
  "/northmark/privacy/register/print",
  "/northmark/strategy",
  "/northmark/strategy/objectives/O-1",
  "/northmark/strategy/coverage",
  "/northmark/strategy/roadmap",
  "/northmark/settings",
  "/northmark/settings/members",
  "/northmark/settings/roles",
  "/northmark/settings/tokens",
  "/northmark/settings/audit",
  "/northmark/settings/definition-of-done",
  "/northmark/settings/definition-of-done/pipeline",
  "/northmark/settings/access-reviews",
  "/northmark/settings/frameworks",
  "/northmark/settings/frameworks/wsjf",
  "/northmark/settings/frameworks/wsjf/edit",
  "/northmark/settings/frameworks/ahp",
  "/northmark/settings/frameworks/ahp/copy",
  "/northmark/settings/frameworks/new",
  "/northmark/settings/frameworks/new?start=formula",
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
