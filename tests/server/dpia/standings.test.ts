import { describe, expect, it } from "vitest"
import { askForAdvice } from "@/server/dpia/ask-for-advice"
import { createAssessment } from "@/server/dpia/create-assessment"
import { declarePersonalData } from "@/server/dpia/declare-personal-data"
import { updateAssessment } from "@/server/dpia/update-assessment"
import { listWaiting } from "@/server/home/list-waiting"
import type { Ctx } from "@/server/kernel/context"
import { getThread } from "@/server/thread/get-thread"
import { openWorld } from "@/tests/support/world"
import { beginPrivacy } from "./dpia-world"

const world = openWorld()

describe("what an assessment owes", () => {
  it("stands in the product's thread and on Home, for whoever has to act", async () => {
    const { author, officer, product, subject } = await beginPrivacy(world)
    const link = async () => JSON.stringify(await getThread(author, { slug: product.slug }))
    const waiting = async (ctx: Ctx) => JSON.stringify(await listWaiting(ctx, {}))
    expect(await link()).not.toContain('"dpia"')
    await declarePersonalData(author, { subject, personalData: "personal" })
    expect(await link()).toContain("Screening due")
    expect(await waiting(author)).toContain("Screen Delivery promise for an impact assessment")
    const { id } = await createAssessment(author, { productId: product.id })
    expect(await link()).toContain("/privacy/assessments/DPIA-1")
    const { lock } = await askForAdvice(author, { id })
    expect(await waiting(officer)).toContain("Advise on DPIA-1 Delivery promise")
    await updateAssessment(author, { id, lock, changes: { reviewOn: "2026-10-20" } })
    expect(await waiting(author)).toContain("Review DPIA-1 Delivery promise")
  })
})
