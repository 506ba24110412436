/** Time in the story: starts some days ago and moves on a little with every step, never past the present. */
export class StoryClock {
  private at: number

  constructor(
    private readonly present: number,
    daysAgo: number,
  ) {
    this.at = present - daysAgo * 86_400_000
  }

  /** Goes to so many days before the present; never backwards. */
  jumpTo(daysAgo: number): void {
    this.at = Math.max(this.at, this.present - daysAgo * 86_400_000)
  }

  /** The next moment, 11 minutes on. */
  readonly next = (): string => {
    this.at = Math.min(this.at + 11 * 60_000, this.present)
    return new Date(this.at).toISOString()
  }

  /** The calendar day so many days from the present. */
  day(distance: number): string {
    return new Date(this.present + distance * 86_400_000).toISOString().slice(0, 10)
  }
}
