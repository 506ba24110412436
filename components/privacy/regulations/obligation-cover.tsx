import { StateWord } from "@/components/ui/state-word"
import { type ControlListed, coverOf, type ObligationListed } from "./prepare-regulations"

type Props = { obligation: Pick<ObligationListed, "controlIds">; controls: readonly ControlListed[] }

/** How many controls an obligation has, and the gravest of what they show. */
export function ObligationCover({ obligation, controls }: Props) {
  const { state, words } = coverOf(obligation, controls)
  return <StateWord state={state}>{words}</StateWord>
}
