import type { DemoRisk } from "./write-assessment"

/** The impact assessment of the camera pilot of Shelf availability, after which a high risk remains. */
export const CAMERA_TEXTS: Record<number, string> = {
  111: "In three stores, cameras above the shelves look for gaps every ten minutes, so that teams refill before the walk of the afternoon. They replace four walks a day if the pilot holds.",
  112: "Northmark Retail is the controller. Ines Moreau owns the product, Marek Novak is its data steward. Sightline mounts the cameras and finds the gaps, as a processor in the Union. The store managers answer for the signs.",
  113: "The guidelines 3/2019 of the European Data Protection Board on video devices, and the agreement with the works council of May.",
  121: "Pictures of shelves, and of customers and staff who stand before them: 40 seconds on the device, then deleted. Lists of gaps without pictures: two years. Store teams and analysts see the lists; nobody sees pictures but the service engineer, with a second person.",
  122: "1. A camera takes a picture every ten minutes.\n2. People in it are blacked out on the device.\n3. Gaps are found on the device.\n4. The list of gaps goes to the warehouse.\n5. The picture is overwritten after 40 seconds.",
  123: "Cameras with a computer of their own, a store network of their own, and the warehouse for the lists. No paper.",
  211: "To find gaps on shelves. Not to watch customers or staff, not against theft, not to count who comes.",
  212: "Legitimate interest, Art. 6(1)(f). The balance is uneven: people cannot avoid the aisles, which is why the authority is asked.",
  213: "One picture in ten minutes instead of film, no sound, an angle that ends at the upper edge of the shelf.",
  214: "A team member confirms or rejects each gap on the tablet; rejected gaps train nothing.",
  215: "Pictures 40 seconds, because the device needs two tries. Lists two years, as for the walks by hand.",
  221: "Signs at the door and at each aisle, with the purpose, the controller and how to object; a page with pictures in the shop.",
  222: "Consent is not the basis. Staff cannot refuse an aisle freely, and customers do not ask at the door.",
  223: "There is nothing to give after 40 seconds; the desk for people's requests says so, and what the lists hold.",
  224: "Pictures are gone before a request arrives. A gap that was wrongly found is rejected on the tablet.",
  225: "On an objection a store team covers the camera of the aisle for the time of the visit. This does not reach those who do not ask.",
  226: "Sightline by contract of September, with a right to look into the devices. No further processor.",
  227: "No data leave the Union.",
}

export const CAMERA_MEASURES = [
  ...["processor-contract", "processor-audit", "shorten", "network"],
  ...["access-log", "patching", "aggregate", "redundancy"],
]

export const CAMERA_RISKS: DemoRisk[] = [
  {
    impacts: [
      "Staff are measured by how long they stand at a shelf",
      "It becomes known who buys what, when and with whom",
    ],
    threats: ["A camera keeps pictures after an update", "Somebody takes a device off the ceiling"],
    sources: ["The maker of the devices", "A manager who wants to see more than gaps"],
    measures: ["Shorter periods", "Separate networks", "Log of access", "Looking into processors"],
    severity: [3, "Staff cannot get out of its way, and a picture shows more than an aisle."],
    likelihood: [3, "The maker can change by remote update what a camera keeps."],
    inherent: [4, 4],
  },
  {
    impacts: ["A team is blamed for gaps that were none"],
    threats: ["A faulty model finds gaps in full shelves"],
    sources: ["A model that was trained in another store"],
    measures: ["Aggregates instead of people"],
    severity: [2, "Blame is unpleasant and put right in the next walk."],
    likelihood: [2, "Each gap is confirmed by hand."],
    inherent: [2, 3],
  },
  {
    impacts: ["Teams walk again, as before"],
    threats: ["A camera fails"],
    sources: ["A failure of hardware"],
    measures: ["Second place to run"],
    severity: [1, "People notice nothing."],
    likelihood: [2, "Walks by hand stay for the time of the pilot."],
    inherent: [1, 3],
  },
]

export const CAMERA_DOSSIER = {
  responsibilities:
    "**Controller:** Northmark Retail, Hafenstrasse 12, Hamburg; privacy@northmark.example.\n\n**Processor:** Sightline B.V., Keizersgracht 310, Amsterdam: mounts the cameras, keeps them up to date and finds the gaps.\n\nThere are no joint controllers. Within the group only Northmark Retail runs stores with cameras.",
  officerContact: "Sofia Lindqvist, dpo@northmark.example, +49 40 555 0142, weekdays from 9 to 16.",
  otherInformation: "",
}
