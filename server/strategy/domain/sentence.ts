import { shortDay } from "./day-words"
import type { KeyResultDefinition } from "./key-result"
import { durationWords } from "./period"

/** "Churn" in the middle of a sentence is "churn"; "NPS" stays. */
export const inSentence = (name: string) =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name

/** "1,234.5" of "1234.5": grouped, every digit kept. */
export function decimalWords(text: string): string {
  const [whole = "", part] = text.replace("-", "").split(".")
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",")
  return `${text.startsWith("-") ? "−" : ""}${grouped}${part ? `.${part}` : ""}`
}

/** "4.8 %", "310 parcels", "4.8". */
export const valueWords = (value: string, unit: string) =>
  unit ? `${decimalWords(value)} ${unit}` : decimalWords(value)

type Stated = Omit<KeyResultDefinition, "baseline"> & { baseline?: string }

/** The key result as it was stated: "Reduce churn by 15 % in six months". */
export function sentenceOf(row: Stated): string {
  const { direction, unit, durationAmount: amount, durationUnit } = row
  const metric = inSentence(row.metric)
  const when =
    amount !== null && durationUnit !== null
      ? `in ${durationWords({ amount, unit: durationUnit })}`
      : `by ${shortDay(row.dueDate)}`
  if (direction === "range") {
    const [low, high] = [decimalWords(row.rangeLow ?? ""), valueWords(row.rangeHigh ?? "", unit)]
    const until =
      amount !== null && durationUnit !== null ? when.replace("in", "for") : when.replace("by", "until")
    return `Keep ${metric} between ${low} and ${high} ${until}`
  }
  const verb = direction === "increase" ? "Increase" : "Reduce"
  const how =
    row.relativePercent !== null
      ? `by ${decimalWords(row.relativePercent)} %`
      : `to ${valueWords(row.target ?? "", unit)}`
  return `${verb} ${metric} ${how} ${when}`
}

/** The figures behind the sentence: "4.8 % → 4.08 %", "between 2 and 5 days". */
export function figuresOf({ baseline = "", target, direction, rangeLow, rangeHigh, unit }: Stated): string {
  if (direction === "range") return `${decimalWords(rangeLow ?? "")} to ${valueWords(rangeHigh ?? "", unit)}`
  return `${valueWords(baseline, unit)} → ${valueWords(target ?? "", unit)}`
}
