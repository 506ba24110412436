"use client"
import { Button } from "@/components/ui/button"
import { CopyField } from "@/components/ui/copy-field"
import { Dialog } from "@/components/ui/dialog"
import { shortDate } from "@/components/ui/prepare-relative-time"
import type { MadeToken } from "./token-dialog"

/** The secret of a new token, shown once. */
export function SecretDialog({ token, onClose }: { token: MadeToken; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="API token is ready"
      description={`${token.name}, until ${shortDate(token.expiresAt)}.`}
      actions={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <CopyField
        label="Token"
        value={token.secret}
        hint="Copy it now, it is not shown again. Whoever has it acts in your name."
      />
      <p className="hint">
        Send it as <code>Authorization: Bearer {token.secret.slice(0, 8)}…</code> to <code>/api/trpc</code>.
      </p>
    </Dialog>
  )
}
