type Props = {
  label: string
  /** Done so far, in the unit of `max`; absent while the amount is not known. */
  value?: number
  max?: number
  /** The same in words: "1,200 of 3,526 rows". */
  words?: string
}

export function ProgressBar({ label, value, max = 100, words }: Props) {
  return (
    <div>
      <progress className="bar" aria-label={label} max={max} value={value} />
      {words ? <p className="hint mt-1 tabular-nums">{words}</p> : null}
    </div>
  )
}
