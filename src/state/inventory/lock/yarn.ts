/**
 * yarn.lock: of Yarn 1 its own form, since Yarn 2 YAML. An entry is named by all that asks for it
 * (`a@^1.0.0, a@^1.2.0`), and dependencies name one of these.
 */
import { escapeToken } from '../../../core/json/index.ts';
import { memberOf, objectOf, textOf } from '../../../core/json/member.ts';
import { isJsonObject, type JsonObject } from '../../../core/json/value.ts';
import { integrityDigests } from '../digest-text.ts';
import { shown } from '../issues.ts';
import type { Parts, PartsReader, SourceFile, Surroundings } from '../model.ts';
import { noParts, PartsList } from '../parts.ts';
import { textOfBytes } from '../text.ts';
import { namesIn, objectBeside } from './json-lock.ts';
import { npmPurl, plainVersion, splitScope } from './npm-origin.ts';
import { readYamlLock } from './yaml-lock.ts';
import { readYarnText } from './yarn-text.ts';

export const YARN_LOCK: PartsReader = {
  kind: 'yarn',
  names: /^yarn\.lock$/,
  beside: ['package.json'],
  read: readYarn,
};

/** An entry of either form. */
export interface YarnEntry {
  /** What asks for it, e.g. `a@^1.0.0`. */
  readonly asked: readonly string[];
  readonly fields: JsonObject;
  readonly path: string;
}

