"use client"
import { useFormStatus } from "react-dom"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import type { Approval, ConfirmBy } from "../approval-data"

/** For people who sign in at the organisation's provider: prove it there, come back, and sign. */
export function ProviderConfirmation({ approval, confirmBy }: { approval: Approval; confirmBy: ConfirmBy }) {
  const { workspace } = useWorkspace()
  const { password, provider } = confirmBy
  if (!provider) {
    if (password) return null
    return (
      <p className="muted">
        Your account has no password to confirm with. An administrator can send you a link to set one.
      </p>
    )
  }
  const { confirmed } = approval.mine
  const failed =
    !confirmed.ok && !confirmed.reason.startsWith("Confirm who you are") ? confirmed.reason : undefined
  return (
    <form action={provider.action} className="mt-3">
      <input type="hidden" name="requestId" value={approval.id} />
      <input type="hidden" name="workspace" value={workspace.slug} />
      {failed ? <p className="error mb-2">{failed}.</p> : null}
      <Send words={`Sign in again with ${provider.name}`} primary={!password} />
      <p className="hint mt-1">You come back here to sign. What you have written is kept.</p>
    </form>
  )
}

function Send({ words, primary }: { words: string; primary: boolean }) {
  const { pending } = useFormStatus()
  return (
    <Button type="submit" variant={primary ? "primary" : "default"} pending={pending}>
      {words}
    </Button>
  )
}
