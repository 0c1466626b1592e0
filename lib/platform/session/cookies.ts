/** Names and lifetimes of what a browser keeps. On https the names bind the cookie to this host. */
export const secondsOfAccess = 10 * 60
export const daysOfRefresh = 14
export const daysOfFamily = 90
/** For how long a replaced token is answered with the same successor: parallel tabs, a lost response. */
export const secondsOfGrace = 10

export const isSecure = (url: string) => url.startsWith('https://')
export const accessCookie = (secure: boolean) => (secure ? '__Host-next-auth.session-token' : 'next-auth.session-token')
export const refreshCookie = (secure: boolean) => (secure ? '__Host-homeroom-refresh' : 'homeroom-refresh')
export const campusCookie = 'campus'

export const cookieOptions = (secure: boolean, maxAge: number) => ({ httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge }) as const
