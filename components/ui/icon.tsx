import { classNames } from "./class-names"

const paths = {
  good: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.6 5.2-4.2 4.9a.9.9 0 0 1-1.3 0L4.3 9.2l1.2-1.2 1.2 1.2 3.6-4.1Z",
  warning:
    "M8 .8 15.2 8 8 15.2.8 8 8 .8Zm-.9 3.6.2 4.6h1.4l.2-4.6H7.1ZM8 9.9a.95.95 0 1 0 0 1.9.95.95 0 0 0 0-1.9Z",
  bad: "M2.5 1.5h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1Zm2.6 2.4L3.9 5.1 6.8 8l-2.9 2.9 1.2 1.2L8 9.2l2.9 2.9 1.2-1.2L9.2 8l2.9-2.9-1.2-1.2L8 6.8 5.1 3.9Z",
  unknown:
    "M8 1.7A6.3 6.3 0 0 0 1.7 8h1.4A4.9 4.9 0 0 1 8 3.1V1.7Zm0 12.6A6.3 6.3 0 0 0 14.3 8h-1.4A4.9 4.9 0 0 1 8 12.9v1.4ZM9.6 1.9l-.3 1.4a4.9 4.9 0 0 1 3.4 3.4l1.4-.3a6.3 6.3 0 0 0-4.5-4.5ZM6.4 14.1l.3-1.4a4.9 4.9 0 0 1-3.4-3.4l-1.4.3a6.3 6.3 0 0 0 4.5 4.5ZM7.4 9.6h1.2c0-1.2 1.8-1.3 1.8-3A2.2 2.2 0 0 0 8 4.5c-1.4 0-2.3.8-2.4 2.1h1.2c0-.7.5-1 1.2-1s1.2.4 1.2 1.1c0 1-1.8 1.2-1.8 2.9ZM8 10.3a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6Z",
  later: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 1.4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2Z",
  lock: "M8 1a3.5 3.5 0 0 0-3.5 3.5V7H4a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V8a1 1 0 0 0-1-1h-.5V4.5A3.5 3.5 0 0 0 8 1Zm-2 6V4.5a2 2 0 1 1 4 0V7H6Z",
  check: "M6.4 13.2 1.6 8.4l1.5-1.5 3.3 3.3 6.9-7 1.5 1.5Z",
  down: "M8 11.2 2.6 5.8l1.2-1.2L8 8.8l4.2-4.2 1.2 1.2Z",
} as const

export type IconName = keyof typeof paths
export type State = "good" | "warning" | "bad" | "unknown" | "later"

/** A shape without a name of its own: the word beside it says what it means. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={classNames("ico", className)} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
