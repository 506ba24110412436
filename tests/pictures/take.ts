import { chromium } from "@playwright/test"

/** `npm run pictures`: the pictures of the README, taken from the running demo (`npm run demo` in another terminal). */

const base = process.env.AUTH_URL || "http://localhost:3000"
const password = process.env.PLUMBLINE_DEMO_PASSWORD
if (!password) {
  console.error("Set PLUMBLINE_DEMO_PASSWORD to the password that `npm run demo` printed.")
  process.exit(1)
}

const PICTURES = [
  { file: "ranking.png", path: "/northmark/backlog/scoring?view=ranked", theme: "light" },
  { file: "board-dark.png", path: "/northmark/backlog/board", theme: "dark" },
]

const browser = await chromium.launch({
  executablePath: process.env.PLUMBLINE_CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox"],
})
const context = await browser.newContext({ baseURL: base, viewport: { width: 1440, height: 900 } })
const page = await context.newPage()
await page.goto("/sign-in")
await page.getByLabel("E-mail").fill("ines.moreau@northmark.example")
await page.getByRole("textbox", { name: "Password" }).fill(password)
await page.getByRole("button", { name: "Sign in", exact: true }).click()
await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"))
for (const { file, path, theme } of PICTURES) {
  await context.addCookies([{ name: "plumbline_theme", value: theme, url: base }])
  await page.goto(path, { waitUntil: "networkidle" })
  await page.screenshot({ path: `tests/pictures/${file}` })
  console.log(`tests/pictures/${file}`)
}
await browser.close()
