import { Eyes, Pair, ink } from './parts'

export const Dolphin = () => (
  <>
    <path d="M58 20C57 10 61 4 70 1c0 8 3 14 8 20z" fill="#3f7399" />
    <Pair>
      <path d="M34 82c-12 1-21 9-25 23 12 2 23-2 30-10z" fill="#3f7399" />
    </Pair>
    <path d="M60 12c23 0 36 16 36 40 0 24-6 46-10 68H34c-4-22-10-44-10-68 0-24 13-40 36-40z" fill="#5593ba" />
    <path d="M60 66c19 0 28 10 27 28l-4 26H37l-4-26c-1-18 8-28 27-28z" fill="#e8f3f8" />
    <path d="M60 48c16 0 26 7 26 16S76 80 60 80 34 73 34 64s10-16 26-16z" fill="#7db2d1" />
    <path d="M36 63c3 10 12 14 24 14s21-4 24-14" fill="none" stroke={ink} strokeWidth="2.6" strokeLinecap="round" />
    <Eyes apart={23} y={48} size={4.8} />
    <path d="M51 25c6-3 12-3 18 0" fill="none" stroke="#3f7399" strokeWidth="2.6" strokeLinecap="round" />
  </>
)
