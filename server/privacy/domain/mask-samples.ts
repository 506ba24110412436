/** Made-up values, one per built-in class, to show what a mask leaves of them. Nobody's. */
const SAMPLES: Record<string, string> = {
  email: "ada.example@mail.example",
  phone: "+44 20 7946 0958",
  person_name: "Ada Example",
  postal_address: "12 Sample Street, 10115 Berlin",
  account: "C-10048213",
  online_id: "203.0.113.42",
  birth_date: "1984-02-29",
  national_id: "123-45-6789",
  location: "52.5200, 13.4050",
  payment: "DE02 1203 0000 0000 2020 51",
  employment: "54,200 EUR",
  health: "J45.9",
  biometric: "a1f3-77c0-template",
  origin_belief: "none stated",
  sexuality: "not stated",
  criminal: "none on record",
  credential: "s3cret-sample",
  free_text: "Please ring twice, the bell is weak",
  none: "SKU-4711",
}

/** A made-up value of a class; of the workspace's own classes a plain one. */
export const sampleOf = (classKey: string) =>
  Object.hasOwn(SAMPLES, classKey) ? SAMPLES[classKey]! : "Sample value 12345"
