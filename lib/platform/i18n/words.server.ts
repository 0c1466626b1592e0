import 'server-only'
import { createFormatter, createTranslator, type useTranslations as useWords } from 'next-intl'
import { cache, use } from 'react'
import { getCtx } from '../context.server'
import { requestLocale } from './locale.server'
import { messagesOf, type Messages } from './messages.server'

/** The words of this request, and the zone in which instants are written: where the person is who asks. */
export const requestWords = cache(async () => {
  // A refusal must find its words even when the database is gone.
  const [locale, ctx] = await Promise.all([requestLocale(), getCtx().catch(() => null)])
  return { locale, timeZone: ctx?.timeZone ?? 'UTC', messages: await messagesOf(locale) }
})

type Words = Awaited<ReturnType<typeof requestWords>>
const made = new WeakMap<Messages, Map<string, unknown>>()

/** Sentences are parsed and formatters built once a process, not once a request: that was a tenth of a page. */
function once<Made>({ locale, timeZone, messages }: Words, what: string, make: () => Made): Made {
  const known = made.get(messages) ?? new Map<string, unknown>()
  made.set(messages, known)
  const key = `${locale} ${timeZone} ${what}`
  const before = known.get(key) as Made | undefined
  if (before !== undefined) return before
  const now = make()
  known.set(key, now)
  return now
}

const translatorOf = (words: Words, namespace?: string) => once(words, namespace ?? '.', () => createTranslator({ ...words, namespace }) as ReturnType<typeof useWords>)
const formatterOf = (words: Words) => once(words, '', () => createFormatter({ locale: words.locale, timeZone: words.timeZone }))

export const getTranslations = async (namespace?: string) => translatorOf(await requestWords(), namespace)
export const getFormatter = async () => formatterOf(await requestWords())
/** The same for components that are drawn on both sides: they take them from `#words`. */
export const useTranslations = (namespace: string) => translatorOf(use(requestWords()), namespace)
export const useFormatter = () => formatterOf(use(requestWords()))
export const useLocale = () => use(requestWords()).locale
