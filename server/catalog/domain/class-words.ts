/** One class and the words in a field's name that speak for it: English, German, French. "a b" means a followed by b. */
export type ClassWords = {
  classKey: string
  /** Enough alone. */
  strong: readonly string[]
  /** Enough only where nothing else is named and the asset is about people. */
  weak?: readonly string[]
  /** The type must not be a number, date or flag. */
  text?: true
}

const words = (text: string): readonly string[] =>
  text.split(",").map((phrase) => phrase.trim().replace(/\s+/g, " "))

/** Checked in this order: the first class that fits wins, so the narrow ones come first. */
export const CLASS_WORDS: readonly ClassWords[] = [
  {
    classKey: "credential",
    strong: words(`
    password, passwd, passwort, kennwort, mot de passe, secret, api key, apikey, private key, access
    token, refresh token, credential, credentials, otp, pin code, totp
  `),
    text: true,
  },
  {
    classKey: "health",
    strong: words(`
    diagnosis, diagnose, diagnostic, icd, icd10, disease, krankheit, maladie, medication,
    medikament, medicament, allergy, allergies, allergie, disability, behinderung, handicap,
    pregnancy, pregnant, schwangerschaft, grossesse, blood type, blutgruppe, groupe sanguin,
    patient, treatment plan, health status, gesundheit, sante, sick leave, krankmeldung, arret
    maladie, vaccination, impfung
  `),
  },
  {
    classKey: "biometric",
    strong: words(`
    fingerprint, fingerabdruck, empreinte digitale, face id, face embedding, facial, iris scan,
    voice print, voiceprint, biometric, biometrie, dna, genome, genetic
  `),
  },
  {
    classKey: "origin_belief",
    strong: words(`
    religion, konfession, church tax, kirchensteuer, ethnicity, ethnic, ethnie, race code,
    political, party membership, parteimitglied, union member, trade union, gewerkschaft, syndicat,
    belief, weltanschauung
  `),
  },
  {
    classKey: "sexuality",
    strong: words(`
    sexual orientation, sexuelle orientierung, orientation sexuelle, sex life
  `),
  },
  {
    classKey: "criminal",
    strong: words(`
    criminal record, conviction, vorstrafe, vorstrafen, casier judiciaire, offence, offense
  `),
  },
  {
    classKey: "national_id",
    strong: words(`
    ssn, social security, sozialversicherungsnummer, sv nummer, national id, national insurance,
    nino, passport, passport number, reisepass, passnummer, passeport, personalausweis,
    ausweisnummer, identity card, carte identite, tax id, tin, steuer id, steuernummer,
    steueridentifikationsnummer, numero fiscal, numero securite sociale, insee, pesel, driver
    license, driving licence, drivers licence, fuehrerschein, permis de conduire
  `),
  },
  {
    classKey: "payment",
    strong: words(`
    iban, bic, swift, bank account, kontonummer, bankverbindung, compte bancaire, credit card, card
    number, kreditkarte, kartennummer, carte bancaire, numero carte, cvv, cvc, sort code,
    bankleitzahl, blz, routing number, account holder, kontoinhaber, titulaire compte
  `),
  },
  {
    classKey: "employment",
    strong: words(`
    salary, gehalt, lohn, salaire, payroll, wage, bonus amount, appraisal, performance rating
  `),
  },
  {
    classKey: "email",
    strong: words(`
    email, e mail, mail address, mailaddress, emailadresse, email adresse, mail adresse,
    mailadresse, adresse mail, adresse email, courriel, adresse electronique
  `),
    weak: words("mail"),
    text: true,
  },
  {
    classKey: "phone",
    strong: words(`
    phone, phonenumber, telephone, telefon, telefonnummer, mobile number, mobile phone, handy,
    handynummer, mobilnummer, mobilfunk, rufnummer, tel, fax, msisdn, numero telephone, portable,
    whatsapp
  `),
    weak: words("mobile, cell"),
  },
  {
    classKey: "birth_date",
    strong: words(`
    birth date, birthdate, date of birth, birthday, birth year, dob, geburtsdatum, geburtstag,
    geburtsjahr, date naissance, date de naissance, annee naissance, age group, altersgruppe,
    tranche age
  `),
    weak: words("age, alter"),
  },
  {
    classKey: "online_id",
    strong: words(`
    ip address, ip adresse, ipaddress, adresse ip, ip, ipv4, ipv6, client ip, remote addr, cookie,
    cookie id, device id, deviceid, idfa, gaid, advertising id, mac address, user agent, session id,
    browser fingerprint, imei
  `),
    text: true,
  },
  {
    classKey: "location",
    strong: words(`
    latitude, longitude, lat, lon, lng, gps, geolocation, geo point, breitengrad, laengengrad,
    standort kunde, customer location, position gps
  `),
  },
  {
    classKey: "postal_address",
    strong: words(`
    street, street address, strasse, hausnummer, house number, rue, address line, address1,
    address2, postal address, home address, delivery address, billing address, shipping address,
    lieferadresse, rechnungsadresse, wohnadresse, anschrift, adresse livraison, adresse postale,
    adresse facturation, postcode, postal code, zip, zip code, zipcode, postleitzahl, plz, code
    postal
  `),
    weak: words("address, adresse, city, ort, stadt, ville"),
    text: true,
  },
  {
    classKey: "account",
    strong: words(`
    username, user name, benutzername, nom utilisateur, identifiant, login, login name, user id,
    userid, customer id, customerid, customer number, customer no, kundennummer, kunden nr, kunden
    id, numero client, id client, client id, member id, mitgliedsnummer, loyalty card, loyalty
    number, kundenkarte, employee id, employee number, personalnummer, mitarbeiter id, matricule,
    person id, subscriber id, contact id
  `),
  },
  {
    classKey: "person_name",
    strong: words(`
    first name, firstname, given name, givenname, forename, middle name, last name, lastname,
    surname, family name, familyname, full name, fullname, maiden name, customer name, person name,
    contact name, recipient name, employee name, user full name, patient name, vorname, nachname,
    familienname, geburtsname, kundenname, empfaenger name, name empfaenger, ansprechpartner,
    prenom, nom famille, nom de famille, nom client, nom complet, nom naissance, display name,
    cardholder, cardholder name
  `),
    weak: words("name, nom"),
    text: true,
  },
  {
    classKey: "free_text",
    strong: words(`
    comment, comments, kommentar, commentaire, remarks, remark, bemerkung, bemerkungen, notes,
    notiz, notizen, free text, freitext, texte libre, message body, message text, nachricht,
    feedback text, complaint text, beschwerdetext, chat text, transcript, review text
  `),
    weak: words("note, message, feedback, body"),
    text: true,
  },
]

