import { foreignAccessCases } from "./foreign-access"
import { foreignApprovalCases } from "./foreign-approvals"
import { foreignDoneCases } from "./foreign-done"
import { foreignDpiaCases } from "./foreign-dpia"
import { foreignPrivacyCases } from "./foreign-privacy"
import { foreignStrategyCases } from "./foreign-strategy"
import { foreignWorkshopCases } from "./foreign-workshops"
import type { ForeignIds } from "./furnished-workspace"

/** What must happen: "not found", an INVALID naming the field, or a list that shows nothing of the other workspace. */
type Case = { input: unknown; answer: "NOT_FOUND" | "INVALID" | "RULE_BROKEN" | "nothing" }

const missing = (input: unknown): Case => ({ input, answer: "NOT_FOUND" })
const refused = (input: unknown): Case => ({ input, answer: "INVALID" })
const empty = (input: unknown): Case => ({ input, answer: "nothing" })

/** For every operation that takes ids: calls with ids of another workspace. */
export function foreignCases(ids: ForeignIds): Record<string, Case[]> {
  const { itemId, itemKey, productId, domainId, userId, frameworkId, importId, mapping, productSlug } = ids
  const item = { type: "item", id: itemId }
  const ofProduct = { type: "product", id: productId }
  const reason = "Test"
  const filter = { productIds: [productId], ownerIds: [userId] }
  const grant = { role: "stakeholder", reason, validUntil: null }
  const people = { ownerId: null, stewardId: null }
  const product = { name: "P", question: "Q?", description: "", lifecycle: "live", ...people }
  return {
    ...foreignAccessCases(ids),
    ...foreignApprovalCases(ids),
    "audit.getEvent": [missing({ id: ids.eventId })],
    "audit.listEvents": [empty({ target: { type: "item", id: itemId } }), empty({ actors: [userId] })],
    "backlog.archiveItem": [missing({ id: itemId })],
    "backlog.dismissDuplicate": [missing({ ids: [itemId, "ownItem"] })],
    "backlog.findSimilar": [empty({ title: "First" })],
    "backlog.listBlocked": [empty({ ids: [itemId] })],
    "backlog.listDependencies": [empty({ productId }), missing({ wholeId: itemId })],
    "backlog.listDuplicates": [empty({ productId })],
    "backlog.mergeItems": [
      missing({ keepId: "ownItem", duplicateId: itemId }),
      missing({ keepId: itemId, duplicateId: "ownItem" }),
    ],
    "backlog.relateItems": [missing({ fromId: "ownItem", toId: itemId, word: "blocks" })],
    "backlog.restoreItem": [missing({ id: itemId })],
    "backlog.unrelateItems": [missing({ fromId: itemId, toId: "ownItem", word: "blocks" })],
    "backlog.changeItems": [
      missing({ selection: { ids: [itemId] }, changes: { status: "doing" } }),
      missing({ selection: { ids: ["ownItem"] }, changes: { parentId: itemId } }),
    ],
    "backlog.createItem": [
      missing({ title: "X", productId }),
      missing({ title: "X", parentId: itemId }),
      refused({ title: "X", ownerId: userId }),
    ],
    "backlog.detectImport": [missing({ importId })],
    "backlog.exportItems": [empty({ filter })],
    "backlog.getImport": [missing({ importId })],
    "backlog.getItem": [missing({ id: itemId }), missing({ key: itemKey })],
    "backlog.importItems": [missing({ importId, mapping })],
    "backlog.listBoard": [empty({ filter })],
    "backlog.listColumn": [empty({ status: "idea", filter })],
    "backlog.listGroups": [empty({ filter, group: "owner" })],
    "backlog.listItems": [
      empty({ filter }),
      empty({ filter: { where: { match: "any", of: [{ field: "parent", op: "is", values: [itemKey] }] } } }),
      empty({ filter: { where: { match: "all", of: [{ field: "domain", op: "is", values: [domainId] }] } } }),
    ],
    "backlog.deleteView": [missing({ id: ids.viewId, version: 1 })],
    "backlog.setDefaultView": [missing({ id: ids.viewId })],
    "backlog.updateView": [missing({ id: ids.viewId, version: 1, changes: { name: "Taken" } })],
    "backlog.listRoadmap": [empty({ filter, laneBy: "owner" })],
    "backlog.moveItem": [missing({ id: itemId, status: "doing" })],
    "backlog.previewImport": [missing({ importId, mapping })],
    "backlog.reorderItems": [missing({ items: [{ id: itemId }], reason })],
    "backlog.searchItems": [empty({ text: itemKey })],
    "backlog.undoChange": [missing({ changeId: ids.bulkChangeId })],
    "backlog.undoImport": [missing({ importId, reason })],
    "backlog.undoReorder": [missing({ changeId: ids.changeId })],
    "backlog.updateItem": [missing({ id: itemId, version: 1, changes: { title: "X" } })],
    "discussion.addComment": [
      missing({ subject: item, text: "X" }),
      missing({ subject: ofProduct, text: "X" }),
    ],
    "discussion.addLink": [missing({ subject: item, url: "https://example.org" })],
    "discussion.editComment": [missing({ id: ids.commentId, version: 1, text: "X" })],
    "discussion.getCommentHistory": [missing({ id: ids.commentId })],
    "discussion.listComments": [missing({ subject: item })],
    "discussion.listMaterial": [missing({ subject: item })],
    "discussion.listMentionable": [missing({ subject: item })],
    "discussion.readAttachment": [missing({ id: ids.attachmentId })],
    "discussion.readMentions": [missing({ subject: item })],
    "discussion.removeAttachment": [missing({ id: ids.attachmentId })],
    "discussion.removeLink": [missing({ id: ids.linkId })],
    "discussion.withdrawComment": [missing({ id: ids.commentId })],
    ...foreignDoneCases(ids),
    "members.createPasswordReset": [missing({ userId })],
    "members.explainAccess": [missing({ userId })],
    "members.grantRole": [
      missing({ userId, scopeType: "workspace", scopeId: null, ...grant }),
      refused({ userId: "own", scopeType: "product", scopeId: productId, ...grant }),
    ],
    "members.inviteMember": [
      refused({
        email: "x@example.org",
        role: "stakeholder",
        scopeType: "domain",
        scopeId: domainId,
        reason,
      }),
    ],
    "members.removeMember": [missing({ userId, reason })],
    "members.revokeGrant": [missing({ grantId: ids.grantId, reason })],
    "members.revokeInvitation": [missing({ id: ids.invitationId })],
    "members.revokeToken": [missing({ id: ids.tokenId })],
    "products.createDomain": [
      refused({ key: "NEW", name: "N", description: "", ownerId: userId, stewardId: null }),
    ],
    "products.createProduct": [missing({ ...product, domainId })],
    "products.getProduct": [missing({ slug: productSlug })],
    "products.listProducts": [empty({ domainIds: [domainId] })],
    "products.updateDomain": [missing({ id: domainId, version: 1, changes: { name: "X" } })],
    "products.updateProduct": [missing({ id: productId, version: 1, changes: { name: "X" } })],
    "scoring.adoptOrder": [{ input: { frameworkKey: "ice", filter, reason }, answer: "RULE_BROKEN" }],
    "scoring.explainScore": [missing({ itemId, frameworkKey: "ice" })],
    "scoring.listScores": [empty({ frameworkKey: "ice", filter })],
    "scoring.summariseRanking": [empty({ frameworkKey: "ice", filter })],
    "scoring.measureAgreement": [empty({ frameworkKey: "ice", filter, scorerIds: [userId] })],
    "scoring.measureRobustness": [empty({ frameworkKey: "ice", filter })],
    "scoring.plotItems": [empty({ frameworkKey: "wsjf", filter })],
    "scoring.rankItems": [empty({ frameworkKey: "ice", filter })],
    "scoring.startBlindRound": [refused({ frameworkKey: "ice", scorerIds: [userId, "own"], reason })],
    "scoring.saveScores": [missing({ frameworkId, scores: [{ itemId, inputs: { impact: 5 } }] })],
    ...foreignPrivacyCases(ids),
    ...foreignDpiaCases(ids),
    ...foreignStrategyCases(ids),
    ...foreignWorkshopCases(ids),
    "thread.getThread": [missing({ slug: productSlug })],
    "thread.listThreads": [empty({ domainIds: [domainId] })],
  }
}

