/** Agencies, state agencies and picture libraries as they stand in photo credits; folded as `fold` folds. */
const names = `
ap, associated press, the associated press, ap photo, ap images, ap file, invision, invision/ap
afp, afp photo, agence france-presse, agence france presse, afptv, afp forum
reuters, reuters tv, thomson reuters, reuters connect, reuters file, action images, action images via reuters
epa, epa-efe, epa images, efe, agencia efe, european pressphoto agency
dpa, dpa-zentralbild, dpa picture-alliance, picture alliance, picture-alliance, dpa-tmn, dpa-zb, dpa-bildfunk
getty, getty images, getty images europe, getty images north america, wireimage, filmmagic, hulton archive, istock
shutterstock, rex, rex features, rex/shutterstock, backgrid, alamy, alamy live news, alamy stock photo
vcg, visual china group, xinhua, xinhua news agency, china news service, cns, china daily, imaginechina, cctv
kyodo, kyodo news, kyodo news stills, jiji, jiji press, the yomiuri shimbun, asahi shimbun, mainichi
yonhap, yonhap news, yonhap news agency, newsis, news1, korea pool, kcna, kns, korea news service, korean central news agency
tass, itar-tass, sputnik, ria novosti, interfax, kommersant, belta, ukrinform, unian
tt, tt news agency, tt nyhetsbyran, scanpix, ntb, ntb scanpix, ritzau, ritzau scanpix, stt, lehtikuva, bildbyran
anp, belga, belga photo, belgaimage, ansa, lapresse, agi, apa, apa-picturedesk, keystone, ats, sda
ctk, ctk photo, ctk via ap images, pap, mti, hina, pixsell, tanjug, fena, sta, lusa, agerpres, bta, ana-mpa, eurokinissi
pa, pa wire, pa images, pa media, pa archive, pa photos, press association, press association images
the canadian press, canadian press, la presse canadienne, cp, qmi, aap, aap image, aapimage
anadolu, anadolu agency, anadolu images, aa, iha, dha, demiroren news agency
irna, isna, wana, tasnim, mehr, sana, spa, wam, mena, qna, kuna, petra, nna
bloomberg, upi, zuma, zuma press, zuma wire, zumapress, nurphoto, sopa images, lightrocket, pacific press
sipa, sipa usa, sipa press, abaca, abacapress, maxppp, hans lucas, ip3 press, redux, magnum, magnum photos, polaris
imago, imago images, icon sportswire, usa today sports, imagn, imagn images, future publishing, universal images group
pti, press trust of india, ani, ians, hindustan times, antara, antara foto, bernama, vna, tna, cna, central news agency
europa press, telam, notimex, agencia brasil, prensa latina, acn, agencia andina, cuartoscuro
eyevine, panos, camera press, splash, splash news, wenn, mega, goff photos, cover images, action press
middle east images, nasa, esa, noaa, un photo
`;

function fold(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s*\/\s*/g, '/')
    .replace(/[\s.*]+/g, ' ')
    .trim();
}

const agencies = new Set(
  names
    .trim()
    .split(/[,\n]/)
    .map(name => fold(name)),
);

/** Whether the words are the name of an agency or library, a misspelt Reuters among them (14.2, 4). */
export function isAgency(words: string): boolean {
  if (words.length > 60) return false;
  const folded = fold(words);
  if (folded.includes('-') && folded.split('-').every(part => agencies.has(part))) return true;
  // A state agency's letters before the agency that passes its pictures on: KCNA-Yonhap.
  const passedOn = /^\p{Lu}{2,6}-(.+)$/u.exec(words.trim());
  if (passedOn && agencies.has(fold(passedOn[1] ?? ''))) return true;
  return agencies.has(folded) || /^(?:reuters|retuers|reuetrs|ruters)(?: tv)?$/.test(folded);
}

/** Whether an element of a credit names a source rather than a person: a site, an office, an outlet. */
export function isOrganisation(words: string): boolean {
  return (
    isAgency(words) ||
    /\.[a-z]{2,6}$/i.test(words.trim()) ||
    /\b(?:agency|agence|agencia|office|press|news|images?|photos?|pictures?|ministry|ministère|ministerio|ministerium|government|council|commission|parliament|museum|police|army|navy|guard|forces?|department|service|services|trust|foundation|university|institute|society|club|times|post|gazette|herald|tribune|star|daily|journal|courier|echo|globe|chronicle|telegraph|guardian|zeitung|tv|television|radio|media|film|films|studios?|company|corp|inc|ltd|gmbh|group|archive|archives|library|collection|presidency|palace|embassy|authority|center|centre|organi[sz]ation|union|federation|association|committee|bureau|administration|fire|rescue|coast|courtesy|handout|family|sheriff|diario|periódico|giornale|jornal|krant|dagblad|tidning|avis|blatt|nachrichten|museo|musée|presse|via|for|of|the)\b/iu.test(
      words,
    )
  );
}
