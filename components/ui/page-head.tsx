import Link from "next/link"
import { Fragment, type ReactNode } from "react"

export type Crumb = { label: string; href?: string }

type Props = {
  title: string
  crumbs?: readonly Crumb[]
  /** One line of state, phrasing content: a chip and a sentence. */
  state?: ReactNode
  /** One primary action at most; the rest in a menu. */
  actions?: ReactNode
}

export function PageHead({ title, crumbs = [], state, actions }: Props) {
  return (
    <>
      {crumbs.length > 0 ? (
        <nav aria-label="Breadcrumb">
          <p className="crumbs">
            {crumbs.map((crumb, index) => (
              <Fragment key={crumb.label}>
                {index > 0 ? " / " : null}
                {crumb.href ? <Link href={crumb.href}>{crumb.label}</Link> : crumb.label}
              </Fragment>
            ))}
          </p>
        </nav>
      ) : null}
      <div className="head">
        <div>
          <h1>{title}</h1>
          {state ? <p className="state">{state}</p> : null}
        </div>
        {actions ? <div className="acts">{actions}</div> : null}
      </div>
    </>
  )
}
