import { ADMINISTRATOR, BUILDERS, EVERYONE, type Group } from "./roles"

export const MEMBERS: Group[] = [
  [
    EVERYONE,
    [
      "members.explainAccess",
      "members.getWorkspace",
      "members.listInvitations",
      "members.listMembers",
      "members.listTokens",
    ],
  ],
  [
    ADMINISTRATOR,
    [
      "members.createPasswordReset",
      "members.grantRole",
      "members.inviteMember",
      "members.removeMember",
      "members.revokeGrant",
      "members.revokeInvitation",
      "members.updateWorkspace",
    ],
  ],
  [BUILDERS, ["members.createToken", "members.revokeToken"]],
]
