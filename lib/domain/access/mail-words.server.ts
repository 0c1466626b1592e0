import 'server-only'
import { createTranslator } from 'next-intl'
import { needEnv } from '@/lib/platform/env'
import { isLocale } from '@/lib/platform/i18n/locales'
import { messagesOf } from '@/lib/platform/i18n/messages.server'
import { keyedDigest } from '@/lib/platform/seal.server'
import { mailTemplates, type MailParams, type MailTemplate } from './mail'

export type MailFacts = { id: string; template: MailTemplate; locale: string; params: MailParams; organization: string | null }
export type MailWords = { locale: string; subject: string; heading: string; lines: string[]; button: { label: string; href: string } | null; foot: string; from: string }

/**
 * The token of a mail's link follows from the mail and our key: it is kept nowhere, sending twice sends the same one, and
 * whoever has the database alone cannot make it.
 */
export const tokenOfMail = (mailId: string) => keyedDigest('mail link', mailId)

/** Where a mail's link leads; the host is the one that is configured, whatever a request said. */
export function linkOfMail({ id, template }: Pick<MailFacts, 'id' | 'template'>): string | null {
  const link = mailTemplates[template]
  return link && new URL(`${link.path}/${tokenOfMail(id)}`, needEnv('NEXTAUTH_URL')).href
}

/** What a mail says, in the language of whom it is for. */
export async function wordsOfMail(mail: MailFacts): Promise<MailWords> {
  const locale = isLocale(mail.locale) ? mail.locale : 'en'
  const t = createTranslator({ locale, messages: await messagesOf(locale) }) as unknown as (key: string, values?: object) => string
  const from = mail.organization ?? 'Homeroom'
  const href = linkOfMail(mail)
  const hours = mailTemplates[mail.template]?.hours ?? 0
  const values = { organization: from, ...mail.params, hours, days: Math.round(hours / 24) }
  const say = (part: string) => t(`mails.${mail.template}.${part}`, values)
  return {
    locale, from, subject: say('subject'), heading: say('heading'), lines: say('text').split('\n').filter(Boolean),
    button: href ? { label: say('button'), href } : null,
    foot: t(href ? 'mails.footLink' : 'mails.foot', values),
  }
}

/** The plain half of a mail: all that it says, with the link in full. */
export const textOfMail = ({ heading, lines, button, foot, from }: MailWords): string =>
  [heading, '', lines.join('\n\n'), ...(button ? ['', `${button.label}:`, button.href] : []), '', '-- ', from, foot, ''].join('\n')
