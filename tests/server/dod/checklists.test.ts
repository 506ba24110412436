import { beforeEach, describe, expect, it } from "vitest"
import { getItem } from "@/server/backlog/get-item"
import { moveItem } from "@/server/backlog/move-item"
import { updateItem } from "@/server/backlog/update-item"
import { removeAttachment } from "@/server/discussion/remove-attachment"
import { storeAttachment } from "@/server/discussion/store-attachment"
import { chooseDeliverable } from "@/server/dod/choose-deliverable"
import { getChecklist } from "@/server/dod/get-checklist"
import { listOpenChecks } from "@/server/dod/list-open-checks"
import { listProgress } from "@/server/dod/list-progress"
import { markCheck } from "@/server/dod/mark-check"
import { observeChecks } from "@/server/dod/observe-checks"
import { recordReview } from "@/server/dod/record-review"
import { reopenCheck } from "@/server/dod/reopen-check"
import { upgradeChecklist } from "@/server/dod/upgrade-checklist"
import { newId } from "@/server/kernel/domain/id"
import { removeMember } from "@/server/members/remove-member"
import { createDomain } from "@/server/products/create-domain"
import { createProduct } from "@/server/products/create-product"
import { publishBuiltInFrameworks } from "@/server/scoring/publish-built-in-frameworks"
import { saveScores } from "@/server/scoring/save-scores"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import { addDeliverable, beginDone, checkOf, computed, manual, publish, statesOf } from "./dod-world"

const world = openWorld()
let workspace: TestWorkspace
let lead: Awaited<ReturnType<TestWorkspace["member"]>>
let priya: typeof lead

beforeEach(async () => {
  ;({ workspace, lead, priya } = await beginDone(world))
})

async function* bytes(text: string) {
  yield new TextEncoder().encode(text)
}

describe("manual checks", () => {
  it("need their evidence, keep who and when, and are opened again with a reason", async () => {
    await publish(lead, "pipeline", [
      manual("link", { evidence: "link" }),
      manual("file", { evidence: "file" }),
      manual("either", { evidence: "either" }),
      manual("plain"),
    ])
    const { subject } = await addDeliverable(priya)
    const mark = (checkKey: string, more: object = {}) => markCheck(priya, { subject, checkKey, ...more })
    await expect(mark("link")).rejects.toThrow("Give the link")
    await expect(mark("file", { evidenceUrl: "https://example.org" })).rejects.toThrow("Choose the file")
    await expect(mark("either")).rejects.toThrow("Give a link or choose a file")
    for (const evidenceUrl of ["javascript:alert(1)", "ftp://example.org", "data:text/html,x"])
      await expect(mark("link", { evidenceUrl })).rejects.toMatchObject({ code: "INVALID" })
    await mark("link", { evidenceUrl: "https://ci.example.org/1", note: "Run 1" })
    const file = await storeAttachment(priya, { subject, fileName: "report.txt", content: bytes("Green") })
    await mark("file", { attachmentId: file.id })
    await mark("either", { attachmentId: file.id })
    await mark("plain")
    const { checklist } = await getChecklist(lead, { subject })
    expect(checklist?.standing).toEqual({ total: 4, held: 4, waived: 0, advisoryOpen: 0 })
    expect(checklist?.rows[0]).toMatchObject({
      state: "met",
      answer: { byName: priya.caller.user?.name, evidenceUrl: "https://ci.example.org/1", note: "Run 1" },
    })
    await removeAttachment(priya, { id: file.id })
    expect(await statesOf(lead, subject)).toMatchObject({ file: "open", either: "open", plain: "met" })
    expect((await checkOf(lead, subject, "file")).reason).toBe("Its evidence report.txt was removed")

    await reopenCheck(lead, { subject, checkKey: "plain", reason: "The run was of another branch" })
    expect(await checkOf(lead, subject, "plain")).toMatchObject({
      state: "open",
      reopened: { reason: expect.stringContaining("The run was of another branch") },
    })
    await expect(reopenCheck(lead, { subject, checkKey: "plain", reason: "Again" })).rejects.toThrow(
      "open already",
    )
  })

  it("take no file that is not what its name promises, and unpack none", async () => {
    await publish(lead, "pipeline", [manual("file", { evidence: "file" })])
    const { subject } = await addDeliverable(priya)
    const attach = (fileName: string, text: string) =>
      storeAttachment(priya, { subject, fileName, content: bytes(text) })
    await expect(attach("report.exe", "MZ")).rejects.toThrow("cannot be attached")
    await expect(attach("report.html", "<script>alert(1)</script>")).rejects.toThrow("cannot be attached")
    await expect(attach("report.pdf", "Not a pdf")).rejects.toThrow("not that of a .pdf")
    await expect(attach("report.docx", "PK\u0003\u0004")).rejects.toMatchObject({ code: "INVALID" })
    const forged = markCheck(priya, { subject, checkKey: "file", attachmentId: newId() })
    await expect(forged).rejects.toMatchObject({ code: "NOT_FOUND" })
    expect(await statesOf(priya, subject)).toEqual({ file: "open" })
  })

  it("take no file of another item, and nobody marks a computed check", async () => {
    await publish(lead, "pipeline", [manual("file", { evidence: "file" }), computed("owner-active")])
    const { subject } = await addDeliverable(priya)
    const other = await addDeliverable(priya)
    const file = await storeAttachment(priya, {
      subject: other.subject,
      fileName: "other.txt",
      content: bytes("Text"),
    })
    const mark = (checkKey: string) => markCheck(priya, { subject, checkKey, attachmentId: file.id })
    await expect(mark("file")).rejects.toMatchObject({ code: "NOT_FOUND" })
    await expect(mark("owner-active")).rejects.toThrow("computed from facts")
    await expect(mark("nothing")).rejects.toMatchObject({ code: "NOT_FOUND" })
  })
})

