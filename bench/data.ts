/** Seeded STIX 2.1 indicators of about 1 KB, the same bytes for every product and every run. */

/** Mulberry32: small, fast, and the same everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Ids of the marking definitions of TLP 2.0. */
export const MARKING = {
  CLEAR: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
} as const;

const HEX = '0123456789abcdef';

export class Indicators {
  readonly #next: () => number;
  #made = 0;

  constructor(seed: number) {
    this.#next = random(seed);
  }

  #hex(length: number): string {
    let text = '';
    for (let i = 0; i < length; i++) text += HEX[Math.floor(this.#next() * 16)];
    return text;
  }

  uuid(): string {
    const h = this.#hex(31);
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(12, 15)}-a${h.slice(15, 18)}-${h.slice(18, 30)}`;
  }

  /** One object as JSON text; `marking` is the id of a marking definition. */
  one(
    marking: string = MARKING.CLEAR,
    creator = 'identity--0f3f1c52-6f0e-4d3b-9a57-1f0a6f5f2a01',
  ): string {
    const at = new Date(Date.UTC(2026, 0, 1) + this.#made * 1000 + 500).toISOString();
    this.#made++;
    const host = `${this.#hex(8)}.${this.#hex(6)}.example`;
    const address = [1, 2, 3, 4].map(() => Math.floor(this.#next() * 254) + 1).join('.');
    return JSON.stringify({
      type: 'indicator',
      spec_version: '2.1',
      id: `indicator--${this.uuid()}`,
      created_by_ref: creator,
      created: at,
      modified: at,
      name: `Host ${host} of a made-up campaign, number ${this.#made}`,
      description: `Seen with address ${address}; made for measuring, of no meaning. ${this.#hex(180)}`,
      indicator_types: ['malicious-activity'],
      pattern: `[domain-name:value = '${host}' OR ipv4-addr:value = '${address}']`,
      pattern_type: 'stix',
      pattern_version: '2.1',
      valid_from: at,
      labels: ['bench'],
      kill_chain_phases: [
        { kill_chain_name: 'lockheed-martin-cyber-kill-chain', phase_name: 'delivery' },
      ],
      external_references: [{ source_name: 'made-up', external_id: `MADE-UP-${this.#made}` }],
      object_marking_refs: [marking],
    });
  }

  envelope(count: number, marking?: (index: number) => string): string {
    const objects = Array.from({ length: count }, (_, index) => this.one(marking?.(index)));
    return `{"objects":[${objects.join(',')}]}`;
  }
}
