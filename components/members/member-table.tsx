"use client"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Menu, type MenuEntry } from "@/components/ui/menu"
import { Person } from "@/components/ui/person"
import { RelativeTime } from "@/components/ui/relative-time"
import { ActionsTh, Table, Td, Th } from "@/components/ui/table"
import { ROLE_LABELS } from "@/server/kernel/domain/permissions"
import type { Verdict } from "@/server/kernel/domain/verdict"
import { type GrantView, grantState, placeWords } from "@/server/members/domain/grant"
import { mayGrant, mayRemoveMember, mayResetPassword } from "@/server/members/domain/grant-rules"
import type { MemberRow } from "./prepare-members"
import { validityWords } from "./prepare-validity"

export type MemberAct = "open" | "grant" | "reset" | "remove"

type Props = {
  members: readonly MemberRow[]
  lasting: readonly string[]
  now: string
  onAct: (act: MemberAct, member: MemberRow) => void
}

export function MemberTable({ members, lasting, now, onAct }: Props) {
  return (
    <Table label="Members">
      <thead>
        <tr>
          <Th>Member</Th>
          <Th>Roles</Th>
          <Th>Last here</Th>
          <ActionsTh />
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <th scope="row">
              <span className="flex gap-2">
                <span aria-hidden="true" className="hidden sm:inline">
                  <Person name={member.name} />
                </span>
                <span className="min-w-0">
                  <button
                    type="button"
                    className="text-left font-medium text-accent hover:underline"
                    onClick={() => onAct("open", member)}
                  >
                    {member.name}
                  </button>
                  <small className="[overflow-wrap:anywhere]">{member.email}</small>
                </span>
              </span>
            </th>
            <Td>
              <Roles grants={member.grants} now={now} />
            </Td>
            <Td className="whitespace-nowrap">
              {member.lastVisitAt ? (
                <RelativeTime iso={member.lastVisitAt} now={now} />
              ) : (
                <span className="muted">Never</span>
              )}
            </Td>
            <Td num>
              <Actions member={member} lasting={lasting} onAct={onAct} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Roles({ grants, now }: { grants: readonly GrantView[]; now: string }) {
  if (grants.length === 0) return <span className="muted">No role</span>
  return (
    <ul className="grid gap-0.5">
      {grants.map((grant) => {
        const where = grant.scopeType === "workspace" ? "" : placeWords(grant.scopeType, grant.scopeName)
        const notes = [where, validityWords(grant, now)].filter(Boolean).join(", ")
        return (
          <li key={grant.id} className={grantState(grant, now) === "in force" ? undefined : "muted"}>
            {ROLE_LABELS[grant.role]}
            {notes ? <span className="hint"> {notes}</span> : null}
          </li>
        )
      })}
    </ul>
  )
}

type ActionsProps = { member: MemberRow; lasting: readonly string[]; onAct: Props["onAct"] }

function Actions({ member, lasting, onAct }: ActionsProps) {
  const { me, may } = useWorkspace()
  const manages = may("members.manage")
  const entry = (act: MemberAct, label: string, verdict: Verdict, danger = false): MenuEntry => {
    const allowed = manages.ok ? verdict : manages
    return {
      label,
      danger,
      onSelect: () => onAct(act, member),
      disabledReason: allowed.ok ? undefined : allowed.reason,
    }
  }
  const entries: MenuEntry[] = [
    { label: "Roles", onSelect: () => onAct("open", member) },
    entry("grant", "Grant role", mayGrant(me.id, member.id)),
    entry("reset", "Make password link", mayResetPassword(me.id, member.id, false)),
  ]
  const removal = entry("remove", "Remove member", mayRemoveMember(member.id, lasting), true)
  return (
    <Menu
      trigger={
        <Button size="small" aria-label={`More for ${member.name}`}>
          More
        </Button>
      }
      groups={[{ entries }, { entries: [removal] }]}
    />
  )
}
