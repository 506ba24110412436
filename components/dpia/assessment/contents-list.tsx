"use client"
import Link from "next/link"
import { Icon } from "@/components/ui/icon"
import { stopGroups } from "./prepare-stops"
import { useAssessment } from "./use-assessment"

/** The table of contents with how far each part is. */
export function ContentsList({ current }: { current: string }) {
  const { assessment } = useAssessment()
  return (
    <nav className="dpia-contents" aria-label="Parts of the assessment">
      {stopGroups(assessment).map(({ title, stops }) => (
        <div key={title}>
          <p className="caption">{title}</p>
          <ul>
            {stops.map(({ id, number, title: name, state, stateWords, count }) => (
              <li key={id}>
                <Link
                  href={`?part=${id}`}
                  scroll={false}
                  aria-current={id === current ? "page" : undefined}
                  title={stateWords}
                >
                  <Icon name={state} className={state} />
                  <span>
                    {number ? <span className="tag">{number} </span> : null}
                    {name}
                    <span className="sr-only">, {stateWords}</span>
                  </span>
                  <span className="count">{count}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