describe("computed checks", () => {
  it("are judged by the facts of the moment, and unknown is not met", async () => {
    await publish(lead, "dataset", [
      computed("owner-active"),
      computed("documented", { words: 3 }),
      computed("item-scored"),
      computed("peer-reviewed"),
      computed("classification-set"),
    ])
    const item = await addDeliverable(priya, "dataset")
    const { subject, id } = item
    expect(await statesOf(priya, subject)).toEqual({
      "owner-active": "open",
      documented: "open",
      "item-scored": "open",
      "peer-reviewed": "open",
      "classification-set": "unknown",
    })
    const admin = await workspace.member("administrator")
    const owner = await workspace.member("data_engineer")
    const changes = { ownerId: owner.userId, description: "Two words" }
    await updateItem(priya, { id, version: 1, changes })
    expect((await checkOf(priya, subject, "documented")).reason).toBe(
      "The description has 2 words of at least 3",
    )
    await updateItem(priya, { id, version: 2, changes: { description: "Now three words" } })
    const { published } = await publishBuiltInFrameworks(admin, {})
    const ice = published.find(({ key }) => key === "ice")!
    await saveScores(priya, { frameworkId: ice.id, scores: [{ itemId: id, inputs: { impact: 5 } }] })
    expect((await checkOf(priya, subject, "item-scored")).reason).toContain("not complete: nobody scored")
    const inputs = { impact: 5, confidence: 5, ease: 5 }
    await saveScores(priya, { frameworkId: ice.id, scores: [{ itemId: id, inputs, version: 1 }] })
    expect(await statesOf(priya, subject)).toMatchObject({
      "owner-active": "met",
      documented: "met",
      "item-scored": "met",
    })

    await recordReview(owner, { subject, accepted: true, note: "Mine" })
    await recordReview(priya, { subject, accepted: true, note: "I wrote it" })
    expect((await checkOf(priya, subject, "peer-reviewed")).reason).toBe(
      "Only its owner or author has reviewed it",
    )
    await recordReview(lead, { subject, accepted: false, note: "Tests are missing" })
    expect((await checkOf(priya, subject, "peer-reviewed")).reason).toContain("asks for changes")
    await recordReview(lead, { subject, accepted: true, note: "Good now" })
    expect(await checkOf(priya, subject, "peer-reviewed")).toMatchObject({ state: "met" })
    await updateItem(priya, { id, version: 3, changes: { ownerId: lead.userId } })
    expect(await checkOf(priya, subject, "peer-reviewed")).toMatchObject({ state: "open" })
  })

  it("that reopen are noticed once, with time and reason, and again after they held", async () => {
    await publish(lead, "pipeline", [computed("owner-active")])
    const admin = await workspace.member("administrator")
    const owner = await workspace.member("data_engineer")
    const { subject, id } = await addDeliverable(priya, "pipeline", { ownerId: owner.userId })
    expect(await observeChecks(lead, {})).toEqual({ checklists: 1, held: 0, reopened: 0 })
    await removeMember(admin, { userId: owner.userId, reason: "Left the company" })
    // Before anybody judged it again: open at once, and known to have held.
    expect(await checkOf(priya, subject, "owner-active")).toMatchObject({
      state: "open",
      reopened: { reason: expect.stringContaining("has left the workspace") },
    })
    expect(await observeChecks(lead, {})).toMatchObject({ reopened: 1 })
    expect(await observeChecks(lead, {})).toMatchObject({ held: 0, reopened: 0 })
    const { activity } = await getItem(priya, { id })
    expect(activity[0]?.summary).toContain("Reopened “Owner active” of")
    await updateItem(priya, { id, version: 2, changes: { ownerId: priya.userId } }).catch(() =>
      updateItem(priya, { id, version: 1, changes: { ownerId: priya.userId } }),
    )
    expect(await checkOf(priya, subject, "owner-active")).toMatchObject({ state: "met", reopened: null })
    expect(await observeChecks(lead, {})).toMatchObject({ held: 1 })
  })
})

