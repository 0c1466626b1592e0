import crypto from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dataDir, inData } from './paths.mjs'
import { Problem } from './say.mjs'

const make = {
  postgresPassword: () => crypto.randomBytes(24).toString('base64url'),
  ownerPassword: () => crypto.randomBytes(24).toString('base64url'),
  appPassword: () => crypto.randomBytes(24).toString('base64url'),
  nextauthSecret: () => crypto.randomBytes(32).toString('base64url'),
  // Next wants an AES key of 16, 24 or 32 bytes in plain base64.
  actionsKey: () => crypto.randomBytes(32).toString('base64'),
  encryptionKey: () => crypto.randomBytes(32).toString('base64'),
}

/** The secrets of this installation, made once and kept beside its data, readable by its user only. */
export function secrets() {
  const file = inData('secrets.json')
  let kept = {}
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new Problem(`${file} is damaged (${error.message}). Move it away, then start again: new secrets are made, the data stays, everybody signs in anew.`)
    if (error.code !== 'ENOENT') throw error
  }
  const missing = Object.keys(make).filter((name) => !kept[name])
  if (missing.length > 0) {
    for (const name of missing) kept[name] = make[name]()
    mkdirSync(dataDir(), { recursive: true })
    const fresh = `${file}.${process.pid}`
    writeFileSync(fresh, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flush: true })
    renameSync(fresh, file)
  }
  return kept
}
