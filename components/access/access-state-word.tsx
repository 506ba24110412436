import { Chip } from "@/components/ui/chip"
import { StateWord } from "@/components/ui/state-word"
import { ACCESS_STATE_LABELS, type AccessState } from "@/server/access/domain/access-state"
import { STATE_LOOKS } from "./prepare-access"

/** How a request stands: shape, word, colour. */
export function AccessStateWord({ state, chip }: { state: AccessState; chip?: boolean }) {
  const words = ACCESS_STATE_LABELS[state]
  return chip ? (
    <Chip state={STATE_LOOKS[state]}>{words}</Chip>
  ) : (
    <StateWord state={STATE_LOOKS[state]}>{words}</StateWord>
  )
}
