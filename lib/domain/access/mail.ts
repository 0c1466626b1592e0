import { z } from 'zod'

type Link = { purpose: 'invite' | 'reset_password' | 'verify_email'; path: string; hours: number }

/** Every mail there is, and the link it carries: one time, for so many hours. Its words are `mails.<template>`. */
export const mailTemplates = {
  invite: { purpose: 'invite', path: '/accept', hours: 7 * 24 },
  reset: { purpose: 'reset_password', path: '/reset', hours: 1 },
  'confirm-old': { purpose: 'verify_email', path: '/verify', hours: 24 },
  'confirm-new': { purpose: 'verify_email', path: '/verify', hours: 24 },
  'password-changed': null,
  'factor-changed': null,
  'support-asked': null,
  'talk-asked': null,
} as const satisfies Record<string, Link | null>

export type MailTemplate = keyof typeof mailTemplates
export const isMailTemplate = (name: string): name is MailTemplate => name in mailTemplates

/** How long after it was left a mail may still go out: as long as its link, or a week. */
export const hoursToSend = (template: MailTemplate): number => mailTemplates[template]?.hours ?? 7 * 24

/** Mails from one person to another: nobody reads them on the way, whatever they look after. */
export const privateMails: readonly MailTemplate[] = ['talk-asked']

/** What a mail's sentences name: never a secret. */
export const mailParams = z.record(z.string(), z.union([z.string(), z.number()])).catch({})
export type MailParams = z.output<typeof mailParams>

/** Held back while the organization is suspended; lapsed, when it was open again too late for it. */
export const mailStates = ['waiting', 'sent', 'kept', 'failed', 'stopped', 'held', 'lapsed'] as const
export type MailState = (typeof mailStates)[number]
