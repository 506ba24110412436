import { EmptyState } from "@/components/ui/empty-state"

export default function NotFound() {
  return (
    <EmptyState title="Not found">
      There is nothing at this address, or it lies in a workspace that you are not a member of.
    </EmptyState>
  )
}
