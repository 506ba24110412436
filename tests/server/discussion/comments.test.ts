import { beforeAll, describe, expect, it } from "vitest"
import { getItem } from "@/server/backlog/get-item"
import { addComment } from "@/server/discussion/add-comment"
import { editComment } from "@/server/discussion/edit-comment"
import { getCommentHistory } from "@/server/discussion/get-comment-history"
import { listComments } from "@/server/discussion/list-comments"
import { listMentionable } from "@/server/discussion/list-mentionable"
import { readMentions } from "@/server/discussion/read-mentions"
import { withdrawComment } from "@/server/discussion/withdraw-comment"
import { listWaiting } from "@/server/home/list-waiting"
import type { Ctx } from "@/server/kernel/context"
import { addItem, addProduct } from "@/tests/server/backlog/backlog-world"
import { openWorld, type TestWorkspace } from "@/tests/support/world"

const world = openWorld()
type Member = Awaited<ReturnType<TestWorkspace["member"]>>
let workspace: TestWorkspace
let owner: Member
let engineer: Member
let stakeholder: Member
beforeAll(async () => {
  workspace = await world.workspace()
  owner = await workspace.member("product_owner")
  engineer = await workspace.member("data_engineer")
  stakeholder = await workspace.member("stakeholder")
})

const nameOf = (ctx: Ctx) => ctx.caller.user!.name
const about = async (title: string, more: object = {}) => {
  const item = await addItem(owner, title, more)
  return { item, subject: { type: "item" as const, id: item.id } }
}
const mentionsOf = async (ctx: Ctx) =>
  (await listWaiting(ctx, {})).things.filter(({ kind }) => kind === "mention")

describe("comments", () => {
  it("are read by everybody who sees the item, oldest first, and noted in its activity without their words", async () => {
    const { item, subject } = await about("Talked about")
    await addComment(owner, { subject, text: "  First\n\n**bold**  " })
    await addComment(stakeholder, { subject, text: "Second" })
    const { comments, total } = await listComments(engineer, { subject })
    expect(comments.map(({ text, createdByName }) => [text, createdByName])).toEqual([
      ["First\n\n**bold**", nameOf(owner)],
      ["Second", nameOf(stakeholder)],
    ])
    expect(total).toBe(2)
    const { activity } = await getItem(owner, { id: item.id })
    expect(activity[0]).toMatchObject({
      action: "discussion.addComment",
      summary: `Commented on ${item.key}`,
    })
    expect(JSON.stringify(activity)).not.toContain("Second")
  })

  it("refuse no words, too many, half characters, and the auditor", async () => {
    const { subject } = await about("Strict")
    const say = (text: string) => addComment(owner, { subject, text })
    await expect(say(" \n ")).rejects.toMatchObject({ code: "INVALID", message: "Write something first" })
    await expect(say("x".repeat(20_001))).rejects.toMatchObject({ code: "INVALID" })
    await expect(say("half \ud83d")).rejects.toMatchObject({ code: "INVALID" })
    await expect(say("nul \0")).rejects.toMatchObject({ code: "INVALID" })
    const auditor = await workspace.member("auditor")
    await expect(addComment(auditor, { subject, text: "Hm" })).rejects.toMatchObject({ code: "FORBIDDEN" })
    expect((await listComments(auditor, { subject })).total).toBe(0)
  })

  it("keep what they said before an edit; only the author edits, and stale edits conflict", async () => {
    const { subject } = await about("Edited")
    const { id } = await addComment(engineer, { subject, text: "Tomorow" })
    const edit = (ctx: Ctx, version: number, text: string) => editComment(ctx, { id, version, text })
    await expect(edit(owner, 1, "Never")).rejects.toMatchObject({ code: "RULE_BROKEN" })
    expect(await edit(engineer, 1, "Tomorrow")).toEqual({ id, version: 2 })
    expect(await edit(engineer, 2, "Tomorrow")).toEqual({ id, version: 2 })
    await expect(edit(engineer, 1, "Today")).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { text: "Tomorrow", version: 2 } },
    })
    const [comment] = (await listComments(owner, { subject })).comments
    expect(comment).toMatchObject({ text: "Tomorrow", editedAt: expect.any(String) })
    expect((await getCommentHistory(owner, { id })).versions).toMatchObject([{ version: 1, text: "Tomorow" }])
  })

  it("are withdrawn by their author or an administrator: who and when stay, the words go", async () => {
    const { subject } = await about("Withdrawn")
    const { id } = await addComment(engineer, { subject, text: "Old secret" })
    await editComment(engineer, { id, version: 1, text: `New secret @${nameOf(owner)}` })
    await expect(withdrawComment(owner, { id })).rejects.toMatchObject({ code: "RULE_BROKEN" })
    const administrator = await workspace.member("administrator")
    await withdrawComment(administrator, { id, reason: "Holds a secret" })
    const list = await listComments(owner, { subject })
    expect(list.comments[0]).toMatchObject({ text: "", withdrawnByName: nameOf(administrator), mentions: [] })
    expect(JSON.stringify([list, await getCommentHistory(owner, { id })])).not.toContain("secret")
    expect(await mentionsOf(owner)).toEqual([])
    await expect(withdrawComment(engineer, { id })).rejects.toMatchObject({ code: "RULE_BROKEN" })
  })

  it("belong to products as well", async () => {
    const product = await addProduct(world, workspace, "COM", "Commented")
    const subject = { type: "product" as const, id: product.id }
    await addComment(stakeholder, { subject, text: `@${nameOf(owner)} where is it?` })
    expect((await listComments(owner, { subject })).total).toBe(1)
    const [waiting] = await mentionsOf(owner)
    expect(waiting).toMatchObject({
      action: { href: expect.stringContaining("/products/commented#comment-") },
    })
    await readMentions(owner, { subject })
    expect(await mentionsOf(owner)).toEqual([])
  })
})

