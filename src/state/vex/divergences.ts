/** Where published cases or peers read VEX otherwise. */

export interface VexDivergence {
  /** The case, or null where there is none. */
  readonly case: string | null;
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

export const VEX_DIVERGENCES: readonly VexDivergence[] = [
  {
    case: 'csaf-to-openvex',
    reference: 'the OpenVEX file is the conversion of the CSAF file',
    ours: 'CVE-2009-4487, component1, not_affected; not CVE-2014-123456, component2, fixed',
    clause: 'CSAF 2.0 §3.2.3.9',
    why: 'The two files beside each other speak of different vulnerabilities and products: they are the two inputs of an example, not one converted.',
  },
  {
    case: null,
    reference: 'a statement limited to subcomponents answers for its product as well',
    ours: 'it answers only where the part is asked for; otherwise it is shown beside',
    clause: 'OpenVEX 0.2.0, Subcomponents',
    why: 'Another part of the same product may carry the same vulnerability; a false "not affected" costs more than a question.',
  },
  {
    case: null,
    reference: 'whoever wrote the newest statement decides',
    ours: 'only the supplier of the product and the operator do',
    clause: 'CISA minimum requirements for VEX',
    why: 'Anybody can write a document; a stranger must not close a finding.',
  },
];
