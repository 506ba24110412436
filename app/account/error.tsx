"use client"
import { ErrorState } from "@/components/ui/error-state"

type Props = { error: Error & { digest?: string }; retry: () => void }

export default function AccountError({ error, retry }: Props) {
  return (
    <ErrorState title="Your account could not be shown" requestId={error.digest} retry={retry}>
      Nothing that you saved is lost. Try again; if it stays, tell whoever runs this server the number below.
    </ErrorState>
  )
}
