/** Rules of object paths (STIX 2.1 §9.7) that the path alone decides. */
import { excerpt, type Report } from './issues.ts';
import type { ObjectPath } from './tree.ts';

export function checkPath(path: ObjectPath, report: Report): void {
  typeCanBe(path, report);
  referencesFitLists(path, report);
}

/** §9.7: the value of the type property; §3.1: 3 to 250 of a-z, 0-9 and hyphen. */
function typeCanBe(path: ObjectPath, report: Report): void {
  const { type } = path;
  if (type.length >= 3 && type.length <= 250 && /^[a-z0-9-]+$/.test(type)) return;
  report('type-name', 'warning', `${excerpt(type)} can be the type of no object.`, path.at);
}

/** §9.7.4: a reference is followed by name, a list of references through an index. */
function referencesFitLists(path: ObjectPath, report: Report): void {
  for (const [i, step] of path.steps.entries()) {
    const next = path.steps[i + 1];
    if (step.kind !== 'key' || next === undefined) continue;
    if (step.name.endsWith('_refs') && next.kind === 'key') {
      report('path-list-reference', 'warning', `${excerpt(step.name)} needs an index.`, path.at);
    }
    if (step.name.endsWith('_ref') && next.kind !== 'key') {
      report('path-single-reference', 'warning', `${excerpt(step.name)} is no list.`, path.at);
    }
  }
}
