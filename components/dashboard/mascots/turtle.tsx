import { Eyes, Pair, ink } from './parts'

export const Turtle = () => (
  <>
    <path d="M6 120c0-40 20-64 54-64s54 24 54 64z" fill="#3f6540" />
    <path d="M17 120c0-33 16-53 43-53s43 20 43 53z" fill="#5a8a4f" />
    <path d="M22 92l17 8m59-8l-17 8M39 72l5 16m37-16l-5 16" stroke="#3f6540" strokeWidth="4" strokeLinecap="round" />
    <path d="M38 120c0-26 7-38 22-38s22 12 22 38z" fill="#efe0a6" />
    <path d="M41 104h38M40 114h40" stroke="#cdb76f" strokeWidth="2.6" />
    <path d="M60 16c21 0 34 13 34 31 0 21-15 36-34 36S26 68 26 47c0-18 13-31 34-31z" fill="#8cc06d" />
    <path d="M27 54c8 6 20 9 33 9s25-3 33-9c-3 17-16 29-33 29S30 71 27 54z" fill="#b9db92" />
    <Eyes apart={17} y={45} size={5.2} />
    <path d="M42 66c10 8 26 8 36 0" fill="none" stroke={ink} strokeWidth="2.6" strokeLinecap="round" />
    <Pair>
      <circle cx="57" cy="57" r="1.4" fill="#4b7a3d" />
      <ellipse cx="36" cy="60" rx="5" ry="3" fill="#f0a27c" opacity=".7" />
    </Pair>
  </>
)
