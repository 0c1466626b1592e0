// The settings of a start: .env beside the project, under what the environment says already.
import { existsSync } from 'node:fs'
import { at, dataDir } from './paths.mjs'
import { Problem } from './say.mjs'
import { secrets } from './secrets.mjs'

export function loadDotEnv() {
  if (existsSync(at('.env'))) process.loadEnvFile(at('.env'))
}

/** Reads every setting as the application will; a wrong one is a Problem of one sentence. */
export async function readSettings() {
  const { tsImport } = await import('tsx/esm/api')
  const { parseSettings } = await tsImport('../../lib/platform/settings.ts', import.meta.url)
  const { settings, wrong } = parseSettings(process.env)
  if (wrong) throw new Problem(wrong)
  return settings
}

/** What the application needs and a person need not set. It never holds the owner's key: what it cannot do, nobody can make it do. */
export function filledIn({ urls, url, settings, isDemo = false }) {
  const kept = secrets()
  return {
    DATABASE_URL: undefined,
    APP_DATABASE_URL: urls.app,
    DATA_DIR: dataDir(),
    NEXTAUTH_URL: settings.NEXTAUTH_URL ?? url,
    NEXTAUTH_SECRET: settings.NEXTAUTH_SECRET ?? kept.nextauthSecret,
    ENCRYPTION_KEY: settings.ENCRYPTION_KEY ?? kept.encryptionKey,
    ...(isDemo && !process.env.SECOND_FACTOR ? { SECOND_FACTOR: 'optional' } : {}),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: settings.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? kept.actionsKey,
  }
}
