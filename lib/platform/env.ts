import 'server-only'
import { parseSettings, type Settings } from './settings'

let parsed: Settings | undefined

function settings(): Settings {
  if (parsed) return parsed
  const result = parseSettings(process.env)
  if (!result.settings) throw new Error(result.wrong)
  return (parsed = result.settings)
}

/** The settings, parsed when the first is read, so that a build needs none. */
export const env = new Proxy({} as Readonly<Settings>, {
  get: (_, name: keyof Settings) => settings()[name],
})

/** A setting that the running application cannot be without. */
export function needEnv<Name extends keyof Settings>(name: Name): NonNullable<Settings[Name]> {
  const value = settings()[name]
  if (value === undefined) throw new Error(`The setting ${name} is missing. npm start fills it in; a process started in another way needs it in its environment.`)
  return value as NonNullable<Settings[Name]>
}
