/** The objects that the conformance runner posts: fresh ids, plainly marked as tests, TLP:CLEAR. */
import type { Micros } from '../../../core/clock.ts';
import { uuidV5 } from '../../../core/uuid.ts';

/** STIX 2.1 §3.4: namespace of deterministic ids of cyber observables. */
const OBSERVABLE_NAMESPACE = '00abedb4-aa42-466c-9c01-fed23315a9b7';
/** TLP 2.0 CLEAR as published by the OASIS CTI TC. */
const TLP_CLEAR = 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487';

export type TestObject = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly type: string;
};

export interface Samples {
  /** Name of this run, part of every object's name. */
  readonly run: string;
  /** Time that further objects of this run state. */
  readonly now: string;
  /**
   * Envelopes in the order of posting. Times of modification run against the order of posting, so
   * that a list sorted by the wrong time shows. The second version of the first identity is posted
   * after its third: the latest version is not the last added.
   */
  readonly envelopes: readonly (readonly TestObject[])[];
  /** An object in its STIX 2.0 form; its 2.1 form is in the envelopes. */
  readonly spec20: TestObject;
  /** Never posted. */
  readonly unknownId: string;
}

export function makeSamples(now: Micros): Samples {
  const run = globalThis.crypto.randomUUID();
  const name = (what: string) =>
    `TEST OBJECT of a TAXII conformance run, safe to delete: ${what} ${run}`;
  const base = Math.floor(now / 1_000_000) * 1000 - 3_600_000;
  const at = (seconds: number) => new Date(base + seconds * 1000).toISOString();
  const common = (type: string, seconds: number) => ({
    type,
    spec_version: '2.1',
    id: `${type}--${globalThis.crypto.randomUUID()}`,
    created: at(0),
    modified: at(seconds),
    object_marking_refs: [TLP_CLEAR],
  });
  const identity = (what: string, seconds: number): TestObject => ({
    ...common('identity', seconds),
    name: name(what),
    identity_class: 'system',
  });
  const tool = (what: string, seconds: number): TestObject => ({
    ...common('tool', seconds),
    name: name(what),
  });
  const versioned = identity('three versions', 100);
  const later = (seconds: number): TestObject => ({ ...versioned, modified: at(seconds) });
  const twoForms = tool('two specification versions', 80);
  const { modified: _modified, ...unmodified } = common('marking-definition', 0);
  const statement: TestObject = {
    ...unmodified,
    definition_type: 'statement',
    definition: { statement: name('marking without modified') },
  };
  const observable = mutexOf(name('observable without times'));
  return {
    run,
    now: new Date(base).toISOString(),
    envelopes: [
      [
        versioned,
        later(300),
        identity('second', 90),
        twoForms,
        statement,
        observable,
        identity('third', 70),
        tool('second tool', 60),
        identity('fourth', 50),
      ],
      [later(200), identity('fifth', 40)],
      [identity('sixth', 30)],
    ],
    spec20: formerForm(twoForms),
    unknownId: `identity--${globalThis.crypto.randomUUID()}`,
  };
}

/** One more object of the same kind, for checks that post by themselves. */
export function extraIdentity({ run, now }: Samples, what: string): TestObject {
  return {
    type: 'identity',
    spec_version: '2.1',
    id: `identity--${globalThis.crypto.randomUUID()}`,
    created: now,
    modified: now,
    name: `TEST OBJECT of a TAXII conformance run, safe to delete: ${what} ${run}`,
    identity_class: 'system',
    object_marking_refs: [TLP_CLEAR],
  };
}

function mutexOf(name: string): TestObject {
  // The id contributing properties in RFC 8785 form: one member, and no character that JSON escapes.
  const id = uuidV5(OBSERVABLE_NAMESPACE, `{"name":${JSON.stringify(name)}}`);
  return {
    type: 'mutex',
    spec_version: '2.1',
    id: `mutex--${id}`,
    name,
    object_marking_refs: [TLP_CLEAR],
  };
}

/** STIX 2.0 has no spec_version on objects, and labels are required on a tool. */
function formerForm(object: TestObject): TestObject {
  const { spec_version: _spec, object_marking_refs: _markings, ...rest } = object;
  return { ...rest, labels: ['remote-access'] } as unknown as TestObject;
}
