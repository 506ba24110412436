/** A part of a sentence; with `href` it leads to what it names. */
export type Piece = { text: string; href?: string }

/** Something that changed, as the reader may know it. */
export type Change = {
  id: string
  /** ISO-8601 UTC. */
  at: string
  /** `me` is true for the reader's own changes. */
  actor: { id: string; name: string; me: boolean }
  action: string
  /** What was done, without the actor: "moved ", "FUL-207", " to Doing". */
  sentence: Piece[]
  reason?: string
}

/** Where a page of changes goes on: the last one that was looked at. */
export type ChangeCursor = { at: string; id: string }
/** `since` is the time of the reader's last visit, null at the first one. */
export type ChangePage = { since: string | null; changes: Change[]; next: ChangeCursor | null }

/** What a change is about: the words under which a sentence may name it, and where it is. */
export type Linked = { words: string[]; href: string }

type Found = { at: number; word: string; href: string }

const inWord = /[\p{L}\p{N}]/u

/** Where the whole word stands: FUL-20 does not stand in FUL-207. */
function placeOf(word: string, text: string): number {
  for (let at = text.indexOf(word); word !== "" && at >= 0; at = text.indexOf(word, at + 1)) {
    if (!inWord.test(text.charAt(at - 1)) && !inWord.test(text.charAt(at + word.length))) return at
  }
  return -1
}

function findFirst(text: string, targets: readonly Linked[]): Found | undefined {
  const found = targets.flatMap(({ words, href }) =>
    words.map((word) => ({ at: placeOf(word, text), word, href })).filter(({ at }) => at >= 0),
  )
  return found.sort((a, b) => a.at - b.at || b.word.length - a.word.length)[0]
}

/** Cuts a sentence at the things it names. Put together again, the pieces are the sentence. */
export function linkPieces(sentence: string, targets: readonly Linked[]): Piece[] {
  const pieces: Piece[] = []
  let rest = sentence
  while (rest !== "") {
    const found = findFirst(rest, targets)
    if (!found) break
    if (found.at > 0) pieces.push({ text: rest.slice(0, found.at) })
    pieces.push({ text: found.word, href: found.href })
    rest = rest.slice(found.at + found.word.length)
  }
  return rest === "" ? pieces : [...pieces, { text: rest }]
}
