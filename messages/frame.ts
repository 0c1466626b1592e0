import type { Locale } from '@/lib/platform/i18n/locales'
import enCommon from './en/common.json'
import enErrors from './en/errors.json'
import enForm from './en/form.json'
import enShell from './en/shell.json'
import enTable from './en/table.json'
import esCommon from './es/common.json'
import esErrors from './es/errors.json'
import esForm from './es/form.json'
import esShell from './es/shell.json'
import esTable from './es/table.json'

/**
 * The words of the frame, of every form and of every list. They come to the browser as code, which it keeps: with each page
 * they would be a third of what an empty one weighs.
 */
export const frameWords = {
  en: { common: enCommon, errors: enErrors, form: enForm, shell: enShell, table: enTable },
  es: { common: esCommon, errors: esErrors, form: esForm, shell: esShell, table: esTable },
} satisfies Record<Locale, unknown>
