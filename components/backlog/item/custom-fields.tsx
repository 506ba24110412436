import { SectionHead } from "@/components/ui/section-head"

const OPEN_UP_TO = 8

/** Columns of an import that have no field of their own, as they came. */
export function CustomFields({ custom }: { custom: Readonly<Record<string, string>> }) {
  const entries = Object.entries(custom).sort(([a], [b]) => a.localeCompare(b))
  if (entries.length === 0) return null
  const list = (
    <dl className="custom">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
  return (
    <section aria-labelledby="custom">
      <SectionHead id="custom" title="Custom fields" note="Kept from an import" />
      {entries.length <= OPEN_UP_TO ? (
        list
      ) : (
        <details>
          <summary>{entries.length} fields</summary>
          {list}
        </details>
      )}
    </section>
  )
}
