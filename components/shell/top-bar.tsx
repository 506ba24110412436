"use client"
import dynamic from "next/dynamic"
import type { ReactNode } from "react"
import { Brand } from "./brand"
import { MainNav } from "./main-nav"
import type { ShellPerson, ShellWorkspace } from "./person-menu"
import type { Density, Theme } from "./prepare-appearance"
import type { NavItem } from "./prepare-navigation"

// Drawn on the server; what makes them work comes right after the page.
const PersonMenu = dynamic(() => import("./person-menu").then((module) => module.PersonMenu))
const ThemeSwitch = dynamic(() => import("./theme-switch").then((module) => module.ThemeSwitch))
const SmallScreenNav = dynamic(() => import("./small-screen-nav").then((module) => module.SmallScreenNav))

export type TopBarProps = {
  nav: readonly NavItem[]
  person: ShellPerson
  workspace: ShellWorkspace
  workspaces: readonly ShellWorkspace[]
  signOut: (() => Promise<void>) | string
  theme: Theme
  onTheme: (theme: Theme) => void
  density: Density
  onDensity: (density: Density) => void
  onSearch: () => void
  onShortcuts: () => void
  /** Something of a feature beside the search, such as the approvals bell. */
  children?: ReactNode
}

export function TopBar(props: TopBarProps) {
  const { nav, workspace, theme, onTheme, onSearch, children } = props
  return (
    <header className="top">
      <Brand href={workspace.href} />
      <MainNav items={nav} />
      <div className="tools">
        <button className="find" type="button" onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
          <span>
            Search<span className="more"> and commands</span>
          </span>
          <kbd>Ctrl K</kbd>
        </button>
        {children}
        <ThemeSwitch theme={theme} onChange={onTheme} />
        <PersonMenu
          person={props.person}
          workspace={workspace}
          workspaces={props.workspaces}
          density={props.density}
          onDensity={props.onDensity}
          onShortcuts={props.onShortcuts}
          signOut={props.signOut}
        />
        <SmallScreenNav items={nav} />
      </div>
    </header>
  )
}
