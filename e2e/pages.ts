import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Every `page.tsx` of the app as the address pattern it answers, so that a new page is walked the day it is born. */
export function pagePatterns(folder = 'app', path = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory() && entry.name !== 'api') return pagePatterns(join(folder, entry.name), entry.name.startsWith('(') ? path : `${path}/${entry.name}`)
    return entry.name === 'page.tsx' ? [path || '/'] : []
  })
}

/** Pages for everybody; all others ask who one is. */
export const openPages = ['/sign-in', '/status']