/** Operations inside a workspace that take no id of a thing in it. */
export const WITHOUT_IDS = [
  "access.endLeaversAccess",
  "access.listReviews",
  "access.settleReviews",
  "approvals.countWaiting",
  "approvals.listApprovals",
  "approvals.listDelegations",
  "audit.createCheckpoint",
  "audit.exportTrail",
  "audit.listCheckpoints",
  "audit.listFacets",
  "audit.readTrail",
  "audit.recordRead",
  "audit.verifyTrail",
  "backlog.getBoardPolicy",
  "backlog.getWipLimits",
  "backlog.listFields",
  "backlog.listImports",
  "backlog.listViews",
  "backlog.saveView",
  "backlog.setBoardPolicy",
  "backlog.setWipLimits",
  "backlog.uploadImport",
  "catalog.getScheme",
  "catalog.listClassification",
  "catalog.saveScheme",
  "discussion.storeAttachment",
  "dod.discardDraft",
  "dod.getTemplate",
  "dod.listTemplates",
  "dod.observeChecks",
  "dod.publishTemplate",
  "dod.saveDraft",
  "dpia.getAssessment",
  "dpia.importAssessment",
  "dpia.listScreenings",
  "dpia.previewImport",
  "home.listChanges",
  "home.listWaiting",
  "members.createToken",
  "members.getWorkspace",
  "members.listInvitations",
  "members.listMembers",
  "members.listTokens",
  "members.updateWorkspace",
  "privacy.addStarterObligations",
  "privacy.createControl",
  "privacy.listObligations",
  "privacy.createRetentionRule",
  "privacy.createWarehouseRole",
  "privacy.getActivity",
  "privacy.getMasking",
  "privacy.listCheckpoints",
  "privacy.listRetention",
  "products.listDomains",
  "retention.dropStaleImports",
  "scoring.cancelBlindRound",
  "scoring.carryScores",
  "scoring.discardScores",
  "scoring.listFrameworks",
  "scoring.publishBuiltInFrameworks",
  "scoring.publishFramework",
  "scoring.rebuildStandings",
  "scoring.restoreScores",
  "scoring.revealScores",
  "strategy.getObjective",
  "strategy.listGoals",
  "strategy.listInitiatives",
  "workshops.listWorkshops",
]
