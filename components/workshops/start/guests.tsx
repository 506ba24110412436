"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { Field } from "@/components/ui/field"
import { Person } from "@/components/ui/person"
import { holds } from "@/server/kernel/domain/grants"

type Props = {
  chosen: readonly string[]
  onChange: (ids: readonly string[]) => void
  error: string | undefined
}

/** Members who may score, to be invited: they find the workshop on their Home. */
export function Guests({ chosen, onChange, error }: Props) {
  const trpc = useTRPC()
  const { me } = useWorkspace()
  const { data: members } = useSuspenseQuery(trpc.members.listMembers.queryOptions({}))
  const scorers = members.filter(({ id, grants }) => id !== me.id && holds(grants, "scoring.score"))
  const left = scorers.filter(({ id }) => !chosen.includes(id))
  const invited = scorers.filter(({ id }) => chosen.includes(id))
  return (
    <>
      <Field
        label="Invite"
        hint="They find the workshop on their Home. The link works for others too."
        error={error}
      >
        {(control) => (
          <span className="invite-row">
            <Combobox
              {...control}
              label="Invite"
              placeholder={left.length === 0 ? "Everybody is invited" : "Choose a member"}
              options={left.map(({ id, name, email }) => ({ value: id, label: name, keywords: email }))}
              value={undefined}
              onChange={(id) => id && onChange([...chosen, id])}
            />
            {left.length > 0 ? (
              <Button onClick={() => onChange(scorers.slice(0, 100).map(({ id }) => id))}>
                All {scorers.length}
              </Button>
            ) : null}
          </span>
        )}
      </Field>
      {invited.length > 0 ? (
        <ul className="guests" aria-label="Invited">
          {invited.map(({ id, name }) => (
            <li key={id}>
              <Person name={name} size="small" /> {name}
              <Button
                size="small"
                variant="quiet"
                aria-label={`Do not invite ${name}`}
                onClick={() => onChange(chosen.filter((other) => other !== id))}
              >
                Leave out
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
