import { z } from "zod"

export const STRENGTHS = ["required", "recommended", "none"] as const
export type Strength = (typeof STRENGTHS)[number]

export const STRENGTH_LABELS: Record<Strength, string> = {
  required: "Required",
  recommended: "Recommended",
  none: "Not needed",
}

const rule = z.string().trim().max(500, "A handling rule has at most 500 characters")
const strength = z.enum(STRENGTHS, "Choose how strict the rule is")
const name = z.string().trim().min(1, "Give a name").max(80, "A name has at most 80 characters")
const description = z.string().trim().max(1000, "A description has at most 1,000 characters")
const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, "A key has small letters, digits and _, such as internal")
  .refine((value) => value !== "unknown", "“unknown” stands for what nobody has classified")

/** A level with how data of it is handled. A retired one stays where it is used but cannot be chosen. */
export const levelSchema = z.object({
  key,
  name,
  description,
  atRest: strength,
  inTransit: strength,
  masking: strength,
  access: rule,
  export: rule,
  retention: rule,
  retired: z.boolean().default(false),
})
export type Level = z.output<typeof levelSchema>

/** A kind of data. `special` marks the special categories of Art. 9(1) GDPR. */
export const dataClassSchema = z.object({
  key,
  name,
  description,
  personal: z.boolean(),
  special: z.boolean(),
  /** The level that a field of it has at least, by default; null: no opinion. */
  levelKey: z.string().nullable(),
  retired: z.boolean().default(false),
})
export type DataClass = z.output<typeof dataClassSchema>

/** The levels from the least to the most protected, and the classes. */
export const schemeSchema = z.object({
  levels: z.array(levelSchema).min(2, "Keep at least two levels").max(12, "At most 12 levels"),
  classes: z.array(dataClassSchema).min(1, "Keep at least one class").max(100, "At most 100 classes"),
})
export type Scheme = z.output<typeof schemeSchema>

/** Place of a level from 0 (least protected); −1 for unknown, and for a key that the scheme does not have. */
export const rankOf = ({ levels }: Pick<Scheme, "levels">, levelKey: string | null) =>
  levels.findIndex((level) => level.key === levelKey)

export const levelOf = ({ levels }: Pick<Scheme, "levels">, levelKey: string | null) =>
  levels.find((level) => level.key === levelKey)

export const classOf = ({ classes }: Pick<Scheme, "classes">, classKey: string | null) =>
  classes.find((dataClass) => dataClass.key === classKey)

/** "Confidential", or "Unknown" where nobody has classified. */
export const levelName = (scheme: Pick<Scheme, "levels">, levelKey: string | null) =>
  levelOf(scheme, levelKey)?.name ?? "Unknown"

function twice(keys: readonly string[]): string | undefined {
  return keys.find((value, index) => keys.indexOf(value) !== index)
}

/** What is wrong with a changed scheme: by path, the message a person reads. Nothing that is in use may disappear. */
export function schemeProblems(before: Scheme, after: Scheme): { path: string; message: string }[] {
  const problems: { path: string; message: string }[] = []
  const kinds = [
    { list: "levels", old: before.levels, now: after.levels },
    { list: "classes", old: before.classes, now: after.classes },
  ] as const
  for (const { list, old, now } of kinds) {
    const keys = now.map((entry) => entry.key)
    const doubled = twice(keys)
    if (doubled) problems.push({ path: list, message: `The key ${doubled} stands twice` })
    const names = now.filter(({ retired }) => !retired).map((entry) => entry.name.toLowerCase())
    const sameName = twice(names)
    if (sameName) problems.push({ path: list, message: `The name ${sameName} stands twice` })
    const gone = old.find((entry) => !keys.includes(entry.key))
    if (gone) {
      problems.push({ path: list, message: `${gone.name} cannot be removed, only retired: history names it` })
    }
  }
  if (after.levels.filter(({ retired }) => !retired).length < 2) {
    problems.push({ path: "levels", message: "Keep at least two levels that can be chosen" })
  }
  after.classes.forEach((dataClass, index) => {
    if (dataClass.levelKey !== null && !after.levels.some(({ key }) => key === dataClass.levelKey)) {
      problems.push({ path: `classes.${index}.levelKey`, message: `${dataClass.name} names no known level` })
    }
    if (dataClass.special && !dataClass.personal) {
      problems.push({
        path: `classes.${index}.special`,
        message: `${dataClass.name} cannot be a special category without being personal`,
      })
    }
  })
  return problems
}
