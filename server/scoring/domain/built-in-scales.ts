import type { Scale } from "./criterion"

export const choices = (...pairs: [value: number, label: string][]): Scale => ({
  kind: "choices",
  choices: pairs.map(([value, label]) => ({ value, label })),
})

export const range = (min: number, max: number, more: { step?: number; integer?: boolean } = {}): Scale => ({
  kind: "range",
  min,
  max,
  ...more,
})
