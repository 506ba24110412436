import { CLASS_WORDS, type ClassWords, MEASURE_WORDS, PEOPLE_WORDS, THING_WORDS } from "./class-words"

/** A guess from names alone, for a person to accept or dismiss. */
export type Suggestion = {
  classKey: string
  /** The words in the name that led to it: "email". */
  because: string
  sure: boolean
}

const MEASURES = new Set(MEASURE_WORDS)
const THINGS = new Set(THING_WORDS)
const PEOPLE = new Set(PEOPLE_WORDS)
/** Also in the plural: "stores" is the store's. */
const isIn = (set: ReadonlySet<string>, word: string) => set.has(word) || set.has(word.replace(/s$/, ""))
const isThing = (word: string) => isIn(THINGS, word)
const isPerson = (word: string) => isIn(PEOPLE, word)
const UMLAUTS: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", œ: "oe", ø: "oe" }

/** "customerEmail_1" → ["customer", "email", "1"]: camel case, snake case, dots; accents and umlauts written out. */
export function nameWords(name: string): string[] {
  const spaced = name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[äöüßæœø]/g, (letter) => UMLAUTS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
  return spaced.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

/** Where the phrase stands among the words, or −1. */
function placeOf(words: readonly string[], phrase: string): number {
  const parts = phrase.split(" ")
  return words.findIndex((_, start) => parts.every((part, offset) => words[start + offset] === part))
}

type Family = "text" | "number" | "date" | "flag" | "other"

/** What a type holds, whatever system wrote it: "varchar(20)", "STRING", "numeric(10,2)", "bool". */
export function typeFamily(type: string): Family {
  const word = type.toLowerCase().trim()
  if (word === "") return "other"
  if (/bool|\bbit\b|flag/.test(word)) return "flag"
  if (/date|time/.test(word)) return "date"
  if (/int|num|dec|float|double|real|money|serial/.test(word)) return "number"
  if (/char|text|string|clob|uuid|citext|enum/.test(word)) return "text"
  return "other"
}

/** "id" at the end makes "email_id" no address but still points to the person; other endings are measures. */
const isMeasure = (words: readonly string[]) => words.some((word) => MEASURES.has(word))

function weakFits(words: readonly string[], phrase: string, aboutPeople: boolean): boolean {
  // "name" alone, or with a person: "customer_city". With a thing beside it, it is the thing's.
  const others = words.filter((word) => word !== phrase && !/^\d+$/.test(word))
  if (others.some(isPerson)) return !others.some(isThing)
  return aboutPeople && others.length === 0
}

function fits(entry: ClassWords, words: readonly string[], aboutPeople: boolean): Suggestion | undefined {
  const byLength = [...entry.strong].sort((a, b) => b.length - a.length)
  const strong = byLength.find((phrase) => placeOf(words, phrase) >= 0)
  if (strong) return { classKey: entry.classKey, because: strong, sure: true }
  const weak = entry.weak?.find((phrase) => words.includes(phrase) && weakFits(words, phrase, aboutPeople))
  return weak ? { classKey: entry.classKey, because: weak, sure: false } : undefined
}

/** Things whose addresses, phones and places are nobody's: a store's street is not a person's. */
const PLACE_CLASSES = new Set(["postal_address", "location", "phone", "email", "person_name"])

/**
 * The class that a field's name speaks for, or undefined. Its own word list in English, German and French; the type and
 * the asset's name sharpen it: "email_sent_count" is a figure, "name_of_product" is a thing's.
 */
export function suggestClass(field: { name: string; type: string }, assetName = ""): Suggestion | undefined {
  const words = nameWords(field.name)
  const family = typeFamily(field.type)
  if (words.length === 0 || family === "flag" || isMeasure(words)) return undefined
  const assetWords = nameWords(assetName)
  const aboutPeople = assetWords.some(isPerson)
  const assetIsThing = !aboutPeople && assetWords.some(isThing)
  for (const entry of CLASS_WORDS) {
    if (entry.text && (family === "number" || family === "date")) continue
    const found = fits(entry, words, aboutPeople)
    if (!found) continue
    const beside = words.filter((word) => !found.because.split(" ").includes(word))
    const ofThing = !words.some(isPerson) && (beside.some(isThing) || assetIsThing)
    if (ofThing && PLACE_CLASSES.has(entry.classKey) && !surelyPersonal(found.because)) continue
    return ofThing ? { ...found, sure: false } : found
  }
  return undefined
}

/** Words that name a person's part whatever stands beside them. */
const surelyPersonal = (phrase: string) =>
  /first|last|given|sur|fore|family|vorname|nachname|prenom|famille|customer|client|kunde|email|courriel|mailadress|mail adress/.test(
    phrase,
  )
