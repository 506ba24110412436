import { expect, type Locator, type Page } from "@playwright/test"
import { PARTS } from "@/server/dpia/domain/questions"
import { test } from "../support/browser-test"
import { expectAccessible } from "../support/expect-accessible"
import { anotherDesk, ask, CALL_HEADERS, call, signIn, WORKSPACE } from "./backlog-desk"

const PRIVACY = `/${WORKSPACE}/privacy`
const SLUG = "basket-margin"

type Assessment = {
  id: string
  key: string
  lock: number
  measures: { id: string }[]
  answers: { questionId: number; version: number }[]
}

/** An assessment of the product whose questions are all answered, by the person on the page. */
async function writtenAssessment(page: Page): Promise<Assessment> {
  const products = await ask<{ id: string; slug: string }[]>(page, "products.listProducts", {})
  const productId = products.find(({ slug }) => slug === SLUG)!.id
  const { id, key } = await call<Assessment>(page, "dpia.createAssessment", { productId, name: "Baskets" })
  const begun = await ask<Assessment>(page, "dpia.getAssessment", { key })
  await call(page, "dpia.addMeasures", { id, fromLibrary: ["role-access", "backup"] })
  for (const question of PARTS.flatMap(({ questions }) => questions)) {
    const version = begun.answers.find(({ questionId }) => questionId === question.id)?.version ?? 0
    const text = question.kind === "list" ? {} : { text: "Baskets are analysed by region." }
    const list = question.kind === "list" ? { list: [{ text: "Staff of the stores" }] } : {}
    const gauge = question.kind === "gauge" ? { gauge: 2 } : {}
    // The last one is left to the person who hands it in.
    if (question.id === 346) continue
    const changes = { ...text, ...list, ...gauge }
    await call(page, "dpia.updateAnswer", { id, questionId: question.id, version, changes })
  }
  return ask<Assessment>(page, "dpia.getAssessment", { key })
}

/** Somebody else than the author judges every part as acceptable. */
async function judge(page: Page, { id, measures }: Assessment): Promise<void> {
  const references = PARTS.flatMap((part) =>
    part.mode === "measure"
      ? measures.map((measure) => `3.1.${measure.id}`)
      : part.mode === "question"
        ? part.questions.map((question) => `${part.id}.${question.id}`)
        : [part.id],
  )
  const evaluations = references.map((reference) => ({ reference, version: 0, status: 3 }))
  await call(page, "dpia.evaluateParts", { id, evaluations })
}

/** What is read from the server's answers follows a moment after the click. */
async function choose(radio: Locator): Promise<void> {
  await radio.click()
  await expect(radio).toBeChecked()
}

async function sign(page: Page): Promise<void> {
  await page.getByLabel("Approve", { exact: true }).check()
  await page.getByLabel("Your password", { exact: true }).fill(test.info().config.metadata.demoPassword)
  await page.getByRole("button", { name: "Sign approval" }).click()
  await expect(page.getByRole("article", { name: "Approval by Sofia Lindqvist" })).toBeVisible()
}

