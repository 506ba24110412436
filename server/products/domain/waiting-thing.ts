export type WaitingKind =
  | "approval"
  | "item"
  | "mention"
  | "review"
  | "score"
  | "measurement"
  | "assessment"
  | "initiative"
  | "check"
  | "waiver"
  | "product"
  | "retention"
  | "access"

/** One thing that waits on the reader, as a feature reports it to Home. */
export type WaitingThing = {
  kind: WaitingKind
  /** Unique within its kind. */
  id: string
  title: string
  /** One line: where it belongs and what happens when nobody acts. */
  detail: string
  /** "YYYY-MM-DD" or ISO-8601 UTC; absent when there is no date. */
  due?: string
  /** One or two words below the date, in the feature's own words: "in review", "expires". */
  state: string
  action: { label: string; href: string }
}
