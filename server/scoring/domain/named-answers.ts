/** Classes by their value: the score is the class, so the order is by class and then by hand. */
export const MOSCOW_CLASSES: readonly { value: number; label: string }[] = [
  { value: 4, label: "Must" },
  { value: 3, label: "Should" },
  { value: 2, label: "Could" },
  { value: 1, label: "Won't" },
]
/** The class of a value. Between two classes (people disagree evenly) the lower one holds. */
export function moscowClass(value: number) {
  return MOSCOW_CLASSES.find((one) => one.value <= value) ?? MOSCOW_CLASSES.at(-1)!
}

/** The five answers of a Kano question, most favourable first, as the values of both scales. */
export const KANO_ANSWERS: readonly { value: number; label: string }[] = [
  { value: 5, label: "Like it" },
  { value: 4, label: "Expect it" },
  { value: 3, label: "Neutral" },
  { value: 2, label: "Can live with it" },
  { value: 1, label: "Dislike it" },
]
