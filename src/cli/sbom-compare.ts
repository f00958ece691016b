/** `cybex sbom diff`, `paths` and `quality`. */
import { CybexError } from '../core/error.ts';
import {
  type Component,
  componentsNamed,
  diffSboms,
  pathsTo,
  qualityOf,
  type SbomDiff,
} from '../state/sbom/index.ts';
import type { Context } from './context.ts';
import { type ExitCode, table } from './print.ts';
import { sbomOfFile } from './sbom-file.ts';

/** Exit 1 where anything differs. */
export async function diffOfSboms(
  context: Context,
  [before = '-', after = '-']: readonly string[],
): Promise<ExitCode> {
  const [old, young] = [await sbomOfFile(before), await sbomOfFile(after)];
  const diff = diffSboms(old.sbom, young.sbom);
  const rows = rowsOf(diff);
  context.print.data({ before, after, ...diff }, () =>
    table(['', 'component', 'before', 'after'], rows),
  );
  const { added, removed, changed, licenses, same } = diff;
  context.print.note(
    `${added.length} added, ${removed.length} removed, ${changed.length} changed, ` +
      `${licenses.length} under another licence, ${same} the same`,
  );
  return rows.length > 0 ? 1 : 0;
}

function rowsOf({ added, removed, changed, licenses }: SbomDiff): string[][] {
  return [
    ...added.map((each) => ['+', nameOf(each), '', each.version ?? '']),
    ...removed.map((each) => ['-', nameOf(each), each.version ?? '', '']),
    ...changed.map(({ identity, from, to }) => ['~', identity, from.join(', '), to.join(', ')]),
    ...licenses.map(({ component, from, to }) => [
      '§',
      nameOf(component),
      from.join(', ') || '-',
      to.join(', ') || '-',
    ]),
  ];
}

export async function pathsInSbom(
  context: Context,
  [file = '-', wanted = '']: readonly string[],
): Promise<ExitCode> {
  const { sbom } = await sbomOfFile(file);
  const found = componentsNamed(sbom, wanted);
  if (found.length === 0) {
    throw new CybexError('invalid-argument', `${file} has no component ${wanted}.`);
  }
  const names = new Map(sbom.components.map((each) => [each.ref, nameOf(each)]));
  const answers = found.map((component) => ({ component, ...pathsTo(sbom, component.ref) }));
  context.print.data({ file, components: answers }, () =>
    answers
      .flatMap(({ paths }) => paths)
      .map((path) => path.map((ref) => names.get(ref) ?? ref).join(' > '))
      .join('\n'),
  );
  if (answers.some(({ more }) => more)) context.print.note('There are more ways than these.');
  return 0;
}

/** Exit 1 where a minimum element is missing. */
export async function qualityOfSbom(
  context: Context,
  [file = '-']: readonly string[],
): Promise<ExitCode> {
  const { sbom, form } = await sbomOfFile(file);
  const findings = qualityOf(sbom);
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  const { components, relations, completeness } = sbom;
  const said = { file, form, components: components.length, relations: relations.length };
  context.print.data({ ...said, completeness, counts: Object.fromEntries(counts), findings }, () =>
    table(
      ['finding', 'how often', 'first at', 'meaning'],
      [...counts].map(([code, count]) => {
        const first = findings.find((each) => each.code === code);
        return [code, String(count), first?.path ?? '', first?.message ?? ''];
      }),
    ),
  );
  context.print.note(`${components.length} components, ${relations.length} relations`);
  return findings.some(({ severity }) => severity !== 'info') ? 1 : 0;
}

function nameOf({ purl, group, name, version }: Component): string {
  const whole = group === undefined ? name : `${group}/${name}`;
  return purl ?? `${whole} ${version ?? ''}`.trim();
}
