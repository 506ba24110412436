"use client"
import { Checkbox } from "@/components/ui/checkbox"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import {
  MECHANISM_LABELS,
  MECHANISMS,
  PARTY_ROLE_LABELS,
  PARTY_ROLES,
} from "@/server/privacy/domain/processing-activity"
import { EntryRows } from "./entry-rows"
import type { FormPart } from "./form-part"

const partyRoles = PARTY_ROLES.map((value) => ({ value, label: PARTY_ROLE_LABELS[value] }))
const mechanisms = MECHANISMS.map((value) => ({ value, label: MECHANISM_LABELS[value] }))
const outside = [
  { value: "no", label: "No" },
  { value: "yes", label: "Yes" },
]

/** Whose data, which data and for how long; who gets it, and where it goes. */
export function DataFields({ values, set, errorAt }: FormPart) {
  const leaves = values.transfersOutside
  return (
    <>
      <fieldset>
        <legend>Which data</legend>
        <TextField
          label="Categories of people"
          hint="One per line: customers, employees"
          rows={3}
          value={values.people.join("\n")}
          error={errorAt("people")}
          onChange={(text) => set({ people: text.split("\n") })}
        />
        <EntryRows
          what="category of data"
          rows={values.categories}
          fresh={{ name: "", classKey: null, special: false, retention: "" }}
          onChange={(categories) => set({ categories })}
        >
          {(row, change, index) => (
            <>
              <TextField
                label="Category of data"
                required
                value={row.name}
                error={errorAt(`categories.${index}.name`)}
                onChange={(name) => change({ name })}
              />
              <TextField
                label="Erased when"
                value={row.retention}
                error={errorAt(`categories.${index}.retention`)}
                onChange={(retention) => change({ retention })}
              />
              <Checkbox checked={row.special} onChange={(event) => change({ special: event.target.checked })}>
                Special category
              </Checkbox>
            </>
          )}
        </EntryRows>
      </fieldset>
      <fieldset>
        <legend>Who gets it</legend>
        <TextField
          label="Categories of recipients"
          hint="One per line: carriers, tax office"
          rows={3}
          value={values.recipients.join("\n")}
          error={errorAt("recipients")}
          onChange={(text) => set({ recipients: text.split("\n") })}
        />
        <EntryRows
          what="processor or party"
          rows={values.parties}
          fresh={{ name: "", role: "processor", country: "" }}
          onChange={(parties) => set({ parties })}
        >
          {(row, change, index) => (
            <>
              <TextField
                label="Party"
                required
                value={row.name}
                error={errorAt(`parties.${index}.name`)}
                onChange={(name) => change({ name })}
              />
              <ChoiceField
                label="Role"
                options={partyRoles}
                value={row.role}
                onChange={(role) => change({ role: role as typeof row.role })}
              />
              <TextField
                label="Country"
                value={row.country}
                error={errorAt(`parties.${index}.country`)}
                onChange={(country) => change({ country })}
              />
            </>
          )}
        </EntryRows>
      </fieldset>
      <fieldset>
        <legend>Where it goes</legend>
        <ChoiceField
          label="Does data leave the European Union?"
          options={outside}
          empty="Not said"
          value={leaves === null ? "" : leaves ? "yes" : "no"}
          onChange={(value) => set({ transfersOutside: value === "" ? null : value === "yes" })}
        />
        {leaves ? (
          <EntryRows
            what="transfer"
            rows={values.transfers}
            fresh={{ to: "", country: "", mechanism: "clauses", safeguards: "" }}
            onChange={(transfers) => set({ transfers })}
          >
            {(row, change, index) => (
              <>
                <TextField
                  label="Recipient"
                  required
                  value={row.to}
                  error={errorAt(`transfers.${index}.to`)}
                  onChange={(to) => change({ to })}
                />
                <TextField
                  label="Country"
                  required
                  value={row.country}
                  error={errorAt(`transfers.${index}.country`)}
                  onChange={(country) => change({ country })}
                />
                <ChoiceField
                  label="Allowed by"
                  options={mechanisms}
                  value={row.mechanism}
                  onChange={(mechanism) => change({ mechanism: mechanism as typeof row.mechanism })}
                />
                <TextField
                  label="Safeguards are written down in"
                  value={row.safeguards}
                  error={errorAt(`transfers.${index}.safeguards`)}
                  onChange={(safeguards) => change({ safeguards })}
                />
              </>
            )}
          </EntryRows>
        ) : null}
        <TextField
          label="Security"
          hint="Technical and organisational measures in general terms"
          rows={3}
          value={values.security}
          error={errorAt("security")}
          onChange={(security) => set({ security })}
        />
      </fieldset>
    </>
  )
}
