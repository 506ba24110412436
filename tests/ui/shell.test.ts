import { describe, expect, it, vi } from "vitest"
import { appearanceAttributes, appearanceCookie, readAppearance } from "@/components/shell/prepare-appearance"
import { matchingCommands } from "@/components/shell/prepare-commands"
import { isCharacterKey, matchKeys, normalKeys, strokeOf } from "@/components/shell/prepare-keys"
import { currentNavItem } from "@/components/shell/prepare-navigation"
import { registeredShortcuts, registerShortcuts } from "@/components/shell/shortcut-registry"

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe("keys", () => {
  it("reads strokes the way shortcuts are written", () => {
    expect(strokeOf(press("k", { ctrlKey: true }))).toBe("mod+k")
    expect(strokeOf(press("K", { metaKey: true, shiftKey: true }))).toBe("mod+k")
    expect(strokeOf(press("?", { shiftKey: true }))).toBe("?")
    expect(strokeOf(press("ArrowUp", { altKey: true }))).toBe("alt+arrowup")
    expect(strokeOf(press(" "))).toBe("space")
    expect(normalKeys("Alt+ArrowUp")).toBe("alt+arrowup")
    expect(normalKeys("g B")).toBe("g B")
  })

  it("follows sequences, and starts again after a wrong stroke", () => {
    const known = ["g b", "g h", "c"]
    expect(matchKeys(known, "", "g")).toEqual({ hit: undefined, pending: "g" })
    expect(matchKeys(known, "g", "b")).toEqual({ hit: "g b", pending: "" })
    expect(matchKeys(known, "g", "c")).toEqual({ hit: "c", pending: "" })
    expect(matchKeys(known, "g", "g")).toEqual({ hit: undefined, pending: "g" })
    expect(matchKeys(known, "", "z")).toEqual({ hit: undefined, pending: "" })
  })

  it("knows which work by a character alone", () => {
    expect(["c", "g b", "?"].every(isCharacterKey)).toBe(true)
    expect(["mod+k", "alt+arrowup", "escape"].some(isCharacterKey)).toBe(false)
  })

  it("registers until it is taken back; the latest of the same keys wins", () => {
    const first = vi.fn()
    const second = vi.fn()
    const removeFirst = registerShortcuts([{ keys: "c", label: "Create item", run: first }])
    const removeSecond = registerShortcuts([{ keys: "c", label: "Comment", run: second }])
    expect(registeredShortcuts().map((shortcut) => shortcut.label)).toEqual(["Comment"])
    removeSecond()
    registeredShortcuts()[0]?.run()
    expect(first).toHaveBeenCalledOnce()
    removeFirst()
    expect(registeredShortcuts()).toEqual([])
  })
})

describe("palette", () => {
  const groups = [
    {
      group: "Pages",
      commands: [
        { id: "b", label: "Backlog", href: "/b" },
        { id: "p", label: "Products", href: "/p" },
      ],
    },
    { group: "Actions", commands: [{ id: "c", label: "Create item", keywords: "new backlog story" }] },
  ]

  it("shows everything until something is typed", () => {
    expect(matchingCommands([...groups, { group: "Empty", commands: [] }], "")).toEqual(groups)
  })

  it("puts the best match first and finds by keywords", () => {
    expect(matchingCommands(groups, "back").map((group) => group.commands[0]?.id)).toEqual(["b", "c"])
    expect(matchingCommands(groups, "new story").map((group) => group.group)).toEqual(["Actions"])
    expect(matchingCommands(groups, "xyz")).toEqual([])
  })
})

describe("navigation", () => {
  const items = [
    { label: "Home", href: "/demo" },
    { label: "Backlog", href: "/demo/backlog" },
    { label: "Products", href: "/demo/products" },
  ]

  it("marks the page one is on, also deep inside it", () => {
    expect(currentNavItem(items, "/demo")?.label).toBe("Home")
    expect(currentNavItem(items, "/demo/products/delivery-promise")?.label).toBe("Products")
    expect(currentNavItem(items, "/demo/backlogs")).toBeUndefined()
    expect(currentNavItem([], "/demo")).toBeUndefined()
  })
})

describe("appearance", () => {
  it("comes from cookies; anything unknown is the default", () => {
    const jar: Record<string, string> = { plumbline_theme: "dark", plumbline_density: "huge" }
    const appearance = readAppearance((name) => jar[name])
    expect(appearance).toEqual({ theme: "dark", density: "normal" })
    expect(appearanceAttributes(appearance)).toEqual({ "data-theme": "dark", "data-density": undefined })
    expect(appearanceCookie("plumbline_theme", "light")).toContain("plumbline_theme=light; Path=/")
  })
})
