import { Eyes, Muzzle, Pair, Shoulders } from './parts'

export const Otter = () => (
  <>
    <Shoulders coat="#8a5a3b" chest="#e9cfae" />
    <Pair>
      <circle cx="34" cy="32" r="9" fill="#6f4529" />
      <path d="M31 106c-10-3-14-15-8-22 8 1 15 7 15 15 0 4-3 8-7 7z" fill="#6f4529" />
    </Pair>
    <path d="M60 18c22 0 36 14 36 33 0 20-16 33-36 33S24 71 24 51c0-19 14-33 36-33z" fill="#8a5a3b" />
    <path d="M60 48c15 0 25 8 25 18S75 84 60 84s-25-8-25-18 10-18 25-18z" fill="#e9cfae" />
    <Eyes y={46} />
    <Muzzle y={57} />
    <Pair>
      <path d="M36 62l-15-3m15 9l-15 3" stroke="#4f3220" strokeWidth="1.8" strokeLinecap="round" />
    </Pair>
  </>
)
