import Link from "next/link"

/** The mark hangs from the upper edge of the page. */
export function Brand({ href }: { href: string }) {
  return (
    <Link className="brand" href={href} aria-label="Plumbline, home">
      <svg viewBox="0 0 14 48" aria-hidden="true">
        <path className="cord" d="M7 0V15" />
        <path
          className="bob"
          d="M5.3 13h3.4v3.2h2.7q1.1 0 1.1 1.1-.5 7-5.5 20.2-5-13.2-5.5-20.2 0-1.1 1.1-1.1h2.7Z"
        />
      </svg>
      <span>Plumbline</span>
    </Link>
  )
}
