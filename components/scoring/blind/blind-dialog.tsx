"use client"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { SkeletonLines } from "@/components/ui/skeleton"
import { TextArea } from "@/components/ui/text-area"
import { notify } from "@/components/ui/toast"
import { roleHolds } from "@/server/kernel/domain/permissions"

type Props = { frameworkKey: string; name: string; onClose: () => void }

/** Starts a blind round: who is asked, and why. */
export default function BlindDialog({ frameworkKey, name, onClose }: Props) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const members = useQuery(trpc.members.listMembers.queryOptions({})).data
  const scorers = (members ?? []).filter(({ grants }) =>
    grants.some(({ role }) => roleHolds(role, "scoring.score")),
  )
  const [left, setLeft] = useState<readonly string[]>([])
  const [reason, setReason] = useState("")
  const [problem, setProblem] = useState<{ reason?: string; whole?: string }>({})
  const start = useMutation(trpc.scoring.startBlindRound.mutationOptions())
  const asked = scorers.filter(({ id }) => !left.includes(id))
  const toggle = (id: string) => setLeft(left.includes(id) ? left.filter((one) => one !== id) : [...left, id])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === "") return setProblem({ reason: "Write why it is scored blind" })
    if (asked.length < 2)
      return setProblem({ whole: "Ask two people at least: one alone is anchored by nobody" })
    try {
      await start.mutateAsync({ frameworkKey, scorerIds: asked.map(({ id }) => id), reason })
      await queries.invalidateQueries({ queryKey: trpc.scoring.pathKey() })
      notify.success(`${name} is scored blind from now on`)
      onClose()
    } catch (error) {
      setProblem({ whole: errorMessage(error) })
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Score ${name} blind`}
      description="Until you reveal the scores, nobody sees what others give or gave: no values, no medians, no common ranking. So the first number does not lead the rest."
    >
      <form onSubmit={submit} noValidate>
        <Field label="Why is it scored blind" error={problem.reason} required>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <fieldset className="mt-3">
          <legend className="label">Who is asked to score</legend>
          {members ? (
            <div className="blind-people">
              {scorers.map(({ id, name: person }) => (
                <Checkbox key={id} checked={!left.includes(id)} onChange={() => toggle(id)}>
                  {person}
                </Checkbox>
              ))}
            </div>
          ) : (
            <SkeletonLines lines={4} label="Loading the people" />
          )}
        </fieldset>
        {problem.whole ? (
          <p role="alert" className="bad mt-2">
            {problem.whole}
          </p>
        ) : null}
        <div className="acts">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={start.isPending}>
            Score blind
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