function readYarn(file: SourceFile, around: Surroundings): Parts {
  const manifest = objectBeside(around.beside('package.json'));
  const text = textOfBytes(file.bytes);
  if (text === null) return noParts(file.path, 'yarn.lock', 'inventory-size', 'The file');
  // Only the YAML form says what it is within itself.
  if (/^["']?__metadata["']?:/m.test(text)) {
    return readYamlLock(file, 'yarn.lock (YAML)', ([document], list) => {
      const entries = Object.entries(document ?? {}).flatMap(([key, fields]) =>
        key === '__metadata' || !isJsonObject(fields)
          ? []
          : [{ asked: key.split(/,\s*/), fields, path: `/${escapeToken(key)}` }],
      );
      new YarnTree(list, manifest).read(entries);
    });
  }
  const list = new PartsList(file.path, 'yarn.lock 1');
  new YarnTree(list, manifest).read(readYarnText(text, list));
  return list.done();
}

class YarnTree {
  readonly #list: PartsList;
  readonly #manifest: JsonObject | undefined;
  readonly #byAsked = new Map<string, string>();
  readonly #byName = new Map<string, Set<string>>();
  readonly #workspaces: { readonly ref: string; readonly entry: YarnEntry }[] = [];

  constructor(list: PartsList, manifest: JsonObject | undefined) {
    this.#list = list;
    this.#manifest = manifest;
  }

  read(entries: readonly YarnEntry[]): void {
    const added: { ref: string; entry: YarnEntry }[] = [];
    for (const entry of entries) {
      const ref = this.#add(entry);
      if (ref !== null) added.push({ ref, entry });
    }
    for (const { ref, entry } of added) this.#relate(ref, entry);
    if (this.#workspaces.length === 0) this.#addProject();
    else this.#ownWorkspaces();
  }

  #add(entry: YarnEntry): string | null {
    const { asked, fields, path } = entry;
    const [first = ''] = asked;
    const resolution = textOf(fields, 'resolution') ?? '';
    // The resolution names what an alias leads to; Yarn 1 has it behind `npm:` of the request.
    const aliased = /^.+?@npm:(@?[^@]+)@/.exec(first)?.[1];
    const fullName = nameOf(resolution) || aliased || nameOf(first);
    const version = plainVersion(textOf(fields, 'version'));
    const workspace = resolution.slice(fullName.length).startsWith('@workspace:');
    const local = workspace || /@(?:link|portal|file):/.test(resolution);
    const place = textOf(fields, 'resolved') ?? placeOf(resolution.slice(fullName.length + 1));
    const ref = this.#list.add({
      key: resolution === '' ? first : resolution,
      path,
      type: workspace ? 'application' : 'library',
      ...splitScope(fullName),
      version: local ? undefined : version,
      purl: npmPurl(fullName, local ? undefined : version, place?.replace(/#[0-9a-f]{40}$/, '')),
      hashes: integrityDigests(textOf(fields, 'integrity') ?? ''),
    });
    if (ref === null) return null;
    this.#list.stated(ref);
    for (const each of asked) this.#byAsked.set(each.trim(), ref);
    const same = this.#byName.get(nameOf(first)) ?? new Set();
    this.#byName.set(nameOf(first), same.add(ref));
    if (workspace) this.#workspaces.push({ ref, entry });
    return ref;
  }

  #relate(ref: string, { fields, path }: YarnEntry): void {
    const meta = objectOf(fields, 'dependenciesMeta');
    for (const kind of ['dependencies', 'optionalDependencies'] as const) {
      const wanted = objectOf(fields, kind);
      for (const name of namesIn(wanted)) {
        const place = `${path}/${kind}/${escapeToken(name)}`;
        const target = this.#find(name, String(memberOf(wanted, name) ?? ''));
        const optional = memberOf(objectOf(meta, name), 'optional') !== undefined;
        if (target !== null) this.#list.relate(ref, target, place);
        else if (kind === 'dependencies' && !optional) {
          this.#list.find('inventory-dangling', place, shown(name));
        }
      }
    }
  }

  /** By what is asked; a resolution of the project replaces requests, then the name alone tells. */
  #find(name: string, range: string): string | null {
    const asked =
      this.#byAsked.get(`${name}@${range}`) ?? this.#byAsked.get(`${name}@npm:${range}`);
    if (asked !== undefined) return asked;
    const same = this.#byName.get(name);
    return same?.size === 1 ? ([...same][0] ?? null) : null;
  }

  /** The project itself stands in no file of Yarn 1: its manifest says what it asks for. */
  #addProject(): void {
    if (this.#manifest === undefined) return;
    const fullName = textOf(this.#manifest, 'name') ?? 'project';
    const version = textOf(this.#manifest, 'version');
    this.#list.root = this.#list.add({
      key: '.',
      path: '',
      type: 'application',
      ...splitScope(fullName),
      version,
      purl: npmPurl(fullName, version, undefined),
    });
    this.#purposes(this.#list.root);
  }

  #ownWorkspaces(): void {
    const top = this.#workspaces.find(({ entry }) => /@workspace:\.$/.test(entry.asked[0] ?? ''));
    this.#list.root = top?.ref ?? null;
    for (const { ref, entry } of this.#workspaces) {
      if (this.#list.root !== null && ref !== this.#list.root) {
        this.#list.contains(this.#list.root, ref, entry.path);
      }
    }
    // The file joins all lists of a workspace into one; the manifest of a single one tells them.
    if (this.#manifest !== undefined && this.#workspaces.length === 1) {
      this.#purposes(this.#list.root);
    } else this.#list.direct(this.#workspaces.flatMap(({ entry }) => this.#wantedBy(entry.fields)));
  }

  #wantedBy(fields: JsonObject | undefined, kind = 'dependencies'): string[] {
    const wanted = objectOf(fields, kind);
    return namesIn(wanted).flatMap(
      (name) => this.#find(name, String(memberOf(wanted, name) ?? '')) ?? [],
    );
  }

  #purposes(root: string | null): void {
    const runtime = this.#wantedBy(this.#manifest);
    const optional = this.#wantedBy(this.#manifest, 'optionalDependencies');
    const development = this.#wantedBy(this.#manifest, 'devDependencies');
    const all = [...runtime, ...optional, ...development];
    for (const ref of all) if (root !== null) this.#list.relate(root, ref, '');
    this.#list.direct(all);
    this.#list.purposes(runtime, optional, development);
  }
}

/** `@scope/name` of `@scope/name@range`. */
function nameOf(asked: string): string {
  const at = asked.indexOf('@', 1);
  return at < 0 ? asked : asked.slice(0, at);
}

/** What stands behind the name in a resolution, where it is no version of the registry. */
function placeOf(reference: string): string | undefined {
  return /^(?:npm|workspace|link|portal|patch|file|virtual):/.test(reference) || reference === ''
    ? undefined
    : reference;
}
