"use client"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { RelativeTime } from "@/components/ui/relative-time"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { ROLE_LABELS } from "@/server/kernel/domain/permissions"
import { type GrantView, grantState, placeWords } from "@/server/members/domain/grant"
import { mayRevokeGrant } from "@/server/members/domain/grant-rules"
import { validityWords } from "./prepare-validity"

type Props = {
  name: string
  grants: readonly GrantView[]
  /** The people with a lasting administrator grant. */
  lasting: readonly string[]
  now: string
  onRevoke: (grant: GrantView) => void
}

const shapes = { "in force": "good", upcoming: "later", expired: "unknown" } as const
const words = { "in force": "In force", upcoming: "Upcoming", expired: "Expired" } as const

/** A member's grants with where, how long, who granted them and why. */
export function GrantTable({ name, grants, lasting, now, onRevoke }: Props) {
  const manages = useWorkspace().may("members.manage").ok
  if (grants.length === 0) return <p className="muted">No role yet, so {name} sees and does nothing here.</p>
  return (
    <Table label={`Roles of ${name}`}>
      <thead>
        <tr>
          <Th>Role</Th>
          <Th>Holds</Th>
          <Th>Granted</Th>
          {manages ? (
            <Th>
              <span className="sr-only">Revoke</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {grants.map((grant) => {
          const state = grantState(grant, now)
          const verdict = mayRevokeGrant(grant, lasting, now)
          return (
            <tr key={grant.id}>
              <th scope="row">
                {ROLE_LABELS[grant.role]}
                <small>{placeWords(grant.scopeType, grant.scopeName)}</small>
              </th>
              <Td>
                <StateWord state={shapes[state]}>{words[state]}</StateWord>
                <small>{validityWords(grant, now) || "without end"}</small>
              </Td>
              <Td>
                {grant.grantedBy.name}, <RelativeTime iso={grant.grantedAt} now={now} />
                <small>{grant.reason}</small>
              </Td>
              {manages ? (
                <Td num className="max-w-48 whitespace-normal">
                  <Button
                    size="small"
                    aria-label={`Revoke ${ROLE_LABELS[grant.role]} from ${name}`}
                    onClick={() => onRevoke(grant)}
                    disabledReason={verdict.ok ? undefined : verdict.reason}
                  >
                    Revoke
                  </Button>
                </Td>
              ) : null}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