test("the privacy officer goes from a screening to a signed assessment", async ({ page, browser }) => {
  test.slow()
  await signIn(page, "ines.moreau")
  await page.goto(`/${WORKSPACE}/products/${SLUG}`)
  await page.getByRole("link", { name: "Begin the screening" }).click()
  await page.getByRole("button", { name: "Begin screening" }).click()
  const verdict = page.getByRole("region", { name: "Verdict" })
  await expect(verdict.getByText("No verdict yet")).toBeVisible()
  await page
    .getByLabel("What is processed")
    .fill("Baskets with a customer number, to see what is bought together.")
  const questions = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("radio") })
  await expect(questions).toHaveCount(14)
  for (let place = 0; place < 14; place += 1) {
    const yes = place === 9 || place === 10
    await choose(questions.nth(place).getByRole("radio", { name: yes ? "Yes" : "No" }))
  }
  await expect(verdict.getByText("Assessment likely required")).toBeVisible()
  await expect(verdict.getByText("2 of nine criteria are met")).toBeVisible()
  await expect(page).toHaveTitle(/Screening of Basket margin/)
  await expectAccessible(page)
  await page.getByRole("button", { name: "Hand in version 1" }).click()
  await expect(page.getByText("Waits for approval").first()).toBeVisible()

  const officer = await anotherDesk(browser, "sofia.lindqvist")
  await officer.goto(`${PRIVACY}/screenings/products/${SLUG}`)
  await officer.getByRole("link", { name: "Open decision" }).click()
  await sign(officer)

  const written = await writtenAssessment(page)
  const judging = await anotherDesk(browser, "tomasz.bielak")
  const address = `${PRIVACY}/assessments/${written.key}`
  await page.goto(`${address}?part=3.4`)
  await choose(page.getByRole("group", { name: "Likelihood", exact: true }).getByLabel("2 Limited"))
  const why = page.getByLabel(/^Why: How likely is it/)
  await why.fill("Backups are restored for practice every quarter.")
  await why.blur()
  await expect(page.getByRole("link", { name: /Data disappear/ })).toContainText("6 of 6")
  await judge(judging, written)
  await page.goto(`${address}?part=opinions`)
  await page.getByRole("button", { name: "Record views" }).click()
  await page.getByRole("radio", { name: "No" }).check()
  await page.getByLabel("Why not").fill("The panel meets in spring; its last views still hold.")
  await page.getByRole("button", { name: "Save views" }).click()
  await expect(page.getByText("They were not asked, because:")).toBeVisible()

  await officer.goto(`${address}?part=opinions`)
  await officer.getByRole("button", { name: "Give advice" }).click()
  await officer.getByRole("radio", { name: "In favour" }).check()
  await officer.getByLabel("Advice", { exact: true }).fill("In favour: the risks are low.")
  await officer.getByRole("button", { name: "Save advice" }).click()
  await expect(officer.getByRole("dialog")).toBeHidden()
  await expect(officer.getByText("In favour: the risks are low.")).toBeVisible()

  await page.goto(`${address}?part=validation`)
  await expect(page.getByText("Nothing: every part is answered and judged")).toBeVisible()
  await expectAccessible(page)
  await page.getByRole("button", { name: "Hand in for approval" }).click()
  await page.getByRole("button", { name: "Hand in", exact: true }).click()
  await expect(page.getByText("Version 1 waits for approval.")).toBeVisible()

  await officer.goto(address)
  await officer.getByRole("link", { name: "Open decision" }).first().click()
  await sign(officer)
  await page.reload()
  await expect(page.getByText("Version 1 is approved.")).toBeVisible()
})

test("an auditor prints an assessment and cannot change a thing", async ({ page }) => {
  await signIn(page, "lena.koch")
  await page.goto(PRIVACY)
  await page.getByLabel("Search assessments").fill("churn")
  await expect(page.getByText("1 assessment found.")).toBeVisible()
  const row = page.getByRole("row").filter({ hasText: "Churn" })
  await expect(row.getByText("Approved", { exact: true })).toBeVisible()
  await row.getByRole("link").click()
  await page.getByRole("link", { name: /Necessity and proportionality/ }).click()
  const main = page.getByRole("main")
  await expect(main.getByText("What is the legal basis?")).toBeVisible()
  await expect(main.getByRole("textbox")).toHaveCount(0)
  await expect(main.getByRole("radio")).toHaveCount(0)
  await expect(main.getByRole("button", { name: /Reopen|Judge|Add|Hand in/ })).toHaveCount(0)
  const { id } = await ask<Assessment>(page, "dpia.getAssessment", { key: "DPIA-1" })
  const reopened = page.request.post("/api/trpc/dpia.reopenAssessment", {
    headers: CALL_HEADERS,
    data: { id, reason: "I want to" },
  })
  expect((await reopened).status()).toBe(403)

  await page.getByRole("button", { name: "More", exact: true }).click()
  await page.getByRole("menuitem", { name: "Print or save as PDF" }).click()
  await expect(page.getByRole("heading", { name: "4 Validation" })).toBeVisible()
  await expect(page.getByRole("row").filter({ hasText: "Sofia Lindqvist" })).toContainText("Approval")
  await expectAccessible(page)
  await page.emulateMedia({ media: "print" })
  await expect(page.getByText(/SHA-256/).first()).toBeVisible()
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(20_000)
})

