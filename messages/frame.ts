import type { Locale } from '@/lib/platform/i18n/locales'
import enCommon from './en/common.json'
import enErrors from './en/errors.json'
import enForm from './en/form.json'
import enShell from './en/shell.json'
import esCommon from './es/common.json'
import esErrors from './es/errors.json'
import esForm from './es/form.json'
import esShell from './es/shell.json'

/**
 * The words of the frame and of every form. They come to the browser as code, which it keeps: with each page
 * they would be a third of what an empty one weighs.
 */
export const frameWords = {
  en: { common: enCommon, errors: enErrors, form: enForm, shell: enShell },
  es: { common: esCommon, errors: esErrors, form: esForm, shell: esShell },
} satisfies Record<Locale, unknown>