/** Words that turn a field into a figure, a flag or a setting about the thing, not the thing itself. */
export const MEASURE_WORDS: readonly string[] = words(`
    count, cnt, anzahl, nombre, sum, summe, total, avg, average, rate, quote, ratio, share, percent,
    pct, score, sent, gesendet, envoye, opened, clicked, bounced, is, has, ist, hat, flag, enabled,
    verified, bestaetigt, verifie, valid, status, state, type, typ, kind, format, length, len,
    template, vorlage, campaign, kampagne, provider, domain, version, reminder, frequency, channel,
    kanal, consent, einwilligung, consentement, opt, optin, language, retries, attempts, changed,
    updated, created, expired, expires, days, at, required, missing, limit
  `)

/** What a name may belong to that is not a person: "product_name", "nom_produit", "name_of_store". */
export const THING_WORDS: readonly string[] = words(`
    product, produkt, produit, article, artikel, item, sku, store, filiale, magasin, shop, laden,
    warehouse, lager, entrepot, supplier, lieferant, fournisseur, carrier, spediteur, transporteur,
    brand, marke, marque, company, firma, entreprise, category, kategorie, categorie, group, gruppe,
    groupe, file, datei, fichier, column, spalte, colonne, table, tabelle, schema, job, pipeline,
    model, modell, modele, event, ereignis, evenement, metric, kennzahl, region, country, land,
    pays, city, stadt, ville, department, abteilung, service, project, projekt, projet, route, host,
    server, queue, topic, promotion, promo, season, saison, class, klasse, classe, unit, einheit,
    unite, currency, parcel, paket, colis, depot, hub, zone, shelf, regal, rayon, display, screen,
    page, site, device, app, feature, field, system, source, target
  `)

/** An asset named with one of these is about people, so that a bare "name" in it is one's name. */
export const PEOPLE_WORDS: readonly string[] = words(`
    customer, customers, kunde, kunden, client, clients, person, persons, people, personen,
    personnes, user, users, benutzer, utilisateur, utilisateurs, employee, employees, mitarbeiter,
    salarie, salaries, staff, personal, member, members, mitglied, mitglieder, membre, membres,
    contact, contacts, kontakt, kontakte, patient, patients, subscriber, subscribers, guest, guests,
    gast, visitor, visitors, applicant, applicants, bewerber, candidat, candidats, recipient,
    recipients, empfaenger, destinataire, destinataires, crm
  `)
