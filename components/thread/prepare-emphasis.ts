/** Splits "**47 min**, promised 30" at its double stars, so that the figure can be set apart without any HTML. */
export function splitEmphasis(text: string): { id: number; text: string; strong: boolean }[] {
  const pieces = text.split("**")
  const closed = pieces.length % 2 === 1
  return pieces
    .map((piece, id) => ({ id, text: piece, strong: closed && id % 2 === 1 }))
    .filter((piece) => piece.text !== "")
}
