"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { type Recipient, recipientsOf } from "./prepare-flow"

/** Who gets a product's data according to the record of processing; nobody for readers who may not see it. */
export function useRecipients(productId: string): Recipient[] {
  const trpc = useTRPC()
  const { may } = useWorkspace()
  const enabled = may("privacy.read", WORKSPACE_SCOPE).ok
  const filter = { productIds: [productId] }
  const { data } = useQuery(trpc.privacy.readRegister.queryOptions({ filter }, { enabled }))
  return recipientsOf((data?.activities ?? []).map(({ fields }) => fields))
}
