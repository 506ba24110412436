import { expect, type Page } from "@playwright/test"
import { test as base, demoOf } from "../support/browser-test"
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
  "/northmark/privacy/assessments/DPIA-2/dossier",
  "/northmark/privacy/assessments/DPIA-3?part=consultation",
  "/northmark/privacy/assessments/DPIA-3/dossier",
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

base.describe.configure({ mode: "parallel" })

/** One desk for all pages of a worker: scripts are fetched and compiled once, as for a person who walks around. */
const test = base.extend<object, { desk: Page }>({
  desk: [
    async ({ browser, patience: _ }, use, info) => {
      const context = await browser.newContext({ baseURL: demoOf(info), locale: "en-GB", timezoneId: "UTC" })
      const page = await context.newPage()
      await signIn(page, "karin.aalto")
      await page.emulateMedia({ reducedMotion: "reduce" })
      await use(page)
      await context.close()
    },
    { scope: "worker" },
  ],
})

for (const path of PAGES) {
  test(`${path} is accessible in both themes, fits a phone and loads without an error`, async ({ desk }) => {
    const problems: string[] = []
    desk.removeAllListeners("pageerror").removeAllListeners("console")
    desk.on("pageerror", (error) => problems.push(String(error)))
    desk.on("console", (message) => message.type() === "error" && problems.push(message.text()))
    await desk.setViewportSize({ width: 1280, height: 720 })
    await desk.goto(path, { waitUntil: "networkidle" })
    await expect(desk.getByRole("heading", { level: 1 })).toBeVisible()
    await expectAccessible(desk)
    await desk.setViewportSize({ width: 390, height: 844 })
    await desk.reload({ waitUntil: "networkidle" })
    const overflow = await desk.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${path} scrolls sideways at 390 px`).toBeLessThanOrEqual(0)
    expect(problems).toEqual([])
  })
}
