import { StateWord } from "@/components/ui/state-word"
import { READING_LABELS, type ReadingState } from "@/server/privacy/domain/control-reading"

/** What a control shows today, in a word. */
export const ReadingWord = ({ state }: { state: ReadingState }) => (
  <StateWord state={state}>{READING_LABELS[state]}</StateWord>
)
