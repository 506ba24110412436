import { Icon } from "@/components/ui/icon"
import type { Judgement } from "./use-card-drag"

/** Said in the cell a card hovers over, before it is dropped. */
export function AimNote({ judgement }: { judgement: Judgement | null }) {
  const words = judgement?.refusal ?? judgement?.warning
  if (!words) return null
  return (
    <p className={judgement?.refusal ? "aim-note refused" : "aim-note"}>
      <Icon name={judgement?.refusal ? "lock" : "warning"} />
      {words}
    </p>
  )
}
