"use client"
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { createContext, type ReactNode, useContext, useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import type { AssessmentDetails } from "@/server/dpia/domain/assessment-row"
import { no, type Verdict } from "@/server/kernel/domain/verdict"
import { useRefreshDpia } from "../use-refresh-dpia"
import { isLocked } from "./prepare-stops"

type Desk = {
  assessment: AssessmentDetails
  /** Whether it may be written in, and if not, why. */
  mayEdit: Verdict
  refresh: () => Promise<void>
  /** The assessment as it is known at this moment, also between two drawings of the page. */
  present: () => AssessmentDetails
  patch: (change: (before: AssessmentDetails) => AssessmentDetails) => void
}

const DeskContext = createContext<Desk | null>(null)

/** Reads the assessment once for everything on its page. */
export function AssessmentDesk({ assessmentKey, children }: { assessmentKey: string; children: ReactNode }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { may } = useWorkspace()
  const refresh = useRefreshDpia()
  const options = trpc.dpia.getAssessment.queryOptions({ key: assessmentKey })
  const { data: assessment } = useSuspenseQuery(options)
  const held = may("dpia.edit")
  const mayEdit =
    held.ok && isLocked(assessment.state) ? no("Reopen it first: a change begins a new version") : held
  const desk = {
    assessment,
    mayEdit,
    refresh,
    present: () => queries.getQueryData(options.queryKey) ?? assessment,
    patch: (change: (before: AssessmentDetails) => AssessmentDetails) => {
      // A reading under way knows nothing of this change and would take it off the page again.
      void queries.cancelQueries({ queryKey: options.queryKey }, { revert: false })
      queries.setQueryData(options.queryKey, (before) => before && change(before))
    },
  }
  return <DeskContext value={desk}>{children}</DeskContext>
}

export function useAssessment(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error("useAssessment needs an AssessmentDesk above it")
  return desk
}

/** The words with which a button says why the assessment may not be changed; undefined when it may. */
export function useEditReason(): string | undefined {
  const { mayEdit } = useAssessment()
  return useMemo(() => (mayEdit.ok ? undefined : mayEdit.reason), [mayEdit])
}
