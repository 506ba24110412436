"use client"
import { ErrorState } from "@/components/ui/error-state"

type Props = { error: Error & { digest?: string }; retry: () => void }

export default function AuthError({ error, retry }: Props) {
  return (
    <ErrorState title="This did not work" requestId={error.digest} retry={retry}>
      The server could not answer, or there were too many attempts in a short time. Wait a minute and try
      again.
    </ErrorState>
  )
}
