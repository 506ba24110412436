import { invalidField } from "@/server/kernel/errors"

/** Two domains with one key would hand out the same item keys. */
export const keyTaken = (path: string, key: string) =>
  invalidField(path, `The key ${key} belongs to another domain; choose another`)
