"use client"
import type { ReactNode } from "react"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { type Crumb, PageHead } from "@/components/ui/page-head"
import "../dpia.css"
import "../assessment/assessment.css"
import "../assessment/question.css"
import "./print.css"

type Props = {
  title: string
  crumbs: readonly Crumb[]
  state: ReactNode
  /** What stands at the head of every printed page; the last line takes its whole width. */
  running: readonly string[]
  /** Beside the button that prints. */
  actions?: ReactNode
  children: ReactNode
}

/** A document on screen and on paper: the browser prints it or saves it as PDF. */
export function Paper({ title, crumbs, state, running, actions, children }: Props) {
  useShortcuts([{ keys: "p", label: "Print", hint: true, run: () => window.print() }])
  const last = running.length - 1
  return (
    <>
      <div className="no-print">
        <PageHead
          title={title}
          crumbs={crumbs}
          state={state}
          actions={
            <>
              {actions}
              <Button variant="primary" onClick={() => window.print()}>
                Print or save as PDF
              </Button>
            </>
          }
        />
      </div>
      <table className="paper" role="presentation">
        <thead>
          <tr>
            <td>
              <div className="paper-head">
                {running.map((line, index) => (
                  <span key={line} className={index === last ? "mono" : undefined}>
                    {line}
                  </span>
                ))}
              </div>
            </td>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <article className="document" aria-label={title}>
                {children}
              </article>
            </td>
          </tr>
        </tbody>
      </table>
    </>
  )
}
