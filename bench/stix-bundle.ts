/** A STIX bundle as large as wanted, the same for the same number: for measuring only. */

const TYPES = ['indicator', 'malware', 'attack-pattern', 'relationship', 'vulnerability'] as const;
const WORDS = (
  'actor network server update phishing document macro credential beacon lateral movement domain ' +
  'registry payload encrypted exfiltration 攻撃者は 標的型メールの 添付ファイルから マルウェアに 感染させる'
).split(' ');

/** Minified bundle text; an object has about 1,300 bytes. */
export function generateBundle(objects: number): string {
  const list = Array.from({ length: objects }, (_, n) => JSON.stringify(generateObject(n)));
  return `{"type":"bundle","id":"bundle--${uuid(0)}","objects":[${list.join(',')}]}`;
}

/** The object with this number. */
export function generateObject(n: number): Record<string, unknown> {
  const type = TYPES[n % TYPES.length] as string;
  const at = (offset: number) =>
    new Date(Date.UTC(2026, 0, 1) + n * 1000 + offset * 86_400_000).toISOString();
  return {
    type,
    spec_version: '2.1',
    id: `${type}--${uuid(n + 1)}`,
    created_by_ref: `identity--${uuid(7)}`,
    created: at(0),
    modified: at(n % 300),
    name: `${words(n, 4)} ${n}`,
    description: words(n, 70),
    ...specifics(type, n),
    labels: [words(n, 1), words(n + 3, 1)],
    confidence: n % 101,
    external_references: [
      { source_name: 'cve', external_id: `CVE-2026-${10_000 + n}` },
      {
        source_name: 'report',
        url: `https://www.example.com/r/${n}?a=1&b=2`,
        description: words(n, 8),
      },
    ],
    object_marking_refs: [`marking-definition--${uuid(9)}`],
    revoked: false,
  };
}

function specifics(type: string, n: number): Record<string, unknown> {
  if (type === 'relationship') {
    const [source, target] = [`malware--${uuid(n)}`, `attack-pattern--${uuid(n + 2)}`];
    return { relationship_type: 'uses', source_ref: source, target_ref: target };
  }
  if (type !== 'indicator') return { aliases: [words(n, 2), words(n + 1, 2)] };
  return {
    indicator_types: ['malicious-activity'],
    pattern: `[ipv4-addr:value = '198.51.100.${n % 256}' OR domain-name:value = 'h${n}.example.com']`,
    pattern_type: 'stix',
    valid_from: '2026-01-01T00:00:00Z',
    kill_chain_phases: [{ kill_chain_name: 'example', phase_name: 'delivery' }],
  };
}

/** Words and numbered words, so that a text has as many different ones as a report would. */
function words(n: number, count: number): string {
  const word = (i: number) => {
    const roll = Math.imul(n * 100 + i + 1, 0x9e3779b1) >>> 8;
    const base = WORDS[roll % WORDS.length] as string;
    return roll % 5 === 0 ? `${base}${roll % 997}` : base;
  };
  return Array.from({ length: count }, (_, i) => word(i)).join(' ');
}

function uuid(n: number): string {
  const hex = ((n * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0');
  return `${hex}-17d4-4cbf-938f-${String(n).padStart(12, '0')}`;
}
