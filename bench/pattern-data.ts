/** Observations and patterns of the measurement of matching, from a seed. */

/** Patterns that match nothing here: the whole list has to be looked through. */
export const PATTERN_WORKLOADS: Readonly<Record<string, string>> = {
  equality: "[domain-name:value = 'absent.example']",
  OR: `[${Array.from({ length: 10 }, (_, i) => `domain-name:value = 'absent${i}.example'`).join(' OR ')}]`,
  hash: `[file:hashes.'SHA-256' = '${'0'.repeat(64)}']`,
  ISSUBSET: "[ipv4-addr:value ISSUBSET '203.0.113.0/24']",
  sequence:
    "([domain-name:value = 'rare.example'] FOLLOWEDBY [file:name = 'rare.exe']) WITHIN 1 SECONDS",
  MATCHES: "[url:value MATCHES '^https://[a-z0-9]+\\\\.example/[0-9a-f]{40}$']",
};

/** STIX 2.0 observed data, which the peer reads fastest: one event a second, four objects each. */
export function seededObservations(count: number, seed: number): object[] {
  const random = mulberry(seed);
  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  return Array.from({ length: count }, (_, i) => {
    const at = new Date(1_767_225_600_000 + i * 2_000).toISOString();
    // The two halves of the sequence stand two seconds apart, so that they never are within one.
    const rare = i % 100;
    return {
      type: 'observed-data',
      id: `observed-data--${hex(8)}-0000-4000-8000-${hex(12)}`,
      first_observed: at,
      last_observed: at,
      number_observed: 1,
      objects: {
        0: { type: 'domain-name', value: rare === 0 ? 'rare.example' : `h${hex(8)}.example` },
        1: { type: 'ipv4-addr', value: `198.51.${i % 256}.${Math.floor(random() * 256)}` },
        2: { type: 'url', value: `https://h${hex(8)}.example/${hex(12)}` },
        3: {
          type: 'file',
          name: rare === 1 ? 'rare.exe' : `f${hex(6)}.exe`,
          hashes: { 'SHA-256': hex(64), MD5: hex(32) },
        },
      },
    };
  });
}

/** Patterns of one comparison, each another, as feeds have them. */
export function seededPatterns(count: number, seed: number): string[] {
  const random = mulberry(seed);
  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  const makers = [
    () => `[domain-name:value = 'h${hex(10)}.example']`,
    () => `[ipv4-addr:value = '198.51.100.${Math.floor(random() * 256)}']`,
    () => `[url:value = 'https://h${hex(8)}.example/${hex(12)}']`,
    () => `[file:hashes.'SHA-256' = '${hex(64)}']`,
  ];
  return Array.from({ length: count }, (_, i) => (makers[i % makers.length] as () => string)());
}

function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
