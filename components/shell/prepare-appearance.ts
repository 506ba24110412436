export const themeCookie = "plumbline_theme"
export const densityCookie = "plumbline_density"

export const themes = ["system", "light", "dark"] as const
export const densities = ["normal", "compact", "meeting"] as const
export type Theme = (typeof themes)[number]
export type Density = (typeof densities)[number]
export type Appearance = { theme: Theme; density: Density }

const oneOf = <T extends string>(known: readonly T[], value: string | undefined): T =>
  known.find((entry) => entry === value) ?? (known[0] as T)

/** What the cookies say; anything unknown is the default (the system's theme, normal density). */
export function readAppearance(cookie: (name: string) => string | undefined): Appearance {
  return { theme: oneOf(themes, cookie(themeCookie)), density: oneOf(densities, cookie(densityCookie)) }
}

/** The attributes of <html>: `<html {...appearanceAttributes(appearance)}>`. Absent means system or normal. */
export function appearanceAttributes({ theme, density }: Appearance) {
  return {
    "data-theme": theme === "system" ? undefined : theme,
    "data-density": density === "normal" ? undefined : density,
  }
}

/** A cookie that lasts a year and is not sent along from other sites. */
export function appearanceCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`
}
