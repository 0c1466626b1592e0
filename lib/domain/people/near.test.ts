import { expect, test } from 'vitest'
import { nearWords } from './near'

test.each([['abebe', 'abebee'], ['abebe', 'abee'], ['abebe', 'abeve'], ['abebe', 'abbee'], ['novak', 'novka'], ['smith', 'smiht']])('%s is near to %s', (name, typed) => expect(nearWords(typed)).toContain(name))
test('two slips are too many', () => expect(nearWords('abxyz')).not.toContain('abebe'))
