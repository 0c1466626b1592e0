const within = /^\/(?!api(?:\/|$)|sign-in)(?![/\\])[^\\\u0000-\u001f]*$/

/** Where an address asks to go on to (after sign-in, after a deed): a page of ours, never an address that a link slipped in. */
export function pathWithin(next: string | string[] | undefined): string {
  if (typeof next !== 'string' || !within.test(next)) return '/'
  const { pathname, search } = new URL(next, 'http://here.invalid')
  // What the way was tidied to is asked again: `/.//evil.example` begins with one slash, and becomes two.
  return within.test(pathname) ? pathname + search : '/'
}
