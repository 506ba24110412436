import { users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { newId } from "@/server/kernel/domain/id"
import { invalidField } from "@/server/kernel/errors"
import { passwordProblem } from "../domain/account"
import { hashPassword } from "./passwords"

type NewPerson = { email: string; name: string; password: string | null }

/**
 * Adds a person to the installation; without a password they sign in at the identity provider only.
 * @throws INVALID at `path` + `password`, or at `email`.
 */
export async function addPerson(ctx: OpCtx, { email, name, password }: NewPerson, path = "") {
  const problem = password !== null && passwordProblem(password, { name, email })
  if (problem) throw invalidField(`${path}password`, problem)
  const passwordHash = password === null ? null : await hashPassword(password)
  const person = { id: newId(), email, name }
  const added = await ctx.db
    .insert(users)
    .values({ ...person, passwordHash, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: users.id })
  if (added.length === 0)
    throw invalidField("email", "There is already an account with this address; sign in with it")
  return person
}
