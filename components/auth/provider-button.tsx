"use client"
import { useFormStatus } from "react-dom"
import { Button } from "@/components/ui/button"

type Props = { name: string; back: string; action: (form: FormData) => Promise<void> }

function Send({ name }: { name: string }) {
  const { pending } = useFormStatus()
  return (
    <Button type="submit" className="w-full" pending={pending}>
      Continue with {name}
    </Button>
  )
}

/** Signs in at the organisation's identity provider. */
export function ProviderButton({ name, back, action }: Props) {
  return (
    <form action={action} className="mt-4 border-t border-line pt-4">
      <input type="hidden" name="back" value={back} />
      <Send name={name} />
    </form>
  )
}
