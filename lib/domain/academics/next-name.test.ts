import { expect, test } from 'vitest'
import { nextName } from './next-name'

const grade = (n: number) => ({ name: `Grade ${n}`, code: String(n).padStart(2, '0') })
const kindergarten = { name: 'Kindergarten', code: 'KG' }

test.each([
  ['5 A', '6 A'], ['5A', '6A'], ['05A', '06A'], ['Grade 5 Blue', 'Grade 6 Blue'], ['grade 5 blue', 'Grade 6 blue'], ['Blue 5', 'Blue 6'], ['5th A', '6th A'], ['5º B', '6º B'], ['5.A', '6.A'], ['5-5', '6-5'],
  ['Otters', 'Otters'], ['15 A', '15 A'], ['Class of 2005', 'Class of 2005'], ['A51', 'A51'], ['2.5 h', '2.5 h'], ['', ''], ['$& 5', '$& 6'],
])('%s of grade 5 is %s of grade 6', (name, next) => expect(nextName(name, grade(5), grade(6))).toBe(next))

test.each([['9A', '10A'], ['09A', '10A'], ['9th', '10th']])('%s of grade 9 is %s of grade 10', (name, next) => expect(nextName(name, grade(9), grade(10))).toBe(next))
test.each([['KA', '1A'], ['KG A', '1 A'], ['K', '1'], ['Kindergarten Blue', 'Grade 1 Blue'], ['Kiwis', 'Kiwis'], ['Sparks', 'Sparks']])('%s of the kindergarten is %s of grade 1', (name, next) => expect(nextName(name, kindergarten, grade(1))).toBe(next))
test('ordinals, grades known by their code, and a grade after the numbers', () => {
  expect([1, 2, 3, 10, 11, 12, 20, 21].map((n) => nextName(`${n}${n === 1 || n === 21 ? 'st' : n === 2 ? 'nd' : n === 3 ? 'rd' : 'th'} A`, grade(n), grade(n + 1)))).toEqual(['2nd A', '3rd A', '4th A', '11th A', '12th A', '13th A', '21st A', '22nd A'])
  expect(nextName('5 A', { name: 'Quinto', code: '5' }, { name: 'Sexto', code: '6' })).toBe('6 A')
  expect(nextName('Quinto A', { name: 'Quinto', code: '5' }, { name: 'Sexto', code: '6' })).toBe('Sexto A')
  expect(nextName('12 A', grade(12), { name: 'Sixth form', code: 'SF' })).toBe('SF A')
})

test('whatever stands around the number stays, for every grade and many names', () => {
  const around = ['', 'A', ' A', '-B', ' Blue', ' (north)', ' º', ' x 777']
  const before = ['', 'Class ', 'Grado ', 'X-', 'Year ']
  for (let n = 1; n <= 12; n++) for (const a of around) for (const b of before) {
    expect(nextName(`${b}${n}${a}`, grade(n), grade(n + 1))).toBe(`${b}${n + 1}${a}`)
    const other = `${b}${n + 20}${a}`
    expect(nextName(other, grade(n), grade(n + 1))).toBe(other)
  }
})
