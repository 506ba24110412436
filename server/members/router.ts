import { read, router, write } from "@/server/kernel/trpc"
import { changePassword } from "./change-password"
import { confirmPassword } from "./confirm-password"
import { createPasswordReset } from "./create-password-reset"
import { createToken } from "./create-token"
import { createWorkspace } from "./create-workspace"
import { explainAccess } from "./explain-access"
import { getAccount } from "./get-account"
import { getWorkspace } from "./get-workspace"
import { grantRole } from "./grant-role"
import { inviteMember } from "./invite-member"
import { listInvitations } from "./list-invitations"
import { listMembers } from "./list-members"
import { listMyWorkspaces } from "./list-my-workspaces"
import { listSessions } from "./list-sessions"
import { listTokens } from "./list-tokens"
import { recordVisit } from "./record-visit"
import { removeMember } from "./remove-member"
import { revokeGrant } from "./revoke-grant"
import { revokeInvitation } from "./revoke-invitation"
import { revokeSession } from "./revoke-session"
import { revokeToken } from "./revoke-token"
import { updateAccount } from "./update-account"
import { updateWorkspace } from "./update-workspace"

/** What needs no sign-in (signing in, set-up, one-time links) goes through the pages' server actions alone. */
export const membersRouter = router({
  changePassword: write(changePassword),
  confirmPassword: write(confirmPassword),
  createPasswordReset: write(createPasswordReset),
  createToken: write(createToken),
  createWorkspace: write(createWorkspace),
  explainAccess: read(explainAccess),
  getAccount: read(getAccount),
  getWorkspace: read(getWorkspace),
  grantRole: write(grantRole),
  inviteMember: write(inviteMember),
  listInvitations: read(listInvitations),
  listMembers: read(listMembers),
  listMyWorkspaces: read(listMyWorkspaces),
  listSessions: read(listSessions),
  listTokens: read(listTokens),
  recordVisit: write(recordVisit),
  removeMember: write(removeMember),
  revokeGrant: write(revokeGrant),
  revokeInvitation: write(revokeInvitation),
  revokeSession: write(revokeSession),
  revokeToken: write(revokeToken),
  updateAccount: write(updateAccount),
  updateWorkspace: write(updateWorkspace),
})