test("a product waits for the authority's advice, and the dossier says what it lacks", async ({ page }) => {
  await signIn(page, "ines.moreau")
  await page.goto(`${PRIVACY}/assessments/DPIA-2?part=consultation`)
  const dossier = page.getByRole("region", { name: "Dossier for the authority" })
  await expect(dossier.getByText("3 of 6 parts lack something")).toBeVisible()
  await expect(dossier.getByRole("link", { name: "Version 1 is not approved" })).toBeVisible()
  await page.getByRole("button", { name: "Record the request" }).click()
  await expect(page.getByText("The dossier is not complete.")).toBeVisible()
  await page.getByRole("button", { name: "Cancel" }).click()

  await page.goto(`/${WORKSPACE}/products/shelf-availability?edit=1`)
  const block = /consulted on DPIA-3 and has not advised yet/
  await expect(page.getByText(block)).toBeVisible()
  await page.getByLabel("Lifecycle").selectOption("live")
  const dialog = page.getByRole("dialog")
  await expect(dialog.getByText(block)).toBeVisible()
  await expect(dialog.getByRole("button", { name: "Save product" })).toBeDisabled()
  await dialog.getByRole("link", { name: "Open the consultation of DPIA-3" }).click()
  await expect(page.getByText("The authority's time runs")).toBeVisible()
  await page.getByRole("link", { name: "Open dossier" }).click()
  await expect(page.getByRole("heading", { name: /^Dossier for the authority/ })).toBeVisible()
  await expect(page.getByText("Complete", { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.emulateMedia({ media: "print" })
  await expect(page.getByText(/SHA-256/).first()).toBeVisible()
})

test("what changed after the approval is owed until the officer judges that it is covered", async ({
  page,
  browser,
}) => {
  const screening = `${PRIVACY}/screenings/products/carrier-performance`
  await signIn(page, "tomasz.bielak")
  await page.goto(`/${WORKSPACE}`)
  const owed = page.getByText("Look at the screening of Carrier performance again")
  await expect(owed.first()).toBeVisible()
  await page.goto(screening)
  const changed = page.getByRole("region", { name: "What changed since" })
  await expect(changed.getByRole("row", { name: /driver_number/ })).toContainText(
    "Account or customer number",
  )
  await expect(changed.getByRole("button", { name: "Judge as still covered" })).toHaveCount(0)

  const officer = await anotherDesk(browser, "sofia.lindqvist")
  await officer.goto(`${PRIVACY}/screenings`)
  await expect(officer.getByRole("row", { name: /Carrier performance/ })).toContainText("1 fact changed")
  await officer.goto(screening)
  await officer.getByRole("button", { name: "Judge as still covered" }).click()
  const dialog = officer.getByRole("alertdialog", { name: "Is it still covered?" })
  await dialog.getByRole("button", { name: "Record judgement" }).click()
  await expect(dialog.getByText("Write the reason, at least 3 characters")).toBeVisible()
  await expectAccessible(officer)
  await dialog.getByLabel("Why it is still covered").fill("The number is cut off before anybody sees a tour")
  await dialog.getByRole("button", { name: "Record judgement" }).click()
  await expect(dialog).toBeHidden()
  await expect(officer.getByText("It still covers what changed since it was handed in.")).toBeVisible()
  await expect(officer.getByRole("heading", { name: "What changed since" })).toHaveCount(0)
  await page.goto(`/${WORKSPACE}`)
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  await expect(owed).toHaveCount(0)
})
