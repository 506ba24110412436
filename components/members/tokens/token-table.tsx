"use client"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { RelativeTime } from "@/components/ui/relative-time"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { permissionWords, type TokenRow, tokenState } from "./prepare-tokens"

type Props = {
  tokens: readonly TokenRow[]
  now: string
  everybody: boolean
  onRevoke: (token: TokenRow) => void
}

export function TokenTable({ tokens, now, everybody, onRevoke }: Props) {
  const { me, may } = useWorkspace()
  return (
    <Table label="API tokens" className="min-w-160">
      <thead>
        <tr>
          <Th>Name</Th>
          {everybody ? <Th>Of</Th> : null}
          <Th>May</Th>
          <Th>State</Th>
          <Th>Last used</Th>
          <Th>
            <span className="sr-only">Revoke</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => {
          const { state, word, works } = tokenState(token, now)
          const verdict = may(token.owner.id === me.id ? "tokens.manage" : "members.manage")
          return (
            <tr key={token.id}>
              <th scope="row">
                {token.name}
                <small className="mono">{token.hint}…</small>
              </th>
              {everybody ? <Td>{token.owner.name}</Td> : null}
              <Td>{permissionWords(token.permissions)}</Td>
              <Td>
                <StateWord state={state}>{word}</StateWord>
                <small>
                  {token.revokedAt ? (
                    <RelativeTime iso={token.revokedAt} now={now} />
                  ) : (
                    <>
                      {works ? "until " : ""}
                      <RelativeTime iso={token.expiresAt} now={now} />
                    </>
                  )}
                </small>
              </Td>
              <Td>
                {token.lastUsedAt ? (
                  <RelativeTime iso={token.lastUsedAt} now={now} />
                ) : (
                  <span className="muted">Never</span>
                )}
              </Td>
              <Td num>
                {works ? (
                  <Button
                    size="small"
                    aria-label={`Revoke ${token.name}`}
                    onClick={() => onRevoke(token)}
                    disabledReason={verdict.ok ? undefined : verdict.reason}
                  >
                    Revoke
                  </Button>
                ) : null}
              </Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
