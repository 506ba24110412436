import { describe, expect, it } from "vitest"
import { contentDisposition, extensionOf, safeFileName } from "@/server/discussion/domain/file-name"
import { linkUrlSchema, shortAddress } from "@/server/discussion/domain/link"
import { emphasiseMentions, mentionedIn } from "@/server/discussion/domain/mention"

const people = [
  { id: "1", name: "Ann" },
  { id: "2", name: "Ann Lee" },
  { id: "3", name: "Jan Novák" },
  { id: "4", name: "Sam Park" },
  { id: "5", name: "Sam Park" },
  { id: "6", name: "Eve (x) Mc-Coy" },
]

describe("who a text names", () => {
  it("is the longest whole name after an @", () => {
    expect(mentionedIn("@Ann Lee, please", people)).toEqual(["2"])
    expect(mentionedIn("@Ann Leeds, please (@Jan Novák)", people)).toEqual(["1", "3"])
    expect(mentionedIn("@Anna, mail ann@Ann Lee", people)).toEqual([])
    expect(mentionedIn("@Ann and @Ann again", people)).toEqual(["1"])
  })

  it("is everybody of that name, unless one was chosen", () => {
    expect(mentionedIn("@Sam Park", people)).toEqual(["4", "5"])
    expect(mentionedIn("@Sam Park", people, ["5", "1"])).toEqual(["5"])
  })

  it("stands in bold, but not in code", () => {
    expect(emphasiseMentions("@Ann Lee: `@Ann Lee` (@Ann Lee)", ["Ann", "Ann Lee"])).toBe(
      "**@Ann Lee**: `@Ann Lee` (**@Ann Lee**)",
    )
    expect(emphasiseMentions("x@Ann @Anna\n```\n@Ann\n", ["Ann", "Eve (x) Mc-Coy"])).toBe(
      "x@Ann @Anna\n```\n@Ann\n",
    )
  })
})

describe("names of files", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\temp\\plan.csv", "plan.csv"],
    [".hidden.csv", "hidden.csv"],
    ["evil\u202Efdp.exe", "evilfdp.exe"],
    ["a\u0000b\n.txt", "ab.txt"],
    ["con.txt", "_con.txt"],
    ['what?<"x">.csv', "what__\u005fx__.csv"],
    ["..", ""],
    ["Übersicht Łódź.pdf", "Übersicht Łódź.pdf"],
  ])("%j are kept as %j", (given, kept) => expect(safeFileName(given)).toBe(kept))

  it("are cut before the extension", () => {
    const name = safeFileName(`${"x".repeat(500)}.xlsx`)
    expect([name.length, extensionOf(name)]).toEqual([180, "xlsx"])
  })

  it("cannot end the header they stand in", () => {
    expect(contentDisposition("attachment", 'ü"; x=.csv')).toBe(
      "attachment; filename=\"__; x=.csv\"; filename*=UTF-8''%C3%BC%22%3B%20x%3D.csv",
    )
  })
})

describe("links", () => {
  it.each([
    "javascript:alert(1)",
    "ftp://example.org",
    "example.org",
    "data:text/html,x",
    "https://me:secret@example.org",
    "",
  ])("%j is refused", (url) => expect(linkUrlSchema.safeParse(url).success).toBe(false))

  it("are shown by host and path", () => {
    expect(linkUrlSchema.parse(" https://www.example.org/a?b=c ")).toBe("https://www.example.org/a?b=c")
    expect(shortAddress("https://www.example.org/a?b=c")).toBe("example.org/a")
  })
})
