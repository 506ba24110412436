import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { createTRPCClient, httpBatchLink } from "@trpc/client"
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query"
import type { ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it, vi } from "vitest"
import { AccessTable } from "@/components/access/access-table"
import { RequestView } from "@/components/access/request-view"
import { laterInput, linesInput } from "@/components/access/reviews/prepare-lines"
import { ReviewPrint } from "@/components/access/reviews/review-print"
import { ReviewView } from "@/components/access/reviews/review-view"
import { TRPCProvider } from "@/components/api/trpc"
import { WorkspaceProvider } from "@/components/api/workspace"
import type { AccessRow } from "@/server/access/domain/access-row"
import { type ReviewLine, reviewStats } from "@/server/access/domain/review-line"
import type { AppRouter } from "@/server/root"

vi.mock("next/navigation", () => ({
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({ push: () => {} }),
  usePathname: () => "/northmark/access",
}))

const NOW = "2026-10-13T07:40:00.000Z"
const aisha = { id: "018f3a52-0000-7000-8000-000000000001", name: "Aisha Rahman" }
const karin = { id: "018f3a52-0000-7000-8000-000000000002", name: "Karin Aalto" }

const row: AccessRow = {
  id: "018f3a52-0000-7000-8000-000000000003",
  subject: { type: "product", id: "p", key: "delivery-promise", name: "Delivery promise" },
  product: { id: "p", slug: "delivery-promise", name: "Delivery promise", domainId: "d" },
  beneficiary: aisha,
  requester: karin,
  purpose: "support",
  reason: "Tell customers when their parcel arrives",
  rights: ["read"],
  validFrom: NOW,
  validUntil: "2027-01-01T00:00:00.000Z",
  requestedAt: NOW,
  renewsId: null,
  version: 1,
  approvalId: "018f3a52-0000-7000-8000-000000000004",
  approvedAt: NOW,
  begins: NOW,
  ends: "2027-01-01T00:00:00.000Z",
  state: "active",
  revocation: null,
  granted: { by: "Priya Raman", on: "2026-10-13", evidence: "OPS-118" },
  removed: null,
}

const line: ReviewLine = {
  id: "018f3a52-0000-7000-8000-000000000005",
  kind: "role",
  sourceId: "018f3a52-0000-7000-8000-000000000006",
  subjectId: aisha.id,
  subjectName: aisha.name,
  role: "stakeholder",
  what: "Stakeholder in the whole workspace",
  scopeType: "workspace",
  since: NOW,
  until: null,
  justification: "Customer care operations",
  lastVisitAt: null,
  flags: ["new"],
  reviewer: { ...karin, present: true },
  escalations: [],
  answer: null,
  action: null,
}

function drawn(node: (client: QueryClient) => ReactNode): string {
  const queryClient = new QueryClient()
  const trpcClient = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: "http://localhost/none" })] })
  const me = { ...karin, email: "karin.aalto@northmark.example" }
  const grants = [{ role: "administrator" as const, scopeType: "workspace" as const, scopeId: null }]
  const workspace = { id: "w", slug: "northmark", name: "Northmark Retail" }
  return renderToStaticMarkup(
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        <WorkspaceProvider facts={{ workspace, me, grants, now: NOW }}>{node(queryClient)}</WorkspaceProvider>
      </TRPCProvider>
    </QueryClientProvider>,
  )
}

const keysOf = (client: QueryClient) =>
  createTRPCOptionsProxy<AppRouter>({
    client: createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: "http://localhost/none" })] }),
    queryClient: client,
  })

