import { classNames } from "@/components/ui/class-names"
import { STEPS } from "./prepare-import"

/** Where in the import one is. */
export function ImportSteps({ current }: { current: (typeof STEPS)[number] }) {
  const at = STEPS.indexOf(current)
  return (
    <ol className="stages" aria-label="Steps of the import">
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={classNames(index < at && "past")}
          aria-current={index === at ? "step" : undefined}
        >
          {index + 1} {step}
        </li>
      ))}
    </ol>
  )
}
