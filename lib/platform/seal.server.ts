import 'server-only'
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { needEnv } from './env'

/** A key for one purpose, from the installation's own: a copy of the database opens nothing that was sealed with it. */
const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', Buffer.from(needEnv('ENCRYPTION_KEY'), 'base64'), '', purpose, 32))

/** Seals a text (AES-256-GCM). */
export function seal(purpose: string, text: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.')
}

/** What was sealed; null when it was sealed with another key or changed since. */
export function unseal(purpose: string, sealed: string): string | null {
  const [iv, tag, content] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
  if (!iv || !tag || !content) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), iv).setAuthTag(tag)
    return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** A digest that nobody can repeat without the installation's key: for codes short enough to be tried one by one, and for links. */
export const keyedDigest = (purpose: string, text: string) => createHmac('sha256', keyFor(purpose)).update(text).digest('base64url')
