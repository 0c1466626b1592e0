export const locales = ['en', 'es'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'
export const isLocale = (text: unknown): text is Locale => locales.includes(text as Locale)
/** Cookie that keeps the choice of a person who is not signed in, and of this browser. */
export const localeCookie = 'locale'