const shown = (lines: ReviewLine[], state: "running" | "completed", View = ReviewView) => {
  const id = "018f3a52-0000-7000-8000-000000000007"
  return drawn((client) => {
    const { access } = keysOf(client)
    const none = new URLSearchParams()
    client.setQueryData(access.listLines.queryKey(linesInput({ id, startedAt: NOW }, none)), {
      lines,
      total: lines.length,
    })
    client.setQueryData(access.listLines.queryKey(laterInput({ id }, none)), { lines: [], total: 0 })
    client.setQueryData(access.printReview.queryKey({ id }), { lines, later: [] })
    client.setQueryData(access.getReview.queryKey({ id }), {
      id,
      name: "Autumn",
      roles: true,
      access: false,
      scopeType: "workspace",
      scopeId: null,
      dueOn: "2026-10-20",
      noAnswer: "keep",
      ownersFirst: true,
      version: 2,
      endReason: null,
      createdAt: NOW,
      startedAt: NOW,
      closedAt: state === "completed" ? NOW : null,
      cancelledAt: null,
      scopeName: null,
      lead: karin,
      deputy: aisha,
      startedBy: karin.name,
      closedBy: karin.name,
      ...{
        cancelledBy: null,
        state,
        stats: reviewStats(lines),
        mine: lines.filter(({ answer, reviewer }) => !answer && reviewer.id === karin.id).length,
        whole: true,
        manages: true,
      },
    })
    return <View id={id} />
  })
}

describe("a table of access", () => {
  it("says who, what, until when and whether it is set up; to decide leads to the decision", () => {
    const active = drawn(() => <AccessTable rows={[row]} view="active" label="Access" />)
    expect(active).toContain("asked by Karin Aalto")
    expect(active).toContain("until 31 Dec")
    expect(active).toContain("Set up")
    expect(active).toContain(`href="/northmark/access/${row.id}"`)
    const decide = drawn(() => <AccessTable rows={[row]} view="decide" label="Access" />)
    expect(decide).toContain(`href="/northmark/approvals/${row.approvalId}"`)
  })
})

describe("the page of a request", () => {
  it("shows evidence, says that nothing is provisioned, and offers only what may be done", () => {
    const html = drawn((client) => {
      const may = { revoke: true, revise: false, renew: true, recordGranted: false, recordRemoved: false }
      client.setQueryData(keysOf(client).access.getRequest.queryKey({ id: row.id }), {
        ...row,
        before: null,
        renewals: [],
        may,
      })
      return <RequestView id={row.id} />
    })
    expect(html).toContain("it provisions nothing itself")
    expect(html).toContain("OPS-118")
    expect(html).toContain("Revoke access")
    expect(html).toContain("Renew access")
    expect(html).not.toContain("Record removal")
    expect(html).not.toContain("Change request")
  })
})

describe("the page of a review", () => {
  it("lets the reviewer choose open lines and says why it cannot be closed", () => {
    const html = shown([line], "running")
    expect(html).toContain("Choose Aisha Rahman: Stakeholder in the whole workspace")
    expect(html).toContain("1 open until answered or due")
    expect(html).toContain("Revoke now")
  })

  it("is evidence once it is completed: nothing can be decided, and a failed revocation stays visible", () => {
    const answer = {
      decision: "revoke" as const,
      justification: "Left the team",
      by: karin,
      at: NOW,
      durationMs: 9000,
      bulkSize: 2,
    }
    const action = { outcome: "failed" as const, message: "This is the last administrator", at: NOW }
    const html = shown([{ ...line, answer, action }], "completed")
    expect(html).toContain("one of 2")
    expect(html).toContain("100 % (1 of 1)")
    expect(html).toContain("Could not be revoked: This is the last administrator")
    expect(html).not.toContain("checkbox")
    expect(html).not.toContain("Revoke now")
    expect(html).not.toContain("Try again")
  })

  it("goes on paper with every line and with moments written out", () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ ...line, id: `${index}`, lastVisitAt: NOW }))
    const html = shown(many, "completed", ReviewPrint)
    expect(html.match(/<tr/g)).toHaveLength(121)
    expect(html).toContain("Tue 13 Oct 2026, 07:40 UTC</td>")
    expect(html).toContain("since 2026-10-13")
    expect(html).not.toContain("checkbox")
  })
})
