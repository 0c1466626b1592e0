/**
 * Every remark an import can make, with its weight. `fatal` stops the whole set (nothing can be applied), `error`
 * leaves one row out, `warning` says what was assumed, `info` what was noticed. The sentence of a code, with what
 * to do, is `imports.diagnostics.<code>` in `messages/`.
 */
export const diagnosticCodes = {
  'zip-unreadable': 'fatal',
  'zip-damaged': 'fatal',
  'zip-encrypted': 'fatal',
  'zip-method': 'fatal',
  'zip-path': 'fatal',
  'zip-too-many-entries': 'fatal',
  'zip-too-large': 'fatal',
  'zip-ratio': 'fatal',
  'zip-duplicate-file': 'fatal',
  'zip-empty': 'fatal',
  'format-other': 'fatal',
  'zip-folder': 'warning',
  'zip-unknown-file': 'info',
  'file-not-used': 'info',
  'file-name-case': 'info',
  'file-missing': 'warning',
  'file-empty': 'info',
  'file-binary': 'fatal',
  'file-decoded': 'info',
  'file-mixed-encoding': 'warning',
  'file-double-encoded': 'warning',
  'file-delimiter': 'info',
  'file-roles-in-profiles': 'warning',
  'manifest-missing': 'info',
  'manifest-unreadable': 'warning',
  'manifest-absent-but-found': 'warning',
  'manifest-listed-but-missing': 'warning',
  'manifest-mode-differs': 'warning',
  'mode-mixed': 'warning',
  'csv-quote-open': 'fatal',
  'csv-quote-swallows': 'fatal',
  'csv-unreadable': 'fatal',
  'rows-too-many': 'fatal',
  'header-none': 'fatal',
  'header-below': 'fatal',
  'header-missing-column': 'fatal',
  'header-duplicate-column': 'fatal',
  'header-renamed-column': 'info',
  'header-unknown-column': 'info',
  'dates-reordered': 'warning',
  'dates-midnight': 'warning',
  'id-shortened': 'error',
  'reference-shortened': 'error',
  'reference-case': 'info',
  'row-ambiguous-id': 'error',
  'person-replaced': 'error',
  'row-cells-few': 'warning',
  'row-cells-many': 'error',
  'row-duplicate-id': 'error',
  'enrollment-id-shared': 'warning',
  'row-status-unknown': 'error',
  'row-deleted-here': 'warning',
  'row-stays': 'info',
  'row-relinked': 'warning',
  'row-conflict': 'error',
  'cell-required': 'error',
  'cell-too-long': 'error',
  'cell-control-character': 'error',
  'cell-broken-character': 'error',
  'cell-characters-removed': 'warning',
  'cell-unknown-value': 'error',
  'cell-ignored-value': 'warning',
  'cell-line-break': 'warning',
  'cell-date-ambiguous': 'error',
  'cell-date-unreadable': 'error',
  'cell-date-dropped': 'warning',
  'cell-date-unclear': 'warning',
  'reference-missing': 'error',
  'reference-ignored': 'warning',
  'org-district-kept': 'info',
  'org-code-twice': 'warning',
  'org-without-rows': 'warning',
  'org-department-as-campus': 'warning',
  'session-year-derived': 'warning',
  'session-year-merged': 'info',
  'session-dates': 'error',
  'class-year-assumed': 'warning',
  'class-year-unknown': 'error',
  'class-subject-from-title': 'warning',
  'class-teacher-busy': 'warning',
  'class-grade-assumed': 'info',
  'class-several-grades': 'info',
  'class-grade-unknown': 'warning',
  'user-without-role': 'error',
  'user-campus-assumed': 'warning',
  'user-campus-unknown': 'error',
  'user-number-twice': 'warning',
  'user-role-over': 'info',
  'guardian-without-student': 'info',
  'agent-not-guardian': 'warning',
  'enrollment-role-ignored': 'info',
  'enrollment-role-mismatch': 'error',
  'enrollment-twice': 'error',
  'enrollment-dates': 'error',
  'enrollment-co-teacher': 'info',
  'enrollment-teacher-later': 'info',
  'enrollment-of-leaver': 'info',
  'enrollment-no-show': 'info',
} as const satisfies Record<string, 'fatal' | 'error' | 'warning' | 'info'>

export type DiagnosticCode = keyof typeof diagnosticCodes
export type Severity = 'error' | 'warning' | 'info'

/** One remark. `row` counts as a person does in a spreadsheet: the header is row 1. */
export type Diagnostic = {
  severity: Severity
  code: DiagnosticCode
  file: string
  row: number | null
  column: string | null
  value: string | null
  params: Record<string, string | number>
}

type Where = { file: string; row?: number; column?: string; value?: string; params?: Record<string, string | number> }

export const isDiagnosticCode = (code: string): code is DiagnosticCode => Object.hasOwn(diagnosticCodes, code)
export const isFatal = (code: DiagnosticCode) => diagnosticCodes[code] === 'fatal'

export const severityOf = (code: DiagnosticCode): Severity =>
  diagnosticCodes[code] === 'fatal' ? 'error' : (diagnosticCodes[code] as Severity)

/** A text of the archive as the database and a screen can hold it, at most 200 characters long: it is shown, not kept. */
export const shownText = (text: string): string => text.slice(0, 200).replaceAll('\0', '').replace(/\p{Cs}/gu, '\ufffd')

export const diagnostic = (code: DiagnosticCode, where: Where): Diagnostic => ({
  severity: severityOf(code),
  code,
  file: shownText(where.file),
  row: where.row ?? null,
  column: where.column === undefined ? null : shownText(where.column),
  value: where.value === undefined ? null : shownText(where.value),
  params: where.params ?? {},
})

/** Thrown when reading cannot go on; carries the remark that says why. */
export class RosterUnreadable extends Error {
  readonly diagnostic: Diagnostic

  constructor(code: DiagnosticCode, where: Where) {
    super(code)
    this.name = 'RosterUnreadable'
    this.diagnostic = diagnostic(code, where)
  }
}
