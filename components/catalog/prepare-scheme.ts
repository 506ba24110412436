import type { DataClass, Level, Scheme } from "@/server/catalog/domain/scheme"

/** "Top secret!" → "top_secret", with a number when it is taken. */
export function keyFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 36)
  const base = plain === "" || plain === "unknown" ? "own" : plain
  if (!taken.includes(base)) return base
  for (let number = 2; ; number++) {
    if (!taken.includes(`${base}_${number}`)) return `${base}_${number}`
  }
}

/** The scheme with a level put at a place; a new one gets its key from its name. */
export function withLevel({ levels, classes }: Scheme, level: Level, place: number): Scheme {
  const key =
    level.key ||
    keyFor(
      level.name,
      levels.map((other) => other.key),
    )
  const others = levels.filter((other) => other.key !== key)
  return { classes, levels: [...others.slice(0, place), { ...level, key }, ...others.slice(place)] }
}

/** The scheme with a class in its place, or at the end. */
export function withClass({ levels, classes }: Scheme, dataClass: DataClass): Scheme {
  if (dataClass.key === "") {
    const key = keyFor(
      dataClass.name,
      classes.map((other) => other.key),
    )
    return { levels, classes: [...classes, { ...dataClass, key }] }
  }
  return { levels, classes: classes.map((other) => (other.key === dataClass.key ? dataClass : other)) }
}
