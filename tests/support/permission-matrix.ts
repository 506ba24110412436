import { ACCESS } from "./permissions/access"
import { APPROVALS } from "./permissions/approvals"
import { AUDIT } from "./permissions/audit"
import { BACKLOG } from "./permissions/backlog"
import { CATALOG } from "./permissions/catalog"
import { DISCUSSION } from "./permissions/discussion"
import { DOD } from "./permissions/dod"
import { DPIA } from "./permissions/dpia"
import { HOME } from "./permissions/home"
import { MEMBERS } from "./permissions/members"
import { PRIVACY } from "./permissions/privacy"
import { PRODUCTS } from "./permissions/products"
import { RETENTION } from "./permissions/retention"
import { SCORING } from "./permissions/scoring"
import { STRATEGY } from "./permissions/strategy"
import { THREAD } from "./permissions/thread"
import { WORKSHOPS } from "./permissions/workshops"

/** Who may call what, written down independently of the code: a change of either must change both. */

const GROUPS = [
  ...ACCESS,
  ...APPROVALS,
  ...AUDIT,
  ...BACKLOG,
  ...CATALOG,
  ...DISCUSSION,
  ...DOD,
  ...DPIA,
  ...HOME,
  ...MEMBERS,
  ...PRIVACY,
  ...PRODUCTS,
  ...RETENTION,
  ...SCORING,
  ...STRATEGY,
  ...THREAD,
  ...WORKSHOPS,
]

/** Operation → the roles that may call it, for operations inside a workspace. */
export const MATRIX = new Map(GROUPS.flatMap(([roles, names]) => names.map((name) => [name, roles] as const)))

/** Operations of a person's own account, outside any workspace: signed in, but no role. */
export const ACCOUNT = [
  "audit.makePartitions",
  "members.askProvider",
  "members.changePassword",
  "members.confirmPassword",
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
