"use client"
import { useEffect } from "react"
import { characterKeysOn } from "./character-keys"
import { isCharacterKey, matchKeys, strokeOf } from "./prepare-keys"
import { registeredShortcuts } from "./shortcut-registry"

const typing =
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"]), textarea, select, [contenteditable="true"]'
const floating = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'
const activating = "a, button, summary, input, [role='button']"

/** Listens once for the whole page. A second stroke of a sequence has to follow within a second. */
export function useKeyboard() {
  useEffect(() => {
    let pending = ""
    let timer: ReturnType<typeof setTimeout> | undefined
    const listen = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        ["Control", "Shift", "Alt", "Meta"].includes(event.key)
      )
        return
      const target = event.target instanceof Element ? event.target : document.body
      const busy = target.closest(typing) !== null || target.closest(floating) !== null
      const stroke = strokeOf(event)
      if ((stroke === "enter" || stroke === "space") && target.closest(activating)) return
      const usable = registeredShortcuts().filter(
        (shortcut) =>
          (!busy || shortcut.whileTyping) && (characterKeysOn() || !isCharacterKey(shortcut.normal)),
      )
      const match = matchKeys(
        usable.map((shortcut) => shortcut.normal),
        pending,
        stroke,
      )
      clearTimeout(timer)
      pending = match.pending
      timer = setTimeout(() => {
        pending = ""
      }, 1000)
      const shortcut = usable.find((candidate) => candidate.normal === match.hit)
      if (!shortcut) return
      event.preventDefault()
      shortcut.run()
    }
    document.addEventListener("keydown", listen)
    return () => {
      document.removeEventListener("keydown", listen)
      clearTimeout(timer)
    }
  }, [])
}
