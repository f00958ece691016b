/**
 * pnpm-lock.yaml, lockfileVersion 5 to 9. Since 9 `packages` has what is installed and `snapshots`
 * who needs whom; before, one member has both. Suffixes tell peers, which make no other package.
 */
import { escapeToken } from '../../../core/json/index.ts';
import { memberOf, objectOf, textOf } from '../../../core/json/member.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json/value.ts';
import { integrityDigests } from '../digest-text.ts';
import { shown } from '../issues.ts';
import type { Parts, PartsReader, SourceFile, Surroundings } from '../model.ts';
import type { PartsList } from '../parts.ts';
import { namesIn, objectBeside } from './json-lock.ts';
import { npmPurl, plainVersion, splitScope } from './npm-origin.ts';
import { readYamlLock } from './yaml-lock.ts';

export const PNPM_LOCK: PartsReader = {
  kind: 'pnpm',
  names: /^pnpm-lock\.yaml$/,
  beside: ['package.json'],
  read: (file: SourceFile, around: Surroundings): Parts =>
    readYamlLock(file, 'pnpm-lock', (documents, list) => {
      // Since pnpm 10 a document of the tools themselves may stand before that of the project.
      const document = documents.at(-1) ?? {};
      new PnpmTree(document, list).read(objectBeside(around.beside('package.json')));
    }),
};

class PnpmTree {
  readonly #document: JsonObject;
  readonly #list: PartsList;
  readonly #slashes: boolean;

  constructor(document: JsonObject, list: PartsList) {
    this.#document = document;
    this.#list = list;
    const version = String(memberOf(document, 'lockfileVersion') ?? '');
    const major = /^(\d{1,3})(?:\.\d+)*(?:-[a-z]+)?$/.exec(version)?.[1] ?? '';
    this.#slashes = major === '5';
    if (!['5', '6', '7', '9'].includes(major)) {
      list.find('inventory-version', '/lockfileVersion', `${shown(version)} is not 5, 6 or 9`);
    }
  }

  read(manifest: JsonObject | undefined): void {
    const packages = objectOf(this.#document, 'packages') ?? {};
    for (const [key, entry] of Object.entries(packages)) {
      if (isJsonObject(entry)) this.#add(key, entry);
    }
    const snapshots = objectOf(this.#document, 'snapshots') ?? packages;
    const member = snapshots === packages ? 'packages' : 'snapshots';
    for (const [key, entry] of Object.entries(snapshots)) {
      if (!isJsonObject(entry)) continue;
      const from = this.#list.refOf(this.#keyOf(key));
      for (const kind of ['dependencies', 'optionalDependencies'] as const) {
        const path = `/${member}/${escapeToken(key)}/${kind}`;
        for (const to of this.#needs(objectOf(entry, kind), path)) {
          this.#list.relate(from, to, path);
        }
      }
    }
    this.#projects(manifest);
  }

  #add(key: string, entry: JsonObject): void {
    const bare = this.#keyOf(key);
    if (this.#list.has(this.#list.refOf(bare))) return;
    const cut = this.#slashes ? bare.lastIndexOf('/') : bare.indexOf('@', 1);
    const fullName = textOf(entry, 'name') ?? (cut < 0 ? bare : bare.slice(0, cut));
    const reference = cut < 0 ? undefined : bare.slice(cut + 1);
    const version = textOf(entry, 'version') ?? plainVersion(reference);
    const resolution = objectOf(entry, 'resolution');
    const repository = textOf(resolution, 'repo');
    const place =
      repository === undefined
        ? textOf(resolution, 'tarball')
        : `git+${repository}#${textOf(resolution, 'commit') ?? ''}`;
    const ref = this.#list.add({
      key: bare,
      path: `/packages/${escapeToken(key)}`,
      ...splitScope(fullName),
      version,
      purl: npmPurl(fullName, version, place),
      hashes: integrityDigests(textOf(resolution, 'integrity') ?? ''),
    });
    if (ref !== null) this.#list.stated(ref);
  }

  /** A key without its slash and its peers: `a@1.0.0`, before 6 `a/1.0.0`. */
  #keyOf(key: string): string {
    const bare = key.startsWith('/') ? key.slice(1) : key;
    if (!this.#slashes) return bare.split('(')[0] ?? bare;
    const last = bare.lastIndexOf('/');
    const cut = bare.indexOf('_', last);
    return cut < 0 ? bare : bare.slice(0, cut);
  }

  #needs(wanted: JsonObject | undefined, path: string): string[] {
    return namesIn(wanted).flatMap((name) => {
      const said = memberOf(wanted, name);
      const target = this.#find(name, said);
      const place = `${path}/${escapeToken(name)}`;
      if (target === null && !isLink(said)) {
        this.#list.find('inventory-dangling', place, shown(name));
      }
      return target ?? [];
    });
  }

  /** A version, or the key itself where the name is an alias. */
  #find(name: string, said: JsonValue | undefined): string | null {
    const text = versionSaid(said);
    const joined = this.#slashes ? `${name}/${text}` : `${name}@${text}`;
    for (const key of [joined, text]) {
      const ref = this.#list.refOf(this.#keyOf(key));
      if (this.#list.has(ref)) return ref;
    }
    return null;
  }

  /** Importers are the projects of a workspace; without, the root has their members itself. */
  #projects(manifest: JsonObject | undefined): void {
    const importers = objectOf(this.#document, 'importers') ?? { '.': this.#document };
    const purposes = {
      dependencies: [] as string[],
      dev: [] as string[],
      optional: [] as string[],
    };
    for (const [folder, importer] of Object.entries(importers)) {
      if (!isJsonObject(importer)) continue;
      const own = folder === '.' ? (textOf(manifest, 'name') ?? 'project') : folder;
      const version = folder === '.' ? textOf(manifest, 'version') : undefined;
      const ref = this.#list.add({
        key: folder,
        path: importers['.'] === this.#document ? '' : `/importers/${escapeToken(folder)}`,
        type: 'application',
        ...splitScope(own),
        version,
        ...(folder === '.' && manifest !== undefined
          ? { purl: npmPurl(own, version, undefined) }
          : {}),
      });
      if (ref === null) continue;
      if (folder === '.') this.#list.root = ref;
      const path = importers['.'] === this.#document ? '' : `/importers/${escapeToken(folder)}`;
      const each = (kind: string, into: string[]) => {
        for (const to of this.#needs(objectOf(importer, kind), `${path}/${kind}`)) {
          this.#list.relate(ref, to, `${path}/${kind}`);
          into.push(to);
        }
      };
      each('dependencies', purposes.dependencies);
      each('optionalDependencies', purposes.optional);
      each('devDependencies', purposes.dev);
    }
    const { dependencies, optional, dev } = purposes;
    this.#list.direct([...dependencies, ...optional, ...dev]);
    this.#list.purposes(dependencies, optional, dev);
  }
}

/** `1.0.0`, or since 6 an object with what was asked and what was taken. */
function versionSaid(said: JsonValue | undefined): string {
  return typeof said === 'string'
    ? said
    : (textOf(isJsonObject(said) ? said : {}, 'version') ?? '');
}

function isLink(said: JsonValue | undefined): boolean {
  return /^(?:link|file|workspace):/.test(versionSaid(said));
}
