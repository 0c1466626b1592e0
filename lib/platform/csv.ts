const negative = /^-\d+(?:[.,]\d+)?$/

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe (OWASP ASVS 5.0, 1.2.10). A negative number is none:
 * `-5.50` stays one.
 */
export const safeCell = (text: string): string => (/^[=+\-@\t\r\n\0＝＋－＠]/.test(text) && !negative.test(text) ? `'${text}` : text)

const quoted = (text: string) => (/[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** One line of CSV (RFC 4180), safe to open in a spreadsheet. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : quoted(safeCell(cell)))).join(',')}\r\n`

/** What tells a spreadsheet that a file is UTF-8. */
export const byteOrderMark = '\ufeff'
