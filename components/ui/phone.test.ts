import { expect, test } from 'vitest'
import { dialled } from './phone'

test.each([
  ['+1 303 555 0100', '+13035550100'],
  ['(303) 555-0100', '3035550100'],
  ['+44 (0)20 7946 0000', '+442079460000'],
  ['(0)20 7946 0000', '02079460000'],
  ['303 555 0100 ext. 12', '3035550100'],
  ['303 555 0100 / 303 555 0101', '3035550100'],
  ['none', ''],
])('%s is dialled as %s', (written, digits) => expect(dialled(written)).toBe(digits))
