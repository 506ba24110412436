"use server"
import { z } from "zod"
import { askProvider } from "@/server/members/ask-provider"
import { startProviderConfirmation } from "@/server/members/auth"
import { backPath } from "@/server/members/domain/back-path"
import { pageContext } from "@/server/rsc"

const fields = z.object({ requestId: z.uuid(), workspace: z.string().regex(/^[a-z0-9-]+$/) })

/** Sends the signer to the provider, who has to ask them anew, and back to the decision. */
export async function confirmWithProvider(form: FormData): Promise<void> {
  const { requestId, workspace } = fields.parse(Object.fromEntries(form))
  await askProvider(await pageContext(), { purpose: requestId })
  await startProviderConfirmation(backPath(`/${workspace}/approvals/${requestId}`))
}
