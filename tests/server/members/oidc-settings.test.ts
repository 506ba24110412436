import { describe, expect, it } from "vitest"
import { oidcSettings } from "@/server/members/oidc-settings"

const env = {
  PLUMBLINE_OIDC_ISSUER: "https://login.example.org/realms/northmark",
  PLUMBLINE_OIDC_CLIENT_ID: "plumbline",
  PLUMBLINE_OIDC_CLIENT_SECRET: "secret",
}

describe("the settings of the identity provider", () => {
  it("are absent, whole, or an error that says what is missing", () => {
    expect(oidcSettings({})).toBeUndefined()
    expect(oidcSettings(env)).toMatchObject({ clientId: "plumbline", name: "single sign-on" })
    expect(oidcSettings({ ...env, PLUMBLINE_OIDC_NAME: "Northmark login" })?.name).toBe("Northmark login")
    for (const name of Object.keys(env)) {
      expect(() => oidcSettings({ ...env, [name]: "" })).toThrow("PLUMBLINE_OIDC_CLIENT_SECRET")
    }
  })

  it("send no secret over an open network", () => {
    const at = (issuer: string) => () => oidcSettings({ ...env, PLUMBLINE_OIDC_ISSUER: issuer })
    for (const issuer of [
      "http://login.example.org",
      "http://localhost.example.org",
      "ftp://localhost",
      "login",
    ]) {
      expect(at(issuer), issuer).toThrow("https")
    }
    for (const issuer of ["http://localhost:3199", "http://127.0.0.1:1", "http://[::1]:1"])
      expect(at(issuer)).not.toThrow()
  })
})
