import { Eyes, Muzzle, Pair, Shoulders } from './parts'

export const Deer = () => (
  <>
    <Shoulders coat="#a9683c" chest="#f3e0c4" />
    <Pair>
      <path d="M46 32C38 26 33 18 33 5m2 15C28 19 23 15 22 8m18 18c3-5 4-10 3-15" fill="none" stroke="#6d4a2f" strokeWidth="5" strokeLinecap="round" />
      <path d="M36 50C24 50 14 45 9 34c12-4 24-1 31 7z" fill="#a9683c" />
      <path d="M32 46c-7 0-12-3-16-9 7-1 13 0 19 4z" fill="#eec3a2" />
      <circle cx="26" cy="108" r="3" fill="#f3e0c4" />
      <circle cx="32" cy="98" r="2.4" fill="#f3e0c4" />
    </Pair>
    <path d="M60 25c18 0 29 9 29 24 0 11-5 18-9 25-4 9-10 16-20 16s-16-7-20-16c-4-7-9-14-9-25 0-15 11-24 29-24z" fill="#c07f4d" />
    <path d="M60 60c11 0 17 7 17 16 0 8-7 14-17 14s-17-6-17-14c0-9 6-16 17-16z" fill="#f3e0c4" />
    <path d="M60 26c4 10 5 22 5 34H55c0-12 1-24 5-34z" fill="#a9683c" />
    <Eyes apart={17} y={51} size={5.2} />
    <Muzzle y={68} wide={7} width={9} />
  </>
)
