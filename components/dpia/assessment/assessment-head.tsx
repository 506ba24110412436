"use client"
import { useMutation } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { Button, buttonClass } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import { notify } from "@/components/ui/toast"
import { ASSESSMENT_STATE_LABELS } from "@/server/dpia/domain/assessment-row"
import { waitsOn } from "../list/prepare-lists"
import { ASSESSMENT_LOOKS } from "../prepare-states"
import { useAssessment, useEditReason } from "./use-assessment"

const DetailsDialog = dynamic(() => import("./details-dialog"), { ssr: false })
const ConfirmDialog = dynamic(
  () => import("@/components/ui/confirm-dialog").then((module) => module.ConfirmDialog),
  { ssr: false },
)

/** Hands text to the browser as a file. */
function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }))
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Title, one line of state, the one thing to do, the rest in a menu. */
export function AssessmentHead() {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const { workspace, may } = useWorkspace()
  const { assessment, refresh } = useAssessment()
  const { set } = useAddress()
  const reason = useEditReason()
  const held = may("dpia.edit")
  const [open, setOpen] = useState<"details" | "archive" | null>(null)
  const archive = useMutation(trpc.dpia.archiveAssessment.mutationOptions({ onSuccess: refresh }))
  const { key, name, version, state, product, problems, approval, revisions, consultation } = assessment
  const base = `/${workspace.slug}/privacy`
  const here = `${base}/assessments/${key}`
  const waits = waitsOn(assessment)
  const latest = revisions[0]
  const exportFile = async () => {
    try {
      const { fileName, json } = await client.dpia.exportAssessment.query({ id: assessment.id })
      saveFile(fileName, json)
    } catch (error) {
      notify.error(errorMessage(error))
    }
  }
  const compared = latest && latest.version < version ? { from: latest.version, to: "present" } : null
  const earlier = !compared && revisions[1] ? { from: revisions[1].version, to: latest?.version } : null
  const pair = compared ?? earlier
  return (
    <>
      <PageHead
        title={`${name}, version ${version}`}
        crumbs={[
          { label: "Privacy", href: base },
          { label: product.name, href: `/${workspace.slug}/products/${product.slug}` },
          { label: key },
        ]}
        state={
          <>
            <Chip state={ASSESSMENT_LOOKS[state]}>{ASSESSMENT_STATE_LABELS[state]}</Chip>
            {waits ? `Waits on ${waits}. ` : null}
            {state === "in_progress" || state === "outdated"
              ? problems.length === 0
                ? "Nothing is missing."
                : `${problems.length} ${problems.length === 1 ? "thing is" : "things are"} missing.`
              : null}
          </>
        }
        actions={
          <>
            <Menu
              trigger={<Button>More</Button>}
              groups={[
                {
                  entries: [
                    { label: "Edit details", onSelect: () => setOpen("details"), disabledReason: reason },
                    ...(pair
                      ? [
                          {
                            label: "Compare versions",
                            href: `${here}/compare?from=${pair.from}&to=${pair.to}`,
                          },
                        ]
                      : []),
                    { label: "Print or save as PDF", shortcut: "p", href: `${here}/print` },
                    ...(consultation.needed || consultation.clock
                      ? [{ label: "Open dossier for the authority", href: `${here}/dossier` }]
                      : []),
                    { label: "Export for the CNIL tool", onSelect: () => void exportFile() },
                  ],
                },
                ...(state === "archived"
                  ? []
                  : [
                      {
                        entries: [
                          {
                            label: "Archive assessment",
                            danger: true,
                            onSelect: () => setOpen("archive"),
                            disabledReason: held.ok ? undefined : held.reason,
                          },
                        ],
                      },
                    ]),
              ]}
            />
            {state === "in_review" && approval ? (
              <Link
                className={buttonClass({ variant: "primary" })}
                href={`/${workspace.slug}/approvals/${approval.requestId}`}
              >
                Open decision
              </Link>
            ) : state === "approved" || state === "archived" ? null : (
              <Button
                variant="primary"
                disabledReason={reason}
                onClick={() => set("part", problems.length > 0 ? null : "validation")}
              >
                {problems.length > 0 ? "Continue where it is open" : "Go to hand-in"}
              </Button>
            )}
          </>
        }
      />
      {open === "details" ? <DetailsDialog onClose={() => setOpen(null)} /> : null}
      {open === "archive" ? (
        <ConfirmDialog
          open
          onOpenChange={() => setOpen(null)}
          title={`Archive ${key}?`}
          description="Nothing is deleted. An open request for approval is outdated, and it leaves the list."
          action="Archive assessment"
          ask={{ kind: "reason" }}
          onConfirm={async (why) => {
            await archive.mutateAsync({ id: assessment.id, reason: why })
          }}
        />
      ) : null}
    </>
  )
}
