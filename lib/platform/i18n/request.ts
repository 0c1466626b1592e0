import { getRequestConfig } from 'next-intl/server'
import { getCtx } from '../context.server'
import { requestLocale } from './locale.server'
import { messagesOf } from './messages.server'

/** The words of a request, and the zone in which instants are written: where the person is who asks. */
export default getRequestConfig(async () => {
  // A refusal must find its words even when the database is gone.
  const [locale, ctx] = await Promise.all([requestLocale(), getCtx().catch(() => null)])
  return { locale, timeZone: ctx?.timeZone ?? 'UTC', messages: await messagesOf(locale) }
})
