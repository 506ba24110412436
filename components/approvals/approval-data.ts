import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Approvals = inferRouterOutputs<AppRouter>["approvals"]

export type Approval = Approvals["getApproval"]
export type Signature = Approval["signatures"][number]
export type WayToDecide = Approval["mine"]["waysToDecide"][number]
export type ListedDelegation = Approvals["listDelegations"]["delegations"][number]

/** How this person can prove again who they are. */
export type ConfirmBy = {
  password: boolean
  provider: { name: string; action: (form: FormData) => Promise<void> } | null
}
