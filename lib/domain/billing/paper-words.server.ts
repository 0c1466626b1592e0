import 'server-only'
import { createFormatter, createTranslator } from 'next-intl'
import type { Ctx } from '@/lib/platform/context'
import { isLocale } from '@/lib/platform/i18n/locales'
import { messagesOf } from '@/lib/platform/i18n/messages.server'
import { shownMoney } from '@/lib/platform/money'
import { toDate, type PlainDate } from '@/lib/platform/time'

export type PaperWords = { t: (key: string, values?: object) => string; money: (minor: number) => string; date: (on: PlainDate) => string }

/** The words of a letter in the language of whoever prints it: in a request as in the worker, which has none. */
export async function paperWords({ locale: asked, organization }: Ctx): Promise<PaperWords> {
  const locale = isLocale(asked) ? asked : 'en'
  const format = createFormatter({ locale })
  return {
    t: createTranslator({ locale, messages: await messagesOf(locale) }) as unknown as PaperWords['t'],
    money: (minor) => shownMoney(minor, organization.currency, locale),
    date: (on) => format.dateTime(toDate(on), { dateStyle: 'medium', timeZone: 'UTC' }),
  }
}
