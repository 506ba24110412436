"use client"
import { useFormStatus } from "react-dom"
import { Button } from "@/components/ui/button"

function Send() {
  const { pending } = useFormStatus()
  return (
    <Button type="submit" variant="primary" pending={pending}>
      Sign out
    </Button>
  )
}

/** `back` is where to sign in again for, such as an invitation meant for another account. */
export function SignOutForm({ action, back }: { action: (form: FormData) => Promise<void>; back?: string }) {
  return (
    <form action={action} className="mt-5">
      <input type="hidden" name="back" value={back ?? ""} />
      <Send />
    </form>
  )
}
