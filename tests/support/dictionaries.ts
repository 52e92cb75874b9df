import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A small English dictionary: plurals and pasts by rules, an apostrophe, a replacement. */
export const english = {
  affixes: `SET UTF-8
TRY esianrtolcdugmphbyfvkwz'
REP 1
REP f ph
SFX S Y 2
SFX S y ies [^aeiou]y
SFX S 0 s [^y]
SFX D Y 2
SFX D 0 d e
SFX D 0 ed [^e]
SFX M Y 1
SFX M 0 's .
PFX U Y 1
PFX U 0 un .
`,
  words: `24
the
a
ferry/SM
harbour/SM
lock/SMDU
open/SDU
close/SD
crew/SM
walk/SD
don't
on
of
at
in
and
Tuesday/M
London/M
photo/S
said
well
known/U
word/S
talk/SD\tpo:verb
`,
};

/** German in ISO 8859-1, with compounds as its dictionaries have them. */
export const german = {
  affixes: `SET ISO8859-1
COMPOUNDBEGIN x
COMPOUNDEND y
COMPOUNDMIN 3
COMPOUNDPERMITFLAG c
ONLYINCOMPOUND o
SFX N Y 1
SFX N 0 n e
SFX F Y 1
SFX F e 0/xoc e
`,
  words: `7
Hafen
Fähre/NF
Straße/N
schließt
die
der
Mauer/xy
`,
};

/** Writes a pair of files into a folder, in a single-byte encoding where one is asked for. */
export function keepDictionary(
  folder: string,
  name: string,
  { affixes, words }: { readonly affixes: string; readonly words: string },
  encoding: BufferEncoding = 'utf8',
): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.aff`), affixes, encoding);
  writeFileSync(join(folder, `${name}.dic`), words, encoding);
}
