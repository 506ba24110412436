"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import type { AssessmentDetails } from "@/server/dpia/domain/assessment-row"
import { type DossierPart, dossierParts } from "@/server/dpia/domain/dossier"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { recordedParties } from "./prepare-dossier"

/**
 * The dossier of an assessment; undefined until the record of processing is read, which readers do without who may not
 * see it.
 */
export function useDossier(assessment: AssessmentDetails): DossierPart[] | undefined {
  const trpc = useTRPC()
  const { may } = useWorkspace()
  const enabled = may("privacy.read", WORKSPACE_SCOPE).ok
  const filter = { productIds: [assessment.product.id] }
  const { data, isLoading } = useQuery(trpc.privacy.readRegister.queryOptions({ filter }, { enabled }))
  if (isLoading) return undefined
  const recorded = recordedParties((data?.activities ?? []).map(({ fields }) => fields))
  return dossierParts(assessment, assessment.consultation.dossier, recorded)
}
