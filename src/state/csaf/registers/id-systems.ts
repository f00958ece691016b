/**
 * The Registry for Vulnerability ID Systems for CSAF (RVISC), as far as its entries are known here.
 * A system that is missing is reported as unregistered by the informative test 6.3.20 alone.
 */

interface IdSystem {
  readonly name: string;
  /** `text_pattern` of the entry; linear, bounded by the schema's short texts. */
  readonly pattern: RegExp;
}

const SYSTEMS: ReadonlyMap<string, IdSystem> = new Map([
  [
    'https://github.com/oasis-tcs/csaf',
    { name: 'OASIS Open CSAF TC GitHub Issues', pattern: /^#[1-9][0-9]{0,9}$/ },
  ],
]);

export function idSystem(systemName: string): IdSystem | undefined {
  return SYSTEMS.get(systemName);
}
