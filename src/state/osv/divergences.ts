/** Where this reader and the published schema or its reference code do not agree, and why. */

export interface OsvDivergence {
  readonly case: string | null;
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

export const OSV_DIVERGENCES: readonly OsvDivergence[] = [
  {
    case: null,
    reference: 'versions are equal as texts',
    ours: 'also equal where the ecosystem says so (PyPI 1.0 and 1.0.0)',
    clause: 'OSV 1.7, Evaluation',
    why: 'Names of one release differ between an inventory and a list; a missed match is the greater harm.',
  },
  {
    case: null,
    reference: 'an id with an unknown prefix is refused',
    ours: 'osv-id-prefix',
    clause: 'OSV 1.7, id',
    why: 'A warning: databases register more often than this table changes.',
  },
  {
    case: null,
    reference: 'a GIT range is never evaluated',
    ours: 'its own ends are decided, all other commits undecidable',
    clause: 'OSV 1.7, affected[].ranges[].type',
    why: 'introduced is affected and fixed is not, whatever the graph.',
  },
];
