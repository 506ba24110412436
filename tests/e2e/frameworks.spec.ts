import { expect, type Page } from "@playwright/test"
import { test } from "../support/browser-test"
import { BACKLOG, call, freshLabel, makeItems, ready, signIn } from "./backlog-desk"

test.beforeEach(({ page }) => signIn(page))

const FRAMEWORKS = "/northmark/settings/frameworks"

/** Tabs on until the control of that name has the focus: nothing here is pointed at. */
async function tabTo(page: Page, name: string | RegExp, role: "textbox" | "button" | "link" = "textbox") {
  const target = page.getByRole(role, { name, exact: typeof name === "string" }).first()
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press("Tab")
  }
  throw new Error(`No way by Tab to ${name}`)
}

/** The editor has come alive once its trial answers to what is typed. */
async function alive(page: Page) {
  await expect(async () => {
    await page.getByLabel("Effort, tried").fill("")
    await page.getByLabel("Effort, tried").fill("1")
    await expect(page.getByText(/^Enter (?!.*effort).* to see a score\.$/)).toBeVisible({ timeout: 1000 })
  }).toPass()
}

async function replace(page: Page, text: string) {
  await page.keyboard.press("ControlOrMeta+a")
  await page.keyboard.type(text)
}

test("an own framework with a formula is written, checked, tried and published by keyboard", async ({
  page,
}) => {
  const name = `Formula ${freshLabel("f")}`
  await page.goto(`${FRAMEWORKS}/new?start=formula`)
  await alive(page)
  await tabTo(page, "Name")
  await page.keyboard.type(name)
  await tabTo(page, "Formula")
  await replace(page, "vlaue / (effort - 1)")
  await expect(page.getByText(/“vlaue”, at character 1 .* Did you mean value\?/)).toBeVisible()
  await replace(page, "value * weight / (effort - 1)")
  await tabTo(page, "Add named part", "button")
  await page.keyboard.press("Enter")
  await tabTo(page, "Name of part 1")
  await page.keyboard.type("weight")
  await page.keyboard.press("Tab")
  await page.keyboard.type("if(value > 5, 2, weight)")
  await expect(page.getByText("“weight” depends on itself: weight → weight")).toBeVisible()
  await replace(page, "if(value > 5, 2, 1)")
  await expect(page.getByText("Value × weight / (Effort − 1)").first()).toBeVisible()
  await expect(page.getByText(/“Effort − 1” may be 0 on these scales/)).toBeVisible()
  await tabTo(page, "Value, tried")
  await page.keyboard.type("8")
  await tabTo(page, "Effort, tried")
  await replace(page, "1")
  await expect(
    page.getByText("Cannot be computed: the divisor “Effort − 1” is 0 with these values"),
  ).toBeVisible()
  await replace(page, "5")
  await expect(page.getByText("8 × 2 / (5 − 1) = 4, where weight = if(8 > 5, 2, 1) = 2")).toBeVisible()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible()
  await expect(page.getByText("weight = if(Value > 5, 2, 1)")).toBeVisible()
})

test("AHP shows the consistency of the judgements and the one that fits least", async ({ page }) => {
  const name = `Pairs ${freshLabel("ahp")}`
  await page.goto(`${FRAMEWORKS}/ahp/copy`)
  await alive(page)
  await page.getByLabel("Name", { exact: true }).first().fill(name)
  await expect(page.getByText(/Consistency ratio 0\.0/)).toBeVisible()
  await page.getByLabel("Urgency against Effort").selectOption("9")
  await expect(page.getByText(/Above 0\.10 the judgements contradict/)).toBeVisible()
  const worst = page.locator("td.worst")
  await expect(worst.getByRole("combobox")).toHaveAccessibleDescription(/fits the other judgements least/)
  await page.getByRole("button", { name: /^Use / }).click()
  await expect(page.getByText(/At most 0\.10: the judgements agree/)).toBeVisible()
  await page.getByLabel("User value against Urgency").selectOption("")
  await expect(page.getByText("User value against Urgency is not judged yet")).toBeVisible()
  await page.getByRole("button", { name: "Publish framework" }).click()
  await expect(page.getByText("Compare User value with Urgency")).toBeVisible()
  await page.getByLabel("User value against Urgency").selectOption("3")
  await page.getByRole("button", { name: "Publish framework" }).click()
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible()
  await expect(page.getByText(/Consistency ratio/)).toBeVisible()
})

