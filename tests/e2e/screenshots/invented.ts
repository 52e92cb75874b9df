import sharp from 'sharp';

/** Invented stories and a drawn picture: a desk as it looks on a busy evening. */

interface Invented {
  readonly slugline: string;
  readonly headline: string;
  readonly state: string;
  readonly urgency?: number;
  readonly embargo?: { readonly until: string | null };
  readonly paragraphs: readonly string[];
}

const stories: readonly Invented[] = [
  {
    slugline: 'FERRY-TIMETABLE',
    headline: 'Island ferry to sail every hour from April',
    state: 'ready',
    paragraphs: [
      'The ferry between Port Selwyn and Gull Island will sail every hour from April, the harbour office said on Wednesday.',
      'Fares stay as they are. Bicycles travel free before nine.',
    ],
  },
  {
    slugline: 'COUNCIL-BUDGET',
    headline: 'Council passes budget after all-night sitting',
    state: 'edit',
    urgency: 2,
    paragraphs: [
      'Port Selwyn’s council passed its budget at ten past five this morning, by a single vote, after a sitting of eleven hours.',
      'The money for the library’s roof stays in; the second bandstand does not.',
    ],
  },
  {
    slugline: 'BRIDGE-REPORT',
    headline: 'Engineers to publish findings on Tarn bridge',
    state: 'withheld',
    embargo: { until: '2026-12-01T06:00:00Z' },
    paragraphs: ['Engineers publish what they found in the piers of the Tarn bridge on Tuesday morning.'],
  },
  {
    slugline: 'SCHOOL-CHOIR',
    headline: 'Forty voices, one piano: the choir that would not stop',
    state: 'draft',
    paragraphs: [
      'They began with six in a cloakroom. On Saturday the choir of Mill Lane school fills the town hall.',
    ],
  },
  {
    slugline: 'MARKET-FIRE',
    headline: 'Two stalls lost in market fire, nobody hurt',
    state: 'filed',
    urgency: 3,
    paragraphs: ['A fire destroyed two stalls in Port Selwyn’s covered market before dawn. Nobody was hurt.'],
  },
];

/** @returns the stories as `wiredesk new --from` takes them */
export function inventedStories(): readonly object[] {
  return stories.map(({ slugline, headline, state, urgency = 5, embargo = null, paragraphs }) => ({
    state,
    fields: {
      slugline,
      headline,
      urgency,
      embargo,
      byline: 'Tomas Reyl',
      language: 'en',
      dateline: { place: 'PORT SELWYN', country: '', date: '2026-11-25', source: 'Wiredesk' },
    },
    body: {
      version: 1,
      blocks: paragraphs.map((text, index) => ({
        id: `p${index}`,
        type: 'paragraph',
        inlines: [{ type: 'text', text }],
      })),
    },
  }));
}

/** A sea lock at dusk, as few shapes as show one. */
export async function drawnLock(): Promise<Uint8Array> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
    <defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#27405e"/><stop offset="0.6" stop-color="#d98f62"/><stop offset="1" stop-color="#f3d3a4"/>
    </linearGradient></defs>
    <rect width="1200" height="800" fill="url(#sky)"/><circle cx="860" cy="430" r="70" fill="#fbe7c0"/>
    <rect y="470" width="1200" height="330" fill="#345a72"/>
    <g fill="#1d2a35"><rect x="120" y="360" width="90" height="440"/><rect x="760" y="360" width="90" height="440"/>
    <path d="M210 420 480 520V800H210zM760 420 490 520V800H760z"/><rect x="100" y="340" width="130" height="26"/>
    <rect x="740" y="340" width="130" height="26"/></g>
    <g stroke="#6d93a8" stroke-width="5"><path d="M880 560h260M920 620h180M0 600h90M900 690h240"/></g></svg>`;
  return new Uint8Array(await sharp(Buffer.from(drawing)).jpeg({ quality: 88 }).toBuffer());
}
