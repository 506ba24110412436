/** Open streams per person and node: some tabs and devices, not a leak of hundreds. */
export const SEATS_PER_PERSON = 12
const SEATS_PER_NODE = 5_000

export type Seats = { perPerson: Map<string, number>; here: Map<string, number>; all: number }

const shared = globalThis as typeof globalThis & { plumblineSeats?: Seats }

const seats = () => (shared.plumblineSeats ??= { perPerson: new Map(), here: new Map(), all: 0 })

const add = (counts: Map<string, number>, key: string, by: 1 | -1): number => {
  const next = (counts.get(key) ?? 0) + by
  if (next > 0) counts.set(key, next)
  else counts.delete(key)
  return next
}

/** Takes a seat for a stream; null when the person or the node has as many as it may. */
export function takeSeat(userId: string, address: string): { leave: () => { last: boolean } } | null {
  const taken = seats()
  if ((taken.perPerson.get(userId) ?? 0) >= SEATS_PER_PERSON || taken.all >= SEATS_PER_NODE) return null
  const here = `${userId} ${address}`
  add(taken.perPerson, userId, 1)
  add(taken.here, here, 1)
  taken.all++
  let left = false
  return {
    /** `last`: no other stream of this person to this topic is open on this node. */
    leave() {
      if (left) return { last: false }
      left = true
      taken.all--
      add(taken.perPerson, userId, -1)
      return { last: add(taken.here, here, -1) <= 0 }
    },
  }
}
