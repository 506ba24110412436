import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CLASS_WORDS } from "@/server/catalog/domain/class-words"
import { DEFAULT_SCHEME } from "@/server/catalog/domain/default-scheme"
import { nameWords, suggestClass } from "@/server/catalog/domain/suggest-class"

const guess = (name: string, type = "text", asset = "orders") => suggestClass({ name, type }, asset)?.classKey

describe("the words of a name", () => {
  it.each([
    ["customerEmail_1", ["customer", "email", "1"]],
    ["HTTPStatusCode", ["http", "status", "code"]],
    ["Straße.Größe", ["strasse", "groesse"]],
    ["prénom-du-client", ["prenom", "du", "client"]],
    ["IBAN", ["iban"]],
    ["", []],
  ])("of %s are %j", (name, words) => expect(nameWords(name)).toEqual(words))
})

describe("a suggestion from a name", () => {
  it.each([
    ["email", "email"],
    ["customer_e_mail", "email"],
    ["EmailAdresse", "email"],
    ["courriel_client", "email"],
    ["contactPhoneNumber", "phone"],
    ["Telefonnummer", "phone"],
    ["numero_telephone", "phone"],
    ["first_name", "person_name"],
    ["Vorname", "person_name"],
    ["prénom", "person_name"],
    ["nom_de_famille", "person_name"],
    ["recipient_name", "person_name"],
    ["username", "account"],
    ["user_name", "account"],
    ["Kundennummer", "account"],
    ["customer_id", "account"],
    ["geburtsdatum", "birth_date"],
    ["date_de_naissance", "birth_date"],
    ["ssn", "national_id"],
    ["steuer_id", "national_id"],
    ["delivery_address", "postal_address"],
    ["PLZ", "postal_address"],
    ["code_postal", "postal_address"],
    ["iban", "payment"],
    ["Kreditkarte_Nummer", "payment"],
    ["client_ip", "online_id"],
    ["diagnosis_code", "health"],
    ["arret_maladie_debut", "health"],
    ["religion", "origin_belief"],
    ["password_hash", "credential"],
    ["mot_de_passe", "credential"],
    ["Gehalt", "employment"],
    ["agent_comment", "free_text"],
    ["Bemerkungen", "free_text"],
    ["latitude", "location"],
  ])("%s speaks for %s", (name, classKey) => expect(guess(name)).toBe(classKey))

  it.each([
    ["email_sent_count", "int"],
    ["email_verified", "boolean"],
    ["has_email", "bool"],
    ["is_email", "text"],
    ["email_template", "text"],
    ["phone_type", "text"],
    ["name_of_product", "text"],
    ["product_name", "text"],
    ["nom_produit", "text"],
    ["artikel_name", "text"],
    ["carrier_name", "text"],
    ["store_city", "text"],
    ["file_name", "text"],
    ["hostname", "text"],
    ["column_name", "text"],
    ["displayed", "text"],
    ["storage", "int"],
    ["age_limit", "int"],
    ["page", "int"],
    ["telemetry", "text"],
    ["intel", "text"],
    ["shipment", "text"],
    ["ipo_date", "date"],
    ["email", "int"],
    ["last_name_changed_at", "timestamp"],
    ["comment_count", "int"],
    ["name", "text"],
    ["city", "text"],
    ["order_status", "text"],
    ["quantity", "int"],
    ["updated_at", "timestamp"],
    ["", "text"],
    ["___", "text"],
  ])("%s (%s) speaks for nothing", (name, type) => expect(guess(name, type)).toBeUndefined())

  it("takes a bare name for a person's only where the asset is about people, and is not sure", () => {
    expect(suggestClass({ name: "name", type: "text" }, "customers")).toMatchObject({
      classKey: "person_name",
      sure: false,
    })
    expect(suggestClass({ name: "Name", type: "varchar(80)" }, "Kunden")?.classKey).toBe("person_name")
    expect(suggestClass({ name: "name", type: "text" }, "stores")).toBeUndefined()
    expect(suggestClass({ name: "city", type: "text" }, "customer_addresses")?.classKey).toBe(
      "postal_address",
    )
  })

  it("does not take a store's street and phone for a person's", () => {
    expect(guess("street", "text", "stores")).toBeUndefined()
    expect(guess("phone", "text", "suppliers")).toBeUndefined()
    expect(guess("street", "text", "customers")).toBe("postal_address")
    expect(guess("contact_email", "text", "suppliers")).toBe("email")
  })

  it("names the words that led to it", () => {
    expect(suggestClass({ name: "customer_email", type: "text" })).toEqual({
      classKey: "email",
      because: "email",
      sure: true,
    })
  })

  it("never fails, whatever a field is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), fc.string(), (name, type, asset) => {
        const found = suggestClass({ name, type }, asset)
        expect(found === undefined || typeof found.classKey === "string").toBe(true)
      }),
    )
  })

  it("names only classes that the built-in scheme has", () => {
    const known = new Set(DEFAULT_SCHEME.classes.map(({ key }) => key))
    expect(CLASS_WORDS.filter(({ classKey }) => !known.has(classKey))).toEqual([])
  })
})
