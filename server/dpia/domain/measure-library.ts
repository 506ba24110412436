import type { FearedEvent } from "./questions"

export const MEASURE_KINDS = ["organisational", "technical", "data"] as const
export type MeasureKind = (typeof MEASURE_KINDS)[number]

export const MEASURE_KIND_LABELS: Record<MeasureKind, string> = {
  organisational: "Organisational",
  technical: "Technical",
  data: "On the data",
}

type LibraryMeasure = {
  key: string
  kind: MeasureKind
  title: string
  content: string
  /** The feared events it works against. */
  helps: readonly FearedEvent[]
}

const all: readonly FearedEvent[] = ["access", "change", "loss"]
const entry =
  (kind: MeasureKind) =>
  (key: string, title: string, content: string, helps: readonly FearedEvent[]): LibraryMeasure => ({
    key,
    kind,
    title,
    content,
    helps,
  })
const organisational = entry("organisational")
const technical = entry("technical")
const data = entry("data")

/** Measures to start from, written for this library. Each assessment takes a copy and says how it is done there. */
export const MEASURE_LIBRARY: readonly LibraryMeasure[] = [
  organisational(
    "owner",
    "Named owner",
    "One person answers for the data, decides on access and is reached in an emergency.",
    all,
  ),
  organisational(
    "need-to-know",
    "Access by need",
    "Rights follow the task, end with it, and are looked through at fixed intervals.",
    ["access", "change"],
  ),
  organisational(
    "joiners-leavers",
    "Joiners, movers and leavers",
    "Accounts are opened, changed and closed on the day on which somebody's role does.",
    ["access"],
  ),
  organisational("duties", "Separation of duties", "Who makes a change does not approve it.", [
    "change",
    "access",
  ]),
  organisational(
    "training",
    "Training",
    "Everybody who handles the data learns how, before they begin and once a year.",
    all,
  ),
  organisational(
    "confidentiality",
    "Duty of confidentiality",
    "Staff and contractors are bound to silence in writing.",
    ["access"],
  ),
  organisational(
    "processor-contract",
    "Contract with each processor",
    "Instructions, security, sub-processors, audits and the end of the contract are agreed under Art. 28 GDPR.",
    all,
  ),
  organisational(
    "processor-audit",
    "Looking into processors",
    "Reports and certificates of processors are read every year, and what is open is followed up.",
    all,
  ),
  organisational(
    "incident-plan",
    "Plan for incidents",
    "Who is called, who decides and how people and the authority are told within 72 hours is written down and rehearsed.",
    all,
  ),
  organisational(
    "change-control",
    "Changes under control",
    "A change to the processing is described, reviewed and can be taken back.",
    ["change", "loss"],
  ),
  organisational(
    "privacy-by-design",
    "Privacy in every change",
    "Each change that touches personal data is screened before work on it begins.",
    all,
  ),
  organisational(
    "rights-desk",
    "Desk for people's requests",
    "Requests of people arrive in one place, are answered within a month and are counted.",
    ["change", "access"],
  ),
  organisational("clear-desk", "Paper under lock", "Print-outs are avoided, locked away and shredded.", [
    "access",
    "loss",
  ]),
  organisational(
    "retention-run",
    "Deletion on schedule",
    "Data past their period are deleted by a job, and the job leaves evidence.",
    ["access"],
  ),
  technical(
    "single-sign-on",
    "Single sign-on with a second factor",
    "People sign in through the company's own directory, with a second factor for sensitive data.",
    ["access", "change"],
  ),
  technical(
    "role-access",
    "Roles down to the column",
    "The warehouse grants by role, and masks columns that a role does not need.",
    ["access"],
  ),
  technical("encrypt-transit", "Encryption on the way", "Data move over TLS only, also inside the network.", [
    "access",
    "change",
  ]),
  technical(
    "encrypt-rest",
    "Encryption at rest",
    "Disks, backups and exports are encrypted, and keys are kept apart from data.",
    ["access"],
  ),
  technical(
    "key-management",
    "Keys under control",
    "Keys are made, rotated and destroyed by a service, and each use is logged.",
    ["access"],
  ),
  technical(
    "access-log",
    "Log of access",
    "Who read what and when is recorded, kept apart from those who are recorded, and looked at.",
    ["access", "change"],
  ),
  technical(
    "audit-trail",
    "Trail of changes",
    "Every change names its author and keeps the earlier value; the trail cannot be edited.",
    ["change"],
  ),
  technical(
    "backup",
    "Backups that were restored",
    "Backups are taken daily, kept elsewhere, and restored for practice every quarter.",
    ["loss", "change"],
  ),
  technical(
    "redundancy",
    "Second place to run",
    "A second site takes over within the time that people can do without the data.",
    ["loss"],
  ),
  technical(
    "patching",
    "Updates in time",
    "Known holes are closed within a fixed time that depends on how bad they are.",
    all,
  ),
  technical(
    "malware",
    "Protection from malware",
    "Incoming files are scanned, and what may run is limited.",
    all,
  ),
  technical(
    "network",
    "Separate networks",
    "Systems with personal data are reached through a gateway only.",
    ["access", "change"],
  ),
  technical(
    "monitoring",
    "Alerts on the unusual",
    "Exports of unusual size, odd times and repeated refusals raise an alert.",
    ["access", "loss"],
  ),
  technical(
    "export-limit",
    "Exports limited",
    "Downloads are limited in size, carry a mark of who took them, and expire.",
    ["access"],
  ),
  technical(
    "tests",
    "Checks on every run",
    "Volumes, ranges and references are checked on every run, and a failed check stops it.",
    ["change", "loss"],
  ),
  technical(
    "secrets",
    "Secrets in a vault",
    "Passwords and tokens of jobs lie in a vault, not in code, and are rotated.",
    ["access"],
  ),
  technical(
    "device",
    "Managed devices",
    "Laptops are encrypted, lock by themselves and can be erased from afar.",
    ["access", "loss"],
  ),
  technical("test-data", "No real data in tests", "Test systems run on made-up or masked data.", ["access"]),
  data("minimise", "Fewer data", "Columns without a use are not loaded, and free text is left where it is.", [
    "access",
  ]),
  data(
    "pseudonyms",
    "Pseudonyms",
    "Names and numbers are replaced by pseudonyms, and the table that resolves them is held by somebody else.",
    ["access"],
  ),
  data(
    "aggregate",
    "Aggregates instead of people",
    "Results are published for groups of at least a fixed size.",
    ["access"],
  ),
  data("mask", "Masking on display", "Screens show the last digits only, unless the task needs more.", [
    "access",
  ]),
  data(
    "shorten",
    "Shorter periods",
    "Detail is thinned out early: day instead of minute, region instead of address.",
    ["access"],
  ),
  data(
    "verify-source",
    "Source of each value known",
    "Each value can be followed to its source, so that a wrong one is found and corrected everywhere.",
    ["change"],
  ),
]

const byKey = new Map(MEASURE_LIBRARY.map((measure) => [measure.key, measure]))
export const findLibraryMeasure = (key: string): LibraryMeasure | undefined => byKey.get(key)
