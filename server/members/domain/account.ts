import { z } from "zod"

/** Addresses are compared without regard to case, so they are kept in lower case. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "An e-mail address has at most 254 characters")
  .pipe(z.email("Write an e-mail address, such as ines@example.org"))

export const personName = z
  .string()
  .trim()
  .min(1, "Give a name")
  .max(120, "A name has at most 120 characters")

export const PASSWORD_LENGTH = { min: 12, max: 200 } as const

/** Length only, and no rules about kinds of characters: NIST SP 800-63B, section 3.1.1.2. */
export const newPassword = z
  .string()
  .min(
    PASSWORD_LENGTH.min,
    `A password has at least ${PASSWORD_LENGTH.min} characters; four random words do well`,
  )
  .max(PASSWORD_LENGTH.max, `A password has at most ${PASSWORD_LENGTH.max} characters`)

const plain = (text: string) => text.normalize("NFKC").trim().toLowerCase()

/** Why a password of the right length is still refused for this person; undefined when it will do. */
export function passwordProblem(
  password: string,
  person: { name: string; email: string },
): string | undefined {
  const typed = plain(password)
  const guessable = [person.name, person.email, person.email.split("@")[0] ?? ""].map(plain)
  if (guessable.includes(typed)) return "Choose a password other than your name or e-mail address"
  if (new Set(typed).size < 3) return "Choose a password with more than two different characters"
  return undefined
}

/** The form of somebody who makes an account: at set-up and by an invitation. */
export const newPerson = z.object({ name: personName, password: newPassword })

/** One answer for every refusal, so that it tells nobody which addresses exist. */
export const SIGN_IN_REFUSED = "E-mail or password is not right, or sign-in is paused after too many attempts"

/** Days after which a person signs in again. */
export const SESSION_DAYS = 30
