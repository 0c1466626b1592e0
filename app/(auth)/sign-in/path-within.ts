/** Where to go after sign-in: a path of ours, never an address that a link slipped in. */
export function pathWithin(next: string | string[] | undefined): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(next)) return '/'
  const url = new URL(next, 'http://here.invalid')
  return url.host === 'here.invalid' && !url.pathname.startsWith('/sign-in') ? url.pathname + url.search : '/'
}
