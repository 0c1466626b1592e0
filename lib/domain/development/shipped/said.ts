import type { Words } from '../content-type'

/** English, Spanish. */
export const said = (en: string, es: string): Words => ({ en, es })
