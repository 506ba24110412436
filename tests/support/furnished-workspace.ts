import { eq } from "drizzle-orm"
import { auditEvents } from "@/db/schema/audit"
import { grants } from "@/db/schema/members"
import { changeItems } from "@/server/backlog/change-items"
import { createItem } from "@/server/backlog/create-item"
import { EMPTY_VIEW } from "@/server/backlog/domain/item-view"
import { reorderItems } from "@/server/backlog/reorder-items"
import { saveView } from "@/server/backlog/save-view"
import { uploadImport } from "@/server/backlog/upload-import"
import { addComment } from "@/server/discussion/add-comment"
import { addLink } from "@/server/discussion/add-link"
import { storeAttachment } from "@/server/discussion/store-attachment"
import { inTransaction, own } from "@/server/kernel/database"
import { createToken } from "@/server/members/create-token"
import { inviteMember } from "@/server/members/invite-member"
import { createDomain } from "@/server/products/create-domain"
import { createProduct } from "@/server/products/create-product"
import { publishBuiltInFrameworks } from "@/server/scoring/publish-built-in-frameworks"
import { saveScores } from "@/server/scoring/save-scores"
import { openWorkshop } from "@/server/workshops/open-workshop"
import { furnishAccess } from "./furnish-access"
import { furnishApprovals } from "./furnish-approvals"
import { furnishDone } from "./furnish-done"
import { furnishDpia } from "./furnish-dpia"
import { furnishPrivacy } from "./furnish-privacy"
import { furnishStrategy } from "./furnish-strategy"
import type { World } from "./world"

async function* bytes(text: string) {
  yield new TextEncoder().encode(text)
}

/** A workspace with one of everything, and the ids of it all. `word` makes its keys and names differ from another's. */
export async function furnishWorkspace(world: World, word: string) {
  const workspace = await world.workspace()
  const admin = await workspace.member("administrator")
  const other = await workspace.member("data_engineer")
  const people = { ownerId: null, stewardId: null }
  const domain = await createDomain(admin, {
    key: word.toUpperCase(),
    name: "Domain",
    description: "",
    ...people,
  })
  const fields = {
    name: `Product ${word}`,
    question: "Which?",
    description: "",
    lifecycle: "live" as const,
    ...people,
  }
  const product = await createProduct(admin, { ...fields, domainId: domain.id })
  const item = await createItem(admin, { title: "First", productId: product.id })
  const second = await createItem(admin, { title: "Second" })
  const { changeId } = await reorderItems(admin, {
    items: [{ id: second.id }, { id: item.id }],
    reason: "Test",
  })
  const bulk = await changeItems(admin, {
    selection: { ids: [second.id] },
    changes: { estimate: 3 },
  })
  const view = await saveView(admin, { name: "Shared", shared: true, view: EMPTY_VIEW })
  const { published } = await publishBuiltInFrameworks(admin, {})
  const frameworkId = published.find((framework) => framework.key === "ice")!.id
  await saveScores(admin, { frameworkId, scores: [{ itemId: item.id, inputs: { impact: 5 } }] })
  const workshop = await openWorkshop(admin, {
    title: "Order",
    frameworkKey: "ice",
    itemIds: [item.id, second.id],
  })
  await furnishDone(admin, item.id)
  const access = await furnishAccess(admin, other.userId, product.id)
  const content = bytes("issuekey,title\nX-1,One\n")
  const { importId, detection } = await uploadImport(admin, { fileName: "x.csv", content })
  const token = await createToken(admin, { name: "Machine", permissions: ["backlog.read"], expiresInDays: 1 })
  const subject = { type: "item" as const, id: item.id }
  const comment = await addComment(admin, { subject, text: "Said" })
  const link = await addLink(admin, { subject, url: "https://example.org" })
  const attachment = await storeAttachment(admin, { subject, fileName: "a.txt", content: bytes("Text") })
  const email = `${crypto.randomUUID()}@example.org`
  const guest = { email, role: "stakeholder" as const, scopeType: "workspace" as const, scopeId: null }
  const invitation = await inviteMember(admin, { ...guest, reason: "Test" })
  const steward = await workspace.member("data_steward")
  const privacy = await furnishPrivacy(admin, steward, product.id, word)
  const strategy = await furnishStrategy(admin, product.id)
  const dpia = await furnishDpia(admin, product.id)
  const approvals = await furnishApprovals(workspace, admin)
  const facts = await inTransaction(world.open, workspace.id, "read", async (db) => {
    const ctx = { workspaceId: workspace.id }
    const [grant] = await db
      .select()
      .from(grants)
      .where(own(ctx, grants, eq(grants.userId, other.userId)))
    const [event] = await db.select().from(auditEvents).where(own(ctx, auditEvents)).limit(1)
    return { grantId: grant!.id, eventId: event!.id }
  })
  return {
    admin,
    workspace,
    ids: {
      userId: other.userId,
      domainId: domain.id,
      productId: product.id,
      productSlug: product.slug,
      itemId: item.id,
      itemKey: item.key,
      secondId: second.id,
      changeId: changeId!,
      viewId: view.id,
      bulkChangeId: bulk.changeId!,
      frameworkId,
      workshopId: workshop.id,
      importId,
      mapping: detection.mapping,
      commentId: comment.id,
      linkId: link.id,
      attachmentId: attachment.id,
      tokenId: token.id,
      invitationId: invitation.id,
      ...facts,
      ...strategy,
      ...dpia,
      ...access,
      ...approvals,
      ...privacy,
    },
  }
}

export type ForeignIds = Awaited<ReturnType<typeof furnishWorkspace>>["ids"]
