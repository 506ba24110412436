import type { OpenDatabase } from "@/db/client"
import { anonymous, type Ctx } from "@/server/kernel/context"
import { acceptInvitation } from "@/server/members/accept-invitation"
import { inviteMember } from "@/server/members/invite-member"
import { setUpWorkspace } from "@/server/members/set-up-workspace"
import { emailOf, PEOPLE, type PersonId } from "./people"
import { COMPANY } from "./products"
import type { StoryClock } from "./story-clock"

export type Cast = Record<PersonId, { ctx: Ctx; userId: string }>

type Person = (typeof PEOPLE)[number]
type Stage = { open: OpenDatabase; clock: StoryClock; password: string }

const request = { requestId: "demo", userAgent: "Demo scenario" }

const baseContext = ({ open, clock }: Stage): Ctx => ({
  caller: anonymous,
  request,
  clock: clock.next,
  database: async () => open,
})

function onStage(stage: Stage, person: Person, userId: string, workspaceId: string): Ctx {
  return {
    ...baseContext(stage),
    caller: {
      actor: { type: "user", id: userId, name: person.name },
      user: { id: userId, name: person.name, email: emailOf(person.name) },
      sessionId: null,
      workspace: { id: workspaceId, slug: COMPANY.slug, name: COMPANY.name },
      grants: [{ role: person.role, scopeType: "workspace", scopeId: null }],
      limitedTo: null,
    },
  }
}

/** Founds the workspace and brings everybody in, by invitation, as people would. */
export async function gatherCast(stage: Stage): Promise<Cast> {
  const nobody = baseContext(stage)
  const { password } = stage
  const [founder, ...others] = PEOPLE
  const founded = await setUpWorkspace(nobody, {
    name: founder.name,
    email: emailOf(founder.name),
    password,
    workspace: { name: COMPANY.name, slug: COMPANY.slug, itemPrefix: COMPANY.itemPrefix },
  })
  const cast: Partial<Cast> = {}
  const admin = onStage(stage, founder, founded.userId, founded.workspaceId)
  cast[founder.id] = { ctx: admin, userId: founded.userId }
  for (const person of others) {
    const invitation = await inviteMember(admin, {
      email: emailOf(person.name),
      role: person.role,
      scopeType: "workspace",
      scopeId: null,
      reason: person.job,
    })
    const joined = await acceptInvitation(nobody, {
      token: invitation.token,
      person: { name: person.name, password },
    })
    cast[person.id] = {
      ctx: onStage(stage, person, joined.userId, founded.workspaceId),
      userId: joined.userId,
    }
  }
  return cast as Cast
}
