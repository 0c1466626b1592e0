import { Eyes, Pair, Shoulders } from './parts'

export const Owl = () => (
  <>
    <Shoulders coat="#6b4c3b" chest="#ead7b7" />
    <path d="M46 96l5 5 5-5m8 0l5 5 5-5m-23 12l5 5 5-5m-19 0l5 5 5-5m8 0l5 5 5-5" fill="none" stroke="#a27c56" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
    <path d="M25 15c9 2 16 5 21 10a46 46 0 0 1 28 0c5-5 12-8 21-10 2 11 0 19-4 25 4 6 6 12 6 18 0 19-17 31-37 31S23 77 23 58c0-6 2-12 6-18-4-6-6-14-4-25z" fill="#7d5b47" />
    <path d="M60 40c7-12 22-13 30-4-3 18-12 26-20 28H50c-8-2-17-10-20-28 8-9 23-8 30 4z" fill="#94705a" />
    <Pair>
      <circle cx="43" cy="53" r="17" fill="#f6e8cd" />
    </Pair>
    <Eyes apart={17} y={53} size={6.4} iris="#f0ac2b" />
    <path d="M60 57c4 0 7 4 6 8l-6 12-6-12c-1-4 2-8 6-8z" fill="#e38b2a" />
  </>
)
