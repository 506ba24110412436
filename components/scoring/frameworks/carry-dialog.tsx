"use client"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { SkeletonLines } from "@/components/ui/skeleton"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import { FIT_WORDS } from "@/server/scoring/domain/carry"
import { carrySentences } from "./prepare-carry"

type Props = { frameworkKey: string; name: string; from: number; to: number; onClose: () => void }

/** Carries scores to the latest version: first what would happen, then the reason, then it is done. */
export default function CarryDialog({ frameworkKey, name, from, to, onClose }: Props) {
  const trpc = useTRPC()
  const api = useTRPCClient()
  const queries = useQueryClient()
  const everyoneAllowed = useWorkspace().may("scoring.configure")
  const [whose, setWhose] = useState<"mine" | "everyone">("mine")
  const [reason, setReason] = useState("")
  const asked = { frameworkKey, from, whose }
  // Asked before it is done: a command that is told to change nothing, so it is called like a query.
  const preview = useQuery({
    queryKey: [...trpc.scoring.carryScores.mutationKey(), asked],
    queryFn: () => api.scoring.carryScores.mutate({ ...asked, dryRun: true }),
    gcTime: 0,
  })
  const carry = useMutation(
    trpc.scoring.carryScores.mutationOptions({
      onSuccess: async ({ scores }) => {
        await queries.invalidateQueries({ queryKey: trpc.scoring.pathKey() })
        notify.success(`Carried ${scores === 1 ? "1 score" : `${scores} scores`} to version ${to}`)
        onClose()
      },
    }),
  )
  const report = preview.data
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={`Carry scores of ${name} from version ${from} to ${to}`}
      description="Values move where the criterion has the same scale and unit. The earlier scores stay as they are, and nothing given under the latest version is overwritten."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            pending={carry.isPending}
            disabledReason={report && report.scores === 0 ? "There is nothing to carry over" : undefined}
            onClick={() => carry.mutate({ ...asked, dryRun: false, reason })}
          >
            Carry over
          </Button>
        </>
      }
    >
      <Field
        label="Whose scores"
        hint={everyoneAllowed.ok ? undefined : `Everyone's: ${everyoneAllowed.reason}`}
      >
        {(control) => (
          <Select
            {...control}
            options={[
              { value: "mine", label: "My own" },
              ...(everyoneAllowed.ok ? [{ value: "everyone", label: "Everyone's" }] : []),
            ]}
            value={whose}
            onChange={(event) => setWhose(event.target.value === "everyone" ? "everyone" : "mine")}
          />
        )}
      </Field>
      {preview.error ? (
        <p role="alert" className="bad">
          {errorMessage(preview.error)}
        </p>
      ) : !report ? (
        <SkeletonLines lines={4} label="Looking what fits" />
      ) : (
        <>
          <output className="block mb-3">{carrySentences(report).join(" ")}</output>
          <Table label="What fits">
            <thead>
              <tr>
                <Th>Criterion</Th>
                <Th>In version {to}</Th>
              </tr>
            </thead>
            <tbody>
              {report.criteria.map(({ key, name: criterion, fit }) => (
                <tr key={key}>
                  <Th scope="row">{criterion}</Th>
                  <Td>
                    <StateWord state={fit === "fits" ? "good" : fit === "gone" ? "unknown" : "warning"}>
                      {FIT_WORDS[fit]}
                    </StateWord>
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
          <div className="h-4" />
        </>
      )}
      <Field
        label="Why are they carried over"
        error={fieldErrors(carry.error).reason ?? (carry.error ? errorMessage(carry.error) : undefined)}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
