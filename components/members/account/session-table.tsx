"use client"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { Table, Td, Th } from "@/components/ui/table"
import { notify } from "@/components/ui/toast"
import { latestTime } from "../prepare-time"

/** Where the person is signed in; ending a session takes effect at its next click. */
export function SessionTable({ now: drawnAt }: { now: string }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { data: sessions, dataUpdatedAt } = useSuspenseQuery(trpc.members.listSessions.queryOptions({}))
  const now = latestTime(drawnAt, dataUpdatedAt)
  const revoke = useMutation(
    trpc.members.revokeSession.mutationOptions({
      onSuccess: async ({ revoked }) => {
        await queries.invalidateQueries(trpc.members.listSessions.pathFilter())
        notify.success(revoked === 1 ? "Ended the session" : `Ended ${revoked} sessions`)
      },
      onError: (error) => notify.error(errorMessage(error)),
    }),
  )
  const others = sessions.filter((session) => !session.current)
  return (
    <section aria-labelledby="sessions" className="mt-8">
      <SectionHead
        id="sessions"
        title="Sessions"
        note={`${sessions.length} ${sessions.length === 1 ? "device is" : "devices are"} signed in`}
        right={
          others.length > 0 ? (
            <Button
              size="small"
              pending={revoke.isPending}
              onClick={() => revoke.mutate({ allOthers: true })}
            >
              End all others
            </Button>
          ) : null
        }
      />
      <Table label="Sessions">
        <thead>
          <tr>
            <Th>Device</Th>
            <Th>Last seen</Th>
            <Th>Signed in</Th>
            <Th>
              <span className="sr-only">End</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row">
                {session.device}
                <small>{session.ip ?? "unknown address"}</small>
              </th>
              <Td>{session.current ? "This one" : <RelativeTime iso={session.lastSeenAt} now={now} />}</Td>
              <Td>
                <RelativeTime iso={session.createdAt} now={now} />
                <small>{session.method === "oidc" ? "single sign-on" : "password"}</small>
              </Td>
              <Td num>
                {session.current ? null : (
                  <Button
                    size="small"
                    aria-label={`End the session ${session.device}`}
                    pending={revoke.isPending}
                    onClick={() => revoke.mutate({ sessionId: session.id })}
                  >
                    End
                  </Button>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
