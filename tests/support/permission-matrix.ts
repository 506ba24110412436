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
const TRAIL_READERS: Role[] = ["administrator", "privacy_officer", "auditor"]

const GROUPS: [readonly Role[], string[]][] = [
  [
    EVERYONE,
    [
      "backlog.exportItems",
      "backlog.getImport",
      "backlog.getItem",
      "backlog.listImports",
      "backlog.listBoard",
      "backlog.listColumn",
      "backlog.listItems",
      "backlog.searchItems",
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
      "scoring.rankItems",
      "thread.getThread",
      "thread.listThreads",
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
      "backlog.createItem",
      "backlog.moveItem",
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
    ["scoring.publishBuiltInFrameworks", "scoring.publishFramework"],
  ],
  [SCORERS, ["scoring.saveScores"]],
]

/** Operation → the roles that may call it, for operations inside a workspace. */
export const MATRIX = new Map(GROUPS.flatMap(([roles, names]) => names.map((name) => [name, roles] as const)))

/** Operations of a person's own account, outside any workspace: signed in, but no role. */
export const ACCOUNT = [
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
