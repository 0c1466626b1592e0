import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { navigation } from '@/app/(school)/navigation'

/** What `setup/[catalog]` serves stands in the navigation, entry by entry, and has no folder of its own. */
const catalogs = navigation.flatMap(({ rooms }) => rooms.map(({ href }) => href)).filter((href) => href.startsWith('/setup/') && !existsSync(join('app/(school)', href)))

/** Every `page.tsx` of the app as the address pattern it answers, so that a new page is walked the day it is born. */
export function pagePatterns(folder = 'app', path = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory() && entry.name !== 'api') return pagePatterns(join(folder, entry.name), entry.name.startsWith('(') ? path : `${path}/${entry.name}`)
    if (entry.name !== 'page.tsx') return []
    return path.startsWith('/setup/[catalog]') ? catalogs.map((href) => path.replace('/setup/[catalog]', href)) : [path || '/']
  })
}

/** Pages for everybody; all others ask who one is. */
export const openPages = ['/sign-in', '/status', '/forgot', '/reset/[token]', '/accept/[token]', '/verify/[token]']
