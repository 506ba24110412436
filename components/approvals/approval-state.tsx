import { Chip } from "@/components/ui/chip"
import { StateWord } from "@/components/ui/state-word"
import { approvalWords, type ShownApproval } from "./prepare-state"

type Props = {
  /** Null: approval was never asked. */
  approval: ShownApproval | null
  /** The present version of the subject, where the page knows it. */
  current?: number
  /** Without a tint, for a table or a sentence. */
  plain?: boolean
}

/** How a thing stands with its approval: shape, word, colour. */
export function ApprovalState({ approval, current, plain }: Props) {
  const { look, words } = approvalWords(approval, current)
  return plain ? <StateWord state={look}>{words}</StateWord> : <Chip state={look}>{words}</Chip>
}
