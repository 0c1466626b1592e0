import { Eyes, Pair, Shoulders } from './parts'

export const Penguin = () => (
  <>
    <Shoulders coat="#26313f" chest="#fdfdfb" />
    <Pair>
      <path d="M22 92c-10 6-14 15-14 28h16c3-9 3-19-2-28z" fill="#1a2330" />
    </Pair>
    <path d="M60 12c24 0 38 15 38 37 0 23-16 38-38 38S22 72 22 49c0-22 14-37 38-37z" fill="#2f3c4d" />
    <path d="M60 41c5-8 12-11 19-9 9 3 13 12 11 23-3 17-14 32-30 32S33 72 30 55c-2-11 2-20 11-23 7-2 14 1 19 9z" fill="#fdfdfb" />
    <Eyes apart={15} y={51} size={5} />
    <path d="M60 57c8 0 13 3 13 7-3 5-8 9-13 9s-10-4-13-9c0-4 5-7 13-7z" fill="#f39b2d" />
    <path d="M47 64c8 3 18 3 26 0" stroke="#c26f12" strokeWidth="2.2" fill="none" />
    <Pair>
      <ellipse cx="38" cy="63" rx="5" ry="3.2" fill="#f7b6a0" />
    </Pair>
    <path d="M52 13c2-5 7-8 12-8-1 4 0 7 3 9z" fill="#2f3c4d" />
  </>
)
