import { Eyes, Pair, ink } from './parts'

export const Bee = () => (
  <>
    <Pair>
      <path d="M34 92C16 98 4 92 3 79c-1-12 10-18 20-13 8 4 13 14 15 24z" fill="#e6f3fb" stroke="#b6d4e6" strokeWidth="2" />
      <path d="M48 22C46 13 40 8 32 8" fill="none" stroke={ink} strokeWidth="3.4" strokeLinecap="round" />
      <circle cx="30" cy="9" r="5" fill={ink} />
    </Pair>
    <path d="M26 120c0-30 12-46 34-46s34 16 34 46z" fill="#f3b92f" />
    <path d="M29 100h62M26 115h68" stroke="#33291f" strokeWidth="8" />
    <path d="M60 19c23 0 36 13 36 32 0 20-15 34-36 34S24 71 24 51c0-19 13-32 36-32z" fill="#fbcf4e" />
    <path d="M60 19c11 0 20 3 26 9-8 5-17 7-26 7s-18-2-26-7c6-6 15-9 26-9z" fill="#33291f" />
    <Eyes apart={16} y={51} size={6} />
    <path d="M50 66c5 6 15 6 20 0" fill="none" stroke={ink} strokeWidth="2.6" strokeLinecap="round" />
    <Pair>
      <ellipse cx="36" cy="64" rx="5.5" ry="3.6" fill="#f08d5b" opacity=".75" />
    </Pair>
  </>
)
