"use client"
import { useWorkspace } from "@/components/api/workspace"
import { Button, buttonClass } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { useSignCheckpoint } from "./use-sign-checkpoint"
import type { Verify } from "./use-verify"

/** Verify is the page's one primary action; signing and exporting stand beside it. */
export function AuditActions({ verify }: { verify: Verify }) {
  const { workspace, may } = useWorkspace()
  const sign = useSignCheckpoint()
  const maySign = may("audit.checkpoint")
  const mayExport = may("audit.export")
  return (
    <>
      <Menu
        trigger={<Button>More</Button>}
        groups={[
          {
            entries: [
              {
                label: "Sign a checkpoint now",
                onSelect: sign.start,
                disabledReason: maySign.ok ? undefined : maySign.reason,
              },
            ],
          },
        ]}
      />
      {mayExport.ok ? (
        // Not a Link: the answer is a file, and asking for it is recorded.
        <a className={buttonClass()} href={`/api/v1/audit/export?workspace=${workspace.slug}`} download>
          Export trail
        </a>
      ) : (
        <Button disabledReason={mayExport.reason}>Export trail</Button>
      )}
      <Button variant="primary" pending={verify.pending} onClick={verify.start}>
        Verify trail
      </Button>
    </>
  )
}
