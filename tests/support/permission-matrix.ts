import type { Role } from "@/server/kernel/domain/permissions"

/** Who may call what, written down independently of the code: a change of either must change both. */

const EVERYONE: Role[] = [
  "administrator",
  "product_owner",
  "delivery_lead",
  "data_engineer",
  "data_steward",
  "privacy_officer",
  "finance_reviewer",
  "stakeholder",
  "auditor",
]
const ADMINISTRATOR: Role[] = ["administrator"]
const BUILDERS: Role[] = ["administrator", "product_owner", "delivery_lead", "data_engineer", "data_steward"]
const RANKERS: Role[] = ["administrator", "product_owner", "delivery_lead"]
const SCORERS = EVERYONE.filter((role) => role !== "auditor")
const COMMENTERS = EVERYONE.filter((role) => role !== "auditor")
const TRAIL_READERS: Role[] = ["administrator", "privacy_officer", "auditor"]

const GROUPS: [readonly Role[], string[]][] = [
  [
    EVERYONE,
    [
      "backlog.exportItems",
      "backlog.findSimilar",
      "backlog.listFields",
      "backlog.listGroups",
      "backlog.listViews",
      "backlog.listBlocked",
      "backlog.listDependencies",
      "backlog.listDuplicates",
      "backlog.getImport",
      "backlog.getItem",
      "backlog.getWipLimits",
      "backlog.listImports",
      "backlog.listBoard",
      "backlog.listColumn",
      "backlog.listItems",
      "backlog.listRoadmap",
      "backlog.searchItems",
      "discussion.getCommentHistory",
      "discussion.listComments",
      "discussion.listMaterial",
      "discussion.listMentionable",
      "discussion.readAttachment",
      "home.listChanges",
      "home.listWaiting",
      "members.explainAccess",
      "members.getWorkspace",
      "members.listInvitations",
      "members.listMembers",
      "members.listTokens",
      "products.getProduct",
      "products.listDomains",
      "products.listProducts",
      "scoring.explainScore",
      "scoring.listFrameworks",
      "scoring.listScores",
      "scoring.measureAgreement",
      "scoring.measureRobustness",
      "scoring.plotItems",
      "scoring.rankItems",
      "scoring.summariseRanking",
      "strategy.getCoverage",
      "strategy.getInitiative",
      "strategy.getObjective",
      "strategy.listCell",
      "strategy.listGoals",
      "strategy.listInitiatives",
      "strategy.listObjectives",
      "strategy.listSubjectLinks",
      "strategy.listUncoveredItems",
      "thread.getThread",
      "thread.listThreads",
      "workshops.getWorkshop",
      "workshops.listPeople",
      "workshops.listWorkshops",
      "workshops.watchWorkshop",
    ],
  ],
  [
    ADMINISTRATOR,
    [
      "audit.createCheckpoint",
      "members.createPasswordReset",
      "members.grantRole",
      "members.inviteMember",
      "members.removeMember",
      "members.revokeGrant",
      "members.revokeInvitation",
      "members.updateWorkspace",
    ],
  ],
  [
    ["administrator", "auditor"],
    ["audit.exportTrail", "audit.readTrail"],
  ],
  [
    TRAIL_READERS,
    [
      "audit.getEvent",
      "audit.listCheckpoints",
      "audit.listEvents",
      "audit.listFacets",
      "audit.recordRead",
      "audit.verifyTrail",
    ],
  ],
  [
    BUILDERS,
    [
      "backlog.archiveItem",
      "backlog.changeItems",
      "backlog.createItem",
      "backlog.dismissDuplicate",
      "backlog.mergeItems",
      "backlog.relateItems",
      "backlog.restoreItem",
      "backlog.unrelateItems",
      "backlog.moveItem",
      "backlog.undoChange",
      "backlog.updateItem",
      "members.createToken",
      "members.revokeToken",
    ],
  ],
  [
    RANKERS,
    [
      "backlog.detectImport",
      "backlog.importItems",
      "backlog.previewImport",
      "backlog.reorderItems",
      "backlog.undoImport",
      "backlog.undoReorder",
      "backlog.uploadImport",
      "retention.dropStaleImports",
      "scoring.adoptOrder",
      "workshops.adoptWorkshopOrder",
      "workshops.advanceWorkshop",
      "workshops.closeWorkshop",
      "workshops.endWorkshop",
      "workshops.focusItem",
      "workshops.openWorkshop",
      "workshops.previewSelection",
      "workshops.setTimer",
      "workshops.takeOverWorkshop",
    ],
  ],
  [
    ["administrator", "data_steward"],
    ["products.createDomain", "products.updateDomain"],
  ],
  [
    ["administrator", "product_owner", "data_steward"],
    ["products.createProduct", "products.updateProduct"],
  ],
  [
    ["administrator", "product_owner"],
    [
      "scoring.publishBuiltInFrameworks",
      "scoring.publishFramework",
      "scoring.rebuildStandings",
      "scoring.revealScores",
      "scoring.startBlindRound",
    ],
  ],
  [["administrator", "delivery_lead"], ["backlog.setWipLimits"]],
  [
    COMMENTERS,
    [
      "discussion.addComment",
      "discussion.addLink",
      "discussion.editComment",
      "discussion.readMentions",
      "discussion.removeAttachment",
      "discussion.removeLink",
      "discussion.storeAttachment",
      "discussion.withdrawComment",
    ],
  ],
  [SCORERS, ["scoring.carryScores", "scoring.saveScores"]],
  [
    SCORERS,
    ["workshops.finishScoring", "workshops.joinWorkshop", "workshops.recordDissent", "workshops.saveEntries"],
  ],
  [
    ["administrator", "product_owner"],
    [
      "strategy.addKeyResult",
      "strategy.changeObjectiveState",
      "strategy.createInitiative",
      "strategy.createObjective",
      "strategy.dropInitiative",
      "strategy.dropKeyResult",
      "strategy.linkSubject",
      "strategy.requestFunding",
      "strategy.unlinkSubject",
      "strategy.updateInitiative",
      "strategy.updateKeyResult",
      "strategy.updateObjective",
    ],
  ],
  [
    [...BUILDERS, "finance_reviewer"],
    ["strategy.correctMeasurement", "strategy.recordMeasurement"],
  ],
  [
    ["administrator", "finance_reviewer"],
    ["strategy.correctSpending", "strategy.decideFunding", "strategy.recordSpending"],
  ],
  [
    EVERYONE.filter((role) => role !== "auditor"),
    ["backlog.deleteView", "backlog.saveView", "backlog.setDefaultView", "backlog.updateView"],
  ],
]

/** Operation → the roles that may call it, for operations inside a workspace. */
export const MATRIX = new Map(GROUPS.flatMap(([roles, names]) => names.map((name) => [name, roles] as const)))

/** Operations of a person's own account, outside any workspace: signed in, but no role. */
export const ACCOUNT = [
  "audit.makePartitions",
  "members.changePassword",
  "members.createWorkspace",
  "members.getAccount",
  "members.listMyWorkspaces",
  "members.listSessions",
  "members.recordVisit",
  "members.revokeSession",
  "members.signOut",
  "members.updateAccount",
  "retention.purgeSignIns",
]

/** Operations that anybody may call: each checks a secret of its own. */
export const PUBLIC = [
  "members.acceptInvitation",
  "members.getInvitation",
  "members.getPasswordReset",
  "members.needsSetUp",
  "members.resetPassword",
  "members.setUpWorkspace",
  "members.signIn",
  "members.signInWithProvider",
]
