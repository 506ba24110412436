"use client"
import { DropdownMenu } from "radix-ui"
import { buttonClass } from "@/components/ui/button"
import type { Theme } from "./prepare-appearance"
import { RadioEntries } from "./radio-entries"

const entries: { value: Theme; label: string }[] = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
]

export function ThemeSwitch({ theme, onChange }: { theme: Theme; onChange: (theme: Theme) => void }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={buttonClass({ variant: "quiet", size: "small" })}>
        Theme
      </DropdownMenu.Trigger>

      <DropdownMenu.Content className="pop min-w-40" align="end" sideOffset={6} collisionPadding={8}>
        <RadioEntries caption="Theme" value={theme} entries={entries} onChange={onChange} />
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}
