import type { JsonValue } from "@/server/kernel/domain/plain-json"

/** A document of the exchange format's shape, written for these tests: loose types, unknown fields, names by title. */
export const sampleDocument = (): JsonValue => ({
  pia: {
    id: 41,
    status: "2",
    name: "Loyalty cards",
    category: "Marketing",
    author_name: "A. Author",
    evaluator_name: "E. Valuator",
    validator_name: null,
    dpo_status: "1",
    dpos_names: "D. Officer",
    dpo_opinion: "<p>In favour, <strong>if</strong> masked</p>",
    concerned_people_searched_opinion: false,
    concerned_people_searched_content: "<p>Too early</p>",
    progress: 64,
    structure_id: null,
    structure_name: "Kept",
    structure_data: { types: [1, 2] },
    ...{
      created_at: "2026-01-02T03:04:05.000Z",
      updated_at: null,
      lock_version: 3,
      is_example: 0,
      is_archive: 0,
    },
    user_pias: [],
  },
  answers: [
    {
      id: 1,
      pia_id: 41,
      reference_to: 111,
      data: { text: "<p>Cards of <em>customers</em></p>", gauge: null, list: [] },
    },
    { id: 2, pia_id: 41, reference_to: 112, data: { text: null }, updated_at: null },
    {
      id: 3,
      pia_id: 41,
      reference_to: 321,
      data: { text: null, gauge: null, list: ["Spam", "Loss of trust"] },
    },
    {
      id: 4,
      pia_id: 41,
      reference_to: 324,
      data: { list: ["Backups", "Renamed meanwhile"] },
      odd: { kept: true },
    },
    { id: 5, pia_id: 41, reference_to: 325, data: { text: "<p>Because</p>", gauge: "3", list: [] } },
  ],
  measures: [
    { id: 11, pia_id: 41, title: "Backups", content: "<p>Daily</p>", placeholder: "hint" },
    { id: 14, pia_id: 41, title: "Access", content: "" },
  ],
  evaluations: [
    { id: 1, status: 3, reference_to: "1.1", global_status: 2 },
    {
      id: 2,
      status: 2,
      reference_to: "2.1.211",
      action_plan_comment: "<p>Shorter</p>",
      gauges: { x: 0, y: 0 },
    },
    { id: 3, status: 1, reference_to: "3.1.14", evaluation_comment: "<p>Describe it</p>", gauges: null },
    {
      ...{
        id: 4,
        status: 2,
        reference_to: "3.2",
        action_plan_comment: "<p>Mask</p>",
        gauges: { x: "2", y: 1 },
      },
      estimated_implementation_date: "2026-05-01T00:00:00.000Z",
      person_in_charge: "Somebody",
    },
  ],
  comments: [
    {
      id: 1,
      reference_to: 111,
      description: "<p>Why?</p>",
      for_measure: false,
      created_at: "2026-01-03T00:00:00.000Z",
    },
    { id: 2, reference_to: 14, description: "Hm", for_measure: true, created_at: null },
  ],
  attachments: [{ name: "contract.pdf" }],
})
