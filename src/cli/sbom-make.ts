/** `cybex sbom make`: looks through a folder or this host, and writes what it finds as an SBOM. */
import { randomUUID } from 'node:crypto';
import { systemClock } from '../core/clock.ts';
import { CybexError } from '../core/error.ts';
import { microsToTimestamp } from '../core/timestamp.ts';
import { VERSION } from '../index.ts';
import { inventoryOf } from '../state/inventory/index.ts';
import { writeCycloneDx, writeSpdx } from '../state/sbom/index.ts';
import type { Context } from './context.ts';
import { filePortOf } from './file-port.ts';
import type { ExitCode } from './print.ts';
import { isFolder } from './sbom-file.ts';

interface MakeFlags {
  readonly format: 'cyclonedx' | 'spdx';
  readonly name?: string;
  readonly release?: string;
  readonly author?: string;
}

/** The document is on stdout, what could not be read on stderr; exit 3 where that is the case. */
export async function makeSbom(
  context: Context,
  options: Readonly<Record<string, unknown>>,
  [folder = '.']: readonly string[],
): Promise<ExitCode> {
  const flags = options as unknown as MakeFlags;
  if (!isFolder(folder)) throw new CybexError('invalid-argument', `${folder} is no folder.`);
  const created = microsToTimestamp(systemClock().now());
  const { sbom, issues, sources } = await inventoryOf(await filePortOf(folder), folder, {
    created,
    ...(flags.name === undefined ? {} : { name: flags.name }),
    ...(flags.release === undefined ? {} : { version: flags.release }),
  });
  const said = {
    uuid: randomUUID(),
    created,
    tool: { name: 'cybex', version: VERSION },
    ...(flags.author === undefined ? {} : { author: flags.author }),
  };
  const document = flags.format === 'spdx' ? writeSpdx(sbom, said) : writeCycloneDx(sbom, said);
  context.print.data(document, () => JSON.stringify(document, null, 2));
  for (const { path, form, components } of sources) {
    context.print.note(`${path}: ${form}, ${components} components`);
  }
  for (const { severity, code, message, path } of issues) {
    if (severity !== 'info') context.print.note(`${path}: ${message} [${code}]`);
  }
  context.print.note(`${sbom.components.length} components of ${sources.length} sources`);
  return issues.some(({ code }) => code === 'inventory-unread' || code === 'inventory-form')
    ? 3
    : 0;
}
