const storageKey = "plumbline_character_keys"

/** May single characters act as shortcuts? On unless the reader switched them off. */
export function characterKeysOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off"
  } catch {
    return true
  }
}

export function setCharacterKeys(on: boolean) {
  try {
    localStorage.setItem(storageKey, on ? "on" : "off")
  } catch {
    // Storage may be refused; the choice then lasts as long as the page.
  }
}
