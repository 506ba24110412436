import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"

/** Whoever asks for money does not decide on it. */
export function mayDecide(request: { askedById: string }, userId: string): Verdict {
  return request.askedById === userId ? no("You asked for this funding, so somebody else decides on it") : yes
}
