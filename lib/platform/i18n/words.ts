// `#words` in the browser; on the server the same names come from words.server.ts (see "imports" in package.json).
export { useFormatter, useLocale, useTranslations } from 'next-intl'
