import { EmptyState } from "@/components/ui/empty-state"

/** For a member whose roles have all ended or were taken back. */
export function NoRole({ workspace }: { workspace: string }) {
  return (
    <EmptyState title={`You have no role in ${workspace} at the moment`}>
      You are a member, but no role of yours is in force, so there is nothing to show. Ask an administrator
      for a role.
    </EmptyState>
  )
}
