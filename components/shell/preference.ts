const year = 60 * 60 * 24 * 365

/** Keeps a choice of this browser where the server can read it before it draws. */
export function remember(name: string, value: string) {
  const secure = window.location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${value ? year : 0}; samesite=lax${secure}`
}
