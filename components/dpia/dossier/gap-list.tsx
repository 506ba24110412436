import Link from "next/link"
import { Icon } from "@/components/ui/icon"
import type { DossierGap } from "@/server/dpia/domain/dossier"
import { gapHref } from "./prepare-dossier"

/** What is missing, each with a link to where it is written. `page` is the assessment's. */
export function GapList({ gaps, page }: { gaps: readonly DossierGap[]; page: string }) {
  return (
    <ul className="missing">
      {gaps.map(({ words, stop }) => (
        <li key={words}>
          <Icon name="warning" className="warning" /> <Link href={gapHref(page, stop)}>{words}</Link>
        </li>
      ))}
    </ul>
  )
}
