/** What a telephone is told to dial: the digits of the first number, without the trunk zero in brackets, without an extension. */
export const dialled = (number: string): string => {
  const [first = ''] = number.split(/[a-z#,;/]/i)
  const plain = first.trim().startsWith('+') ? first.replace('(0)', '') : first
  return plain.replace(/[^+\d]/g, '')
}