describe("mentions", () => {
  it("wait on whoever is named, until it is read or answered", async () => {
    const { item, subject } = await about("Asked")
    const made = await addComment(owner, {
      subject,
      text: `@${nameOf(engineer)} and @${nameOf(stakeholder)}: when? @${nameOf(owner)}`,
    })
    expect(made.mentioned.sort()).toEqual([nameOf(engineer), nameOf(stakeholder)].sort())
    const [waiting] = await mentionsOf(engineer)
    expect(waiting).toMatchObject({
      title: `${nameOf(owner)} mentions you on ${item.key} Asked`,
      action: { href: `/${workspace.slug}/items/${item.key}#comment-${made.id}` },
    })
    expect((await listComments(engineer, { subject })).comments[0]).toMatchObject({ waitsOnMe: true })
    await addComment(engineer, { subject, text: "Next week" })
    expect(await mentionsOf(engineer)).toEqual([])
    expect(await mentionsOf(stakeholder)).toHaveLength(1)
    expect(await readMentions(stakeholder, { subject })).toEqual({ read: 1 })
    expect(await readMentions(stakeholder, { subject })).toEqual({ read: 0 })
    expect(await mentionsOf(stakeholder)).toEqual([])
  })

  it("reach nobody who may not see the item, and nobody out of reach reads them", async () => {
    const product = await addProduct(world, workspace, "MEN", "Mentions")
    const elsewhere = await addProduct(world, workspace, "OTH", "Other place")
    const narrow = await workspace.member("data_engineer", { scopeType: "product", scopeId: elsewhere.id })
    const { item, subject } = await about("Hidden", { productId: product.id })
    const { people } = await listMentionable(owner, { subject })
    expect(people.map(({ id }) => id)).toContain(engineer.userId)
    expect(people.map(({ id }) => id)).not.toContain(narrow.userId)
    const made = await addComment(owner, { subject, text: `@${nameOf(narrow)} look` })
    expect(made.mentioned).toEqual([])
    expect(await mentionsOf(narrow)).toEqual([])
    for (const call of [
      () => listComments(narrow, { subject }),
      () => addComment(narrow, { subject, text: "Me too" }),
      () => getCommentHistory(narrow, { id: made.id }),
      () => readMentions(narrow, { subject: { type: "item", id: item.id } }),
    ])
      await expect(call()).rejects.toMatchObject({ code: "FORBIDDEN" })
  })
})
