import { randomBytes } from "node:crypto"
import { apiTokens } from "@/db/schema/members"
import { newId } from "@/server/kernel/domain/id"
import { invalidField, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { hashSecret, TOKEN_PREFIX } from "@/server/kernel/session"
import { tokenFields, tokenPermissions } from "./domain/api-token"
import { daysAfter } from "./internal/time-spans"

const HINT_LENGTH = TOKEN_PREFIX.length + 4

/**
 * Makes an API token of the caller with some of the permissions that they hold; the secret is answered only now.
 * What it may do is checked at every use against what its owner holds then. @throws INVALID at permissions.
 */
export const createToken = command("members.createToken", {
  permission: "tokens.manage",
  input: tokenFields,
  async run(ctx, { name, permissions, expiresInDays }) {
    if (ctx.caller.limitedTo !== null)
      throw ruleBroken("An API token makes no further tokens; sign in to make one")
    const held = tokenPermissions(ctx.caller.grants)
    const beyond = permissions.filter((permission) => !held.includes(permission))
    if (beyond.length > 0) throw invalidField("permissions", `You do not hold ${beyond.join(", ")} yourself`)
    const secret = TOKEN_PREFIX + randomBytes(32).toString("base64url")
    const id = newId()
    const expiresAt = daysAfter(ctx.now, expiresInDays)
    await ctx.db.insert(apiTokens).values({
      workspaceId: ctx.workspaceId,
      id,
      userId: ctx.userId,
      name,
      hint: secret.slice(0, HINT_LENGTH),
      tokenHash: hashSecret(secret),
      permissions,
      createdAt: ctx.now,
      expiresAt,
    })
    ctx.record({
      targets: [{ type: "token", id, name }],
      summary: `Made the API token ${name}`,
      after: { permissions, expiresAt },
    })
    return { id, secret, expiresAt }
  },
})
