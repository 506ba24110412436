"use client"
import { useState } from "react"
import {
  type Appearance,
  appearanceAttributes,
  appearanceCookie,
  type Density,
  densityCookie,
  type Theme,
  themeCookie,
} from "./prepare-appearance"

function apply(appearance: Appearance) {
  const attributes = appearanceAttributes(appearance)
  for (const [name, value] of Object.entries(attributes)) {
    if (value) document.documentElement.setAttribute(name, value)
    else document.documentElement.removeAttribute(name)
  }
}

function remember(name: string, value: string) {
  // Not the Cookie Store API: it is missing on plain http, where many install this inside their network.
  document.cookie = appearanceCookie(name, value)
}

/** The reader's theme and density: changed at once on the page, kept in a cookie for the server's next page. */
export function useAppearance(initial: Appearance) {
  const [appearance, setAppearance] = useState(initial)
  const change = (next: Appearance) => {
    setAppearance(next)
    apply(next)
  }
  return {
    ...appearance,
    setTheme: (theme: Theme) => {
      remember(themeCookie, theme)
      change({ ...appearance, theme })
    },
    setDensity: (density: Density) => {
      remember(densityCookie, density)
      change({ ...appearance, density })
    },
  }
}
