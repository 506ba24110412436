"use client"
import type { inferRouterOutputs } from "@trpc/server"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { CopyField } from "@/components/ui/copy-field"
import { EmptyState } from "@/components/ui/empty-state"
import { RelativeTime } from "@/components/ui/relative-time"
import { Table, Td, Th } from "@/components/ui/table"
import type { AppRouter } from "@/server/root"
import { saveFile } from "./save-file"
import { useSignCheckpoint } from "./use-sign-checkpoint"

type Props = inferRouterOutputs<AppRouter>["audit"]["listCheckpoints"]

/** Signed checkpoints to keep elsewhere, and the keys to check them with. */
export function CheckpointsPanel({ checkpoints, keys }: Props) {
  const { workspace, now } = useWorkspace()
  if (checkpoints.length === 0) return <NoCheckpoints />
  const save = ({ size, note }: Props["checkpoints"][number]) =>
    saveFile(`checkpoint-${workspace.slug}-${size}.txt`, note)
  return (
    <>
      <p className="muted mb-4 max-w-3xl text-sm">
        A checkpoint is a signature over all records up to its number (C2SP tlog-checkpoint, Ed25519). Keep
        copies where nobody who runs this server can change them: only such a copy reveals that records were
        removed or the whole trail rewritten.
      </p>
      <Table label="Checkpoints">
        <thead>
          <tr>
            <Th>Signed</Th>
            <Th num>Records</Th>
            <Th>Root</Th>
            <Th>
              <span className="sr-only">Download</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {checkpoints.slice(0, 200).map((checkpoint) => (
            <tr key={checkpoint.size}>
              <Td className="whitespace-nowrap">
                <RelativeTime iso={checkpoint.createdAt} now={now} />
              </Td>
              <Td num>{checkpoint.size.toLocaleString("en-GB")}</Td>
              <Td className="mono [overflow-wrap:anywhere]">{checkpoint.root}</Td>
              <Td num>
                <Button size="small" onClick={() => save(checkpoint)}>
                  Download<span className="sr-only"> the checkpoint over {checkpoint.size} records</span>
                </Button>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {checkpoints.length > 200 ? (
        <p className="hint mt-2">The latest 200; an export holds all of them.</p>
      ) : null}
      <section className="mt-8 max-w-3xl">
        <h2>Public keys</h2>
        <p className="muted mt-1 mb-3 text-sm">
          Give these to your auditors by another way than the export. They check with{" "}
          <code>npm run plumbline -- audit verify FILE --key KEY --checkpoint FILE</code>.
        </p>
        {keys.map((key, index) => (
          <CopyField key={key} label={keys.length > 1 ? `Key ${index + 1}` : "Key"} value={key} />
        ))}
      </section>
    </>
  )
}

function NoCheckpoints() {
  const { may } = useWorkspace()
  const sign = useSignCheckpoint()
  const maySign = may("audit.checkpoint")
  return (
    <EmptyState
      title="No checkpoint has been signed yet"
      action={
        <Button
          pending={sign.pending}
          disabledReason={maySign.ok ? undefined : maySign.reason}
          onClick={sign.start}
        >
          Sign a checkpoint now
        </Button>
      }
    >
      A checkpoint is a signature over all records so far. One is made every hour in which something was
      recorded. A copy kept outside this server shows later whether records were removed or rewritten.
    </EmptyState>
  )
}
