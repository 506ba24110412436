"use client"
import { Button } from "@/components/ui/button"
import { CopyField } from "@/components/ui/copy-field"
import { Dialog } from "@/components/ui/dialog"
import { exactTime } from "@/components/ui/prepare-relative-time"

export type OneTimeLink = { title: string; about: string; path: string; expiresAt: string }

/** A link that is shown once; nothing but its hash is kept. */
export function LinkDialog({ link, onClose }: { link: OneTimeLink; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={link.title}
      description={link.about}
      actions={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <CopyField
        label="Link"
        value={`${window.location.origin}${link.path}`}
        hint={`Copy it now, it is not shown again. It works once, until ${exactTime(link.expiresAt)}.`}
      />
    </Dialog>
  )
}
