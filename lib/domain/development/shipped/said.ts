import type { Words } from '@/lib/domain/development/content-type'

/** English, Spanish. */
export const said = (en: string, es: string): Words => ({ en, es })
