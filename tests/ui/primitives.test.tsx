import { renderToStaticMarkup as render } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { Button, buttonClass } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { Field } from "@/components/ui/field"
import { Kbd } from "@/components/ui/kbd"
import { Person } from "@/components/ui/person"
import { RelativeTime } from "@/components/ui/relative-time"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"

describe("Button", () => {
  it("says why it may not be pressed, keeps its focus and carries a lock", () => {
    const html = render(
      <Button disabledReason="Authors cannot approve their own assessment">Approve assessment</Button>,
    )
    expect(html).toContain('aria-disabled="true"')
    expect(html).not.toMatch(/ disabled[ =>]/)
    const id = /aria-describedby="([^"]+)"/.exec(html)?.[1]
    expect(html).toContain(`id="${id}">Authors cannot approve their own assessment`)
    expect(html).toContain('class="ico"')
  })

  it("points to a reason that already stands elsewhere instead of repeating it", () => {
    const html = render(
      <Button disabledReason="No" reasonId="why">
        Approve
      </Button>,
    )
    expect(html).toContain('aria-describedby="why"')
    expect(html).not.toContain("btn-why")
  })

  it("does not submit a form unless it is told to, and shows work under way", () => {
    expect(render(<Button>Save</Button>)).toContain('type="button"')
    expect(render(<Button pending>Save</Button>)).toContain('aria-busy="true"')
    expect(buttonClass({ variant: "primary", size: "small" }, "x")).toBe("btn primary small x")
  })
})

describe("Field", () => {
  it("ties label, hint and message to the control", () => {
    const html = render(
      <Field label="Title" hint="As people say it" error="Write a title" required>
        {(control) => <TextInput {...control} name="title" />}
      </Field>,
    )
    const id = /for="([^"]+)"/.exec(html)?.[1]
    expect(html).toContain(`id="${id}"`)
    expect(html).toContain(`aria-describedby="${id}-hint ${id}-error"`)
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain("required")
  })
})

describe("small things", () => {
  it("states have a shape and a word", () => {
    expect(render(<Chip state="warning">Waiting at DPIA</Chip>)).toMatch(
      /chip warning.*<svg.*Waiting at DPIA/,
    )
    expect(render(<Chip>Story</Chip>)).not.toContain("<svg")
  })

  it("a person's initials have the name as their label", () => {
    expect(render(<Person name="Ines Moreau" note="product owner" />)).toContain(
      'aria-label="Ines Moreau, product owner"',
    )
  })

  it("keys are caps and a select keeps an empty choice", () => {
    expect(render(<Kbd keys="mod+k" />)).toContain("<kbd>Ctrl</kbd>")
    expect(
      render(<Select aria-label="Owner" options={[{ value: "a", label: "A" }]} empty="Anyone" />),
    ).toContain('<option value="">')
  })
})

describe("RelativeTime", () => {
  const now = "2026-10-13T07:40:00.000Z"
  const soon = "2026-10-13T07:40:20.000Z"

  it("reads what was saved after the page was made as just now, and what is planned as ahead", () => {
    expect(render(<RelativeTime iso={soon} now={now} past />)).toContain(">just now<")
    expect(render(<RelativeTime iso={soon} now={now} />)).toContain(">in a moment<")
    expect(render(<RelativeTime iso="2026-10-12T07:40:00.000Z" now={now} past />)).toContain(">yesterday<")
  })
})
