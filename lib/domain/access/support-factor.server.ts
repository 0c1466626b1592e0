import 'server-only'
import { requestLocale } from '@/lib/platform/i18n/locale.server'
import { beginFactor, confirmFactor, type Owner } from './second-factor.server'
import { supportSession } from './support.server'

/** The platform's people set up their second factor before they are in any organization. */
async function owner(): Promise<Owner> {
  const { record: { user } } = await supportSession()
  return { user, locale: await requestLocale() }
}

export const beginSupportFactor = async (input: { password: string }) => beginFactor(await owner(), input)
export const confirmSupportFactor = async (input: { code: string }) => confirmFactor(await owner(), input)
