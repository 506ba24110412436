import { z } from "zod"
import { createDelegation } from "@/server/approvals/create-delegation"
import { submitForApproval } from "@/server/approvals/submit-for-approval"
import type { Ctx } from "@/server/kernel/context"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { NOW, type TestWorkspace } from "./world"

/** Asks for approval of something that only the test knows, as a command of a feature would. */
const ask = command("testing.ask", {
  permission: "approvals.read",
  at: () => WORKSPACE_SCOPE,
  input: z.object({ subjectId: z.uuid() }),
  run: (ctx, { subjectId }) =>
    submitForApproval(ctx, {
      kind: "access_request",
      subjectId,
      version: 1,
      name: "Access to orders",
      path: "/access",
      scope: WORKSPACE_SCOPE,
      content: { purpose: "Test" },
      statement: "I authorise this access.",
      contributors: [],
    }),
})

/** A request for approval and a delegation. */
export async function furnishApprovals(workspace: TestWorkspace, admin: Ctx) {
  const deputy = await workspace.member("product_owner")
  const approvalSubjectId = newId()
  const { requestId } = await ask(admin, { subjectId: approvalSubjectId })
  const delegation = await createDelegation(admin, {
    delegateId: deputy.userId,
    kinds: null,
    scopeType: "workspace",
    scopeId: null,
    validFrom: NOW,
    validUntil: "2026-12-31T23:59:59.999Z",
    reason: "Test",
  })
  return { requestId, approvalSubjectId, delegationId: delegation.id }
}
