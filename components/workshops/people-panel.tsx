import { Icon } from "@/components/ui/icon"
import { Person } from "@/components/ui/person"
import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { counted } from "@/server/kernel/domain/counted"
import { progressOf, progressWords } from "./prepare-workshop"
import type { Workshop, WorkshopPeople, WorkshopPerson } from "./workshop-data"

type Props = {
  workshop: Workshop
  people: WorkshopPeople
  /** The room as a whole, for a screen on the wall: large, in columns. */
  large?: boolean
}

function presenceWords({ joined, present }: WorkshopPerson, facilitator: boolean): string {
  const presence = joined ? (present ? null : "away") : present ? "here, not joined" : "invited, not joined"
  return [facilitator && "facilitates", presence].filter(Boolean).join(", ")
}

function Done({ person, total }: { person: WorkshopPerson; total: number }) {
  if (!person.joined) return null
  if (person.finished) return <StateWord state="good">done</StateWord>
  return (
    <span className="hint tab">
      {person.done} of {total}
    </span>
  )
}

/** Who is there; during the scoring also how far each is, never what they gave. */
export function PeoplePanel({ workshop, people, large }: Props) {
  const scoring = workshop.phase === "scoring"
  const progress = progressOf(people, workshop)
  const total = Math.max(1, progress.total)
  return (
    <section className={large ? "people-panel large" : "people-panel"}>
      {large ? (
        <>
          <p className="big-progress" aria-live="polite">
            {progressWords(progress)}
          </p>
          <p className="muted">
            {progress.here} here, {counted(progress.total, "item")} to score
          </p>
        </>
      ) : (
        <SectionHead
          title={scoring ? progressWords(progress) : `${progress.here} here`}
          note={scoring ? `${progress.here} here` : counted(progress.joined, "participant")}
        />
      )}
      <ul aria-label="People">
        {people.people.map((person) => (
          <li key={person.userId} className={person.present ? undefined : "away"}>
            <Person name={person.name} size="small" />
            <span className="who">
              {person.name}
              <span className="hint">{presenceWords(person, person.userId === workshop.facilitator.id)}</span>
            </span>
            {scoring ? (
              <Done person={person} total={progress.total} />
            ) : person.present ? (
              <span className="hint here">
                <Icon name="check" /> here
              </span>
            ) : null}
            {scoring && person.joined ? (
              <progress
                className="bar"
                aria-label={`${person.name}, items scored`}
                max={total}
                value={person.finished ? total : person.done}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {people.watching > 0 ? (
        <p className="hint">{counted(people.watching, "person", "people")} looking on</p>
      ) : null}
    </section>
  )
}
