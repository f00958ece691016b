/** Collects installed packages of dpkg and rpm (linux: dpkginfo, rpminfo). */
import { stanzasOf } from '../../inventory/host/control.ts';
import { entity, noEntity, type OvalItem } from '../characteristics.ts';
import type { Comparison } from '../evaluate/state.ts';
import type { OvalObject } from '../model.ts';
import { entityOf, isMeant, Stopped } from './entity.ts';
import type { OvalHost } from './host.ts';
import type { Shelf } from './shelf.ts';

interface Package {
  readonly name: string;
  readonly arch: string;
  readonly epoch: string;
  readonly version: string;
  readonly release: string;
  readonly key: string;
}

/** Packages of a host, read once. */
export class Packages {
  readonly #host: OvalHost;
  #debian: readonly Package[] | null = null;
  #rpm: readonly Package[] | null = null;

  constructor(host: OvalHost) {
    this.#host = host;
  }

  dpkginfo(object: OvalObject, shelf: Shelf, how: Comparison): readonly OvalItem[] {
    const name = entityOf(object, 'name', how);
    this.#debian ??= readDebian(this.#host);
    return this.#debian
      .filter((each) => isMeant(each.name, name, how))
      .map((each) => shelf.item('linux', 'dpkginfo_item', entitiesOf(each, 'debian_evr_string')));
  }

  rpminfo(object: OvalObject, shelf: Shelf, how: Comparison): readonly OvalItem[] {
    const name = entityOf(object, 'name', how);
    this.#rpm ??= readRpm(this.#host);
    return this.#rpm
      .filter((each) => isMeant(each.name, name, how))
      .map((each) =>
        shelf.item('linux', 'rpminfo_item', [
          ...entitiesOf(each, 'evr_string'),
          each.key === ''
            ? noEntity('signature_keyid', 'does not exist')
            : entity('signature_keyid', each.key),
          entity('extended_name', `${each.name}-${evrOf(each)}.${each.arch}`),
        ]),
      );
  }
}

/** An epoch that a package does not have is 0 in its EVR, and `(none)` by itself. */
function evrOf({ epoch, version, release }: Package): string {
  return `${epoch === '(none)' ? '0' : epoch}:${version}${release === '' ? '' : `-${release}`}`;
}

function entitiesOf(found: Package, datatype: 'evr_string' | 'debian_evr_string') {
  const { name, arch, epoch, version, release } = found;
  return [
    entity('name', name),
    entity('arch', arch),
    entity('epoch', epoch),
    entity('release', release),
    entity('version', version),
    entity('evr', evrOf(found), datatype),
  ];
}

/** dpkg(1): what has the state `installed`, whatever is wanted of it. */
function readDebian(host: OvalHost): readonly Package[] {
  const bytes = host.dpkgStatus();
  if (typeof bytes === 'string') throw refused('dpkg', bytes);
  const packages: Package[] = [];
  for (const { fields } of stanzasOf(new TextDecoder().decode(bytes))) {
    const name = fields.get('package') ?? '';
    const version = fields.get('version') ?? '';
    const installed = /^\S+ +\S+ +installed$/.test(fields.get('status') ?? '');
    if (name === '' || version === '' || !installed) continue;
    const epoch = /^([0-9]+):/.exec(version)?.[1] ?? '';
    const rest = epoch === '' ? version : version.slice(epoch.length + 1);
    const dash = rest.lastIndexOf('-');
    packages.push({
      name,
      arch: fields.get('architecture') ?? '',
      epoch: epoch === '' ? '0' : epoch,
      version: dash === -1 ? rest : rest.slice(0, dash),
      release: dash === -1 ? '' : rest.slice(dash + 1),
      key: '',
    });
  }
  return packages;
}

/** Lines of name|epoch|version|release|architecture|key. */
function readRpm(host: OvalHost): readonly Package[] {
  const bytes = host.rpmPackages();
  if (typeof bytes === 'string') throw refused('rpm', bytes);
  const packages: Package[] = [];
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const parts = line.trimEnd().split('|');
    const [name = '', epoch = '', version = '', release = '', arch = '', key = ''] = parts;
    if (name === '' || parts.length < 5) continue;
    packages.push({ name, epoch: epoch === '' ? '(none)' : epoch, version, release, arch, key });
  }
  return packages;
}

/** Without its database there is no such package; what may not be read was not collected. */
function refused(tool: string, refusal: string): Stopped {
  if (refusal === 'missing') return new Stopped('does not exist', `There is no ${tool} here.`);
  const flag = refusal === 'refused' ? 'not collected' : 'error';
  return new Stopped(flag, `The packages of ${tool} could not be read.`);
}