test("MoSCoW is scored by letters, and warns when Must takes more than 60 % of the effort", async ({
  page,
}) => {
  const label = freshLabel("moscow")
  const [one, two] = await makeItems(page, label, [{ title: "Large" }, { title: "Small" }])
  await page.goto(`${BACKLOG}/scoring?framework=moscow&label=${label}&view=score`)
  await ready(page)
  const cell = (criterion: string, item = one) =>
    page.getByLabel(`${criterion}, ${item?.key}`, { exact: true })
  await cell("Class").focus()
  await page.keyboard.press("m")
  await expect(cell("Class")).toHaveValue("Must")
  await page.keyboard.press("Tab")
  await page.keyboard.type("70")
  await page.keyboard.press("Enter")
  await cell("Class", two).focus()
  await page.keyboard.press("c")
  await page.keyboard.press("Tab")
  await page.keyboard.type("30")
  await page.keyboard.press("Enter")
  await expect(page.getByText("Everything is saved")).toBeVisible()
  await page.goto(`${BACKLOG}/scoring?framework=moscow&label=${label}`)
  await expect(page.getByText(/Must takes 70 % of the effort/)).toBeVisible()
  await expect(page.getByLabel("Effort by class")).toContainText("70 % 70 person-days, 1 item")
  await expect(page.getByRole("link", { name: /^Must, why .* has this score/ })).toBeVisible()
})

test("scores are carried to the next version, after a look at what fits", async ({ page }) => {
  const label = freshLabel("carry")
  const [item] = await makeItems(page, label, [{ title: "Carried" }])
  const key = label.replace(/[^a-z0-9]/g, "_")
  const criterion = (name: string, max: number) => ({
    key: name,
    name: name[0]?.toUpperCase() + name.slice(1),
    help: "",
    unit: "points",
    direction: "benefit",
    scale: { kind: "range", min: 0, max },
    weight: 1,
  })
  const definition = {
    key,
    name: `Carry ${label}`,
    method: "weighted_sum",
    description: "",
    source: "",
    criteria: [criterion("value", 10), criterion("reach", 10)],
  }
  const { id: frameworkId } = await call<{ id: string }>(page, "scoring.publishFramework", { definition })
  await call(page, "scoring.saveScores", {
    frameworkId,
    scores: [{ itemId: item?.id, inputs: { value: 5, reach: 5 } }],
  })
  const second = { ...definition, criteria: [criterion("value", 10), criterion("reach", 100)] }
  await call(page, "scoring.publishFramework", { definition: second, basedOn: 1 })
  await page.goto(`${FRAMEWORKS}/${key}`)
  await page.getByRole("button", { name: "Carry scores of version 1 over" }).click()
  const dialog = page.getByRole("dialog")
  await expect(dialog).toContainText("1 score of 1 item by 1 person can be carried over.")
  await expect(dialog.getByRole("row", { name: /Reach/ })).toContainText("Scale changed: score it again")
  await dialog.getByRole("button", { name: "Carry over" }).click()
  await expect(dialog).toContainText("Say why the scores are carried over")
  await dialog.getByLabel("Why are they carried over").fill("Value means the same")
  await dialog.getByRole("button", { name: "Carry over" }).click()
  await expect(page.getByText("Carried 1 score to version 2")).toBeVisible()
  await page.goto(`${BACKLOG}/scoring?framework=${key}&label=${label}&view=score`)
  await expect(page.getByLabel(`Value, ${item?.key}`, { exact: true })).toHaveValue("5")
})
