import { Eyes, Pair, Shoulders } from './parts'

export const Elephant = () => (
  <>
    <Shoulders coat="#76869a" />
    <Pair>
      <path d="M38 30C26 16 6 18 3 38c-3 20 6 40 20 42 10 1 15-8 17-18z" fill="#76869a" />
      <path d="M35 36c-8-9-22-8-24 6-2 14 5 28 14 29 6 0 9-5 11-12z" fill="#e7b8b4" />
    </Pair>
    <path d="M60 16c20 0 32 12 32 30 0 11-4 18-9 24H37c-5-6-9-13-9-24 0-18 12-30 32-30z" fill="#93a2b4" />
    <Pair>
      <path d="M46 72c-5 2-8 7-8 14 6 0 10-4 12-10z" fill="#fff8ea" />
    </Pair>
    <path d="M60 46c9 0 14 6 15 15l-3 36c0 9 4 11 8 9 3-2 7 2 5 6-3 7-14 9-20 4-5-4-7-9-7-16l-1-14c-6-3-11-10-11-24 0-10 5-16 14-16z" fill="#93a2b4" />
    <path d="M51 68c6 3 12 3 18 0m-13 10c5 2 9 2 14 0m-11 9c4 1 7 1 11 0" fill="none" stroke="#76869a" strokeWidth="2.6" strokeLinecap="round" />
    <Eyes apart={17} y={46} size={4.6} />
    <path d="M48 26c8-4 16-4 24 0" fill="none" stroke="#b1bdcb" strokeWidth="3" strokeLinecap="round" />
  </>
)
