import { keyCaps } from "./prepare-key-caps"

/** A shortcut as key caps: "mod+k" shows Ctrl and K, "g b" shows g and b. */
export function Kbd({ keys }: { keys: string }) {
  const caps = keyCaps(keys).map((cap, place) => ({ cap, id: `${place} ${cap}` }))
  return (
    <span className="whitespace-nowrap">
      {caps.map(({ cap, id }, place) => (
        <span key={id}>
          {place > 0 ? " " : null}
          <kbd>{cap}</kbd>
        </span>
      ))}
    </span>
  )
}
