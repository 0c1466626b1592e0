import { createRequire } from 'node:module'
import type { Page } from './load'
import type { visitors } from './pages'

const require = createRequire(import.meta.url)
const { computeCacheBustingSearchParam } = require('next/dist/shared/lib/router/utils/cache-busting-search-param') as { computeCacheBustingSearchParam: (prefetch?: string, segment?: string, tree?: string, nextUrl?: string) => Promise<string> }

/** An address as the router asks for it: `_rsc` is the hash of what the answer depends on; with another one the server answers 307. */
async function addressed(url: string, path: string, tree: string): Promise<string> {
  const address = new URL(path, url)
  const hash = await computeCacheBustingSearchParam(undefined, undefined, tree, undefined)
  address.search = [address.search.slice(1), `_rsc=${hash}`].filter(Boolean).join('&')
  return address.href
}

/** Bit that marks the segment of the root layout. */
const rootLayout = 16

/** Where the router stands on a page of the school without parameters, as it tells the server. */
function treeOf(path: string): string {
  const inside = ['(school)', ...path.split('/').filter(Boolean), '__PAGE__'].reduceRight<unknown>((children, segment) => [segment, children ? { children } : {}], null)
  return encodeURIComponent(JSON.stringify(['', { children: inside }, null, null, rootLayout]))
}

type Step = { from: string; to: string }

/** The request that `next/link` makes when somebody goes from one page to another: only what differs between them is drawn, and travels as data. */
export const navigationOf = (url: string, cookieOf: ReturnType<typeof visitors>, name: string, { from, to }: Step, email: string): Page => ({
  name,
  async enter() {
    const cookie = await cookieOf(email)
    const tree = treeOf(from)
    const address = await addressed(url, to, tree)
    const ask = () => fetch(address, { headers: { cookie, rsc: '1', 'next-router-state-tree': tree }, redirect: 'manual' })
    const answer = await ask()
    const type = answer.headers.get('content-type')
    await answer.arrayBuffer()
    if (answer.status !== 200 || type !== 'text/x-component') throw new Error(`${name}: the router's request was answered ${answer.status} ${type}.`)
    return ask
  },
})