describe("a newer version", () => {
  it("changes no checklist until somebody moves it, and keeps answers to checks that ask the same", async () => {
    await publish(lead, "pipeline", [manual("a"), manual("b"), manual("gone"), computed("owner-active")])
    const { subject } = await addDeliverable(priya)
    for (const checkKey of ["a", "b", "gone"]) await markCheck(priya, { subject, checkKey })
    await publish(lead, "pipeline", [
      manual("b", { title: "Check b, better" }),
      manual("a", { level: "advisory" }),
      manual("new"),
    ])
    expect(await statesOf(priya, subject)).toMatchObject({ a: "met", b: "met", gone: "met" })
    const { checklist } = await getChecklist(priya, { subject })
    expect(checklist).toMatchObject({
      templateVersion: 1,
      newer: { version: 2, added: 1, removed: 2, changed: 2, opens: 1 },
    })
    const moved = await upgradeChecklist(priya, { subject, version: checklist!.version })
    expect(moved).toEqual({ templateVersion: 2, kept: 1, opened: 2 })
    expect(await statesOf(priya, subject)).toEqual({ b: "open", a: "met", new: "open" })
    expect((await checkOf(priya, subject, "b")).reopened).toBeNull()
    await expect(upgradeChecklist(priya, { subject, version: 1 })).rejects.toMatchObject({ code: "CONFLICT" })
    await expect(upgradeChecklist(priya, { subject, version: 2 })).rejects.toThrow(
      "the newest version already",
    )
  })

  it("never touches finished work", async () => {
    await publish(lead, "pipeline", [manual("a")])
    await publish(lead, "model", [manual("a")])
    const { subject, id } = await addDeliverable(priya)
    await markCheck(priya, { subject, checkKey: "a" })
    await moveItem(priya, { id, status: "done" })
    await publish(lead, "pipeline", [manual("a"), manual("b")])
    await expect(upgradeChecklist(priya, { subject, version: 1 })).rejects.toThrow(
      "is done: it keeps version 1",
    )
    await expect(
      chooseDeliverable(priya, { subject, deliverable: "model", reason: "Easier" }),
    ).rejects.toThrow("keeps the Definition of Done it was finished with")
    expect((await getChecklist(priya, { subject })).checklist).toMatchObject({
      templateVersion: 1,
      standing: { total: 1, held: 1 },
    })
  })

  it("of another deliverable needs a reason", async () => {
    await publish(lead, "pipeline", [manual("a"), manual("b")])
    await publish(lead, "model", [manual("a"), manual("c")])
    const { subject } = await addDeliverable(priya)
    await markCheck(priya, { subject, checkKey: "a" })
    await expect(chooseDeliverable(priya, { subject, deliverable: "model" })).rejects.toMatchObject({
      code: "INVALID",
    })
    await chooseDeliverable(priya, { subject, deliverable: "model", reason: "It became a model" })
    expect(await statesOf(priya, subject)).toEqual({ a: "met", c: "open" })
  })
})

describe("lists", () => {
  it("tell how far items are, only of those that the reader may see", async () => {
    const admin = await workspace.member("administrator")
    await publish(lead, "pipeline", [manual("a"), manual("b"), manual("c", { level: "advisory" })])
    const people = { ownerId: null, stewardId: null }
    const domain = await createDomain(admin, { key: "FUL", name: "F", description: "", ...people })
    const product = await createProduct(admin, {
      domainId: domain.id,
      name: "Promise",
      question: "When?",
      description: "",
      lifecycle: "live",
      ...people,
    })
    const inside = await addDeliverable(priya, "pipeline", { productId: product.id })
    const outside = await addDeliverable(priya)
    const plain = await addDeliverable(priya, "pipeline", { productId: product.id })
    await markCheck(priya, { subject: inside.subject, checkKey: "a" })
    const itemIds = [inside.id, outside.id]
    const reader = await workspace.member("stakeholder", { scopeType: "product", scopeId: product.id })
    expect((await listProgress(lead, { itemIds })).progress).toHaveLength(2)
    expect((await listProgress(reader, { itemIds })).progress).toEqual([
      { itemId: inside.id, total: 2, held: 1, waived: 0, advisoryOpen: 1, missing: ["Check b"] },
    ])
    const open = await listOpenChecks(reader, { productId: product.id })
    expect(open.items.map(({ key, held }) => [key, held])).toEqual([
      [inside.key, 1],
      [plain.key, 0],
    ])
    const ofProduct = { type: "product" as const, id: product.id }
    await chooseDeliverable(admin, { subject: ofProduct, deliverable: "pipeline" })
    expect(await statesOf(reader, ofProduct)).toEqual({ a: "open", b: "open", c: "open" })
    await expect(getChecklist(reader, { subject: outside.subject })).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
  })
})
