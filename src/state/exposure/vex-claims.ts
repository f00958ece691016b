/** Components that a VEX itself calls affected, whoever published the vulnerability. */
import type { Component } from '../sbom/index.ts';
import type { VexStatement } from '../vex/index.ts';
import { askFor, exactness } from '../vex/product.ts';
import type { Claim } from './model.ts';

export function vexClaims(
  statements: readonly VexStatement[],
  component: Component,
): readonly Claim[] {
  const asked = askFor(component.purl ?? component.cpes[0] ?? '');
  if (asked.id === '') return [];
  return statements.flatMap((statement): Claim[] => {
    const { status, product, subcomponents, vulnerability, document, action, author } = statement;
    if (status !== 'affected') return [];
    const names = subcomponents.length > 0 ? subcomponents : [product];
    if (!names.some((each) => exactness(each, asked) > 0)) return [];
    const [record = document] = vulnerability;
    return [
      {
        component,
        record,
        source: `vex:${author}`,
        aliases: vulnerability,
        status: 'affected',
        basis: 'vex',
        confidence: 'high',
        fixedIn: [],
        remediation: action === undefined ? [] : [action],
        why: [`${document} says affected.`],
      },
    ];
  });
}
