/** `cybex sbom show`: the components of a file, one a line. */
import { hasErrors } from '../core/issue.ts';
import type { Component } from '../state/sbom/index.ts';
import type { Context } from './context.ts';
import { type ExitCode, table } from './print.ts';
import { sbomOfFile } from './sbom-file.ts';

export async function showSbom(
  context: Context,
  [file = '-']: readonly string[],
): Promise<ExitCode> {
  const { sbom, form, issues } = await sbomOfFile(file);
  for (const { code, message, path } of issues) {
    context.print.note(`${file}${path === '' ? '' : ` ${path}`}: ${message} [${code}]`);
  }
  const { components, relations, root, completeness } = sbom;
  context.print.data({ file, form, root, completeness, components, relations, issues }, () =>
    table(['component', 'version', 'purl', 'for'], components.map(row)),
  );
  context.print.note(`${form}: ${components.length} components, ${relations.length} relations`);
  return hasErrors(issues) ? 1 : 0;
}

function row(component: Component): string[] {
  const { group, name, version, purl, development, direct, scope } = component;
  const words = [direct === true ? 'direct' : '', development ? 'development' : (scope ?? '')];
  const whole = group === undefined ? name : `${group}/${name}`;
  return [whole, version ?? '-', purl ?? '-', words.filter((word) => word !== '').join(', ')];
}
