import type { DossierPart, RecordedParties } from "@/server/dpia/domain/dossier"
import { DOSSIER_STOP } from "@/server/dpia/domain/dossier"
import type { ActivityFields } from "@/server/privacy/domain/processing-activity"

type Recorded = Pick<ActivityFields, "role" | "controllers" | "jointControllers" | "officer" | "parties">

const once = (lines: readonly string[]) => [
  ...new Set(lines.map((line) => line.trim()).filter((line) => line !== "")),
]

/** The parties of a product's processing, from the activities of the record of processing. */
export function recordedParties(activities: readonly Recorded[]): RecordedParties {
  const named = (...roles: Recorded["parties"][number]["role"][]) =>
    activities.flatMap(({ parties }) =>
      parties
        .filter(({ role }) => roles.includes(role))
        .map(({ name, country }) => (country ? `${name}, ${country}` : name)),
    )
  const asController = activities.filter(({ role }) => role === "controller")
  return {
    controllers: once(asController.map(({ controllers }) => controllers)),
    jointControllers: once([
      ...activities.map(({ jointControllers }) => jointControllers),
      ...named("joint_controller"),
    ]),
    processors: once(named("processor", "sub_processor")),
    officers: once(activities.map(({ officer }) => officer)),
  }
}

/** Where a gap is filled: a part of the assessment's page; the dossier's own texts open their form. */
export const gapHref = (page: string, stop: string) =>
  stop === DOSSIER_STOP ? `${page}?part=${stop}&write=dossier` : `${page}?part=${stop}`

export const partTitle = ({ letter, title }: Pick<DossierPart, "letter" | "title">) => `(${letter}) ${title}`
