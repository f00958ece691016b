/** Looks through a folder, an unpacked image or a whole host, and makes one inventory of it. */
import type { Issue } from '../../core/issue.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Sbom } from '../sbom/index.ts';
import { addJavaArchive, isJavaArchive } from './archive/jar.ts';
import { type HostPackages, readHostPackages } from './host/databases.ts';
import { addGoBinary, isElf } from './host/go-binary.ts';
import { readNodeModules } from './host/node-installed.ts';
import { addPythonPackage, isPythonMetadata } from './host/python-installed.ts';
import { inventoryIssue } from './issues.ts';
import { lockReaderOf } from './lock/readers.ts';
import type { Parts, Surroundings } from './model.ts';
import { PartsList } from './parts.ts';
import { below, type FilePort } from './port.ts';
import { type InventoryOptions, inventoryOfParts } from './whole.ts';

export interface InventorySource {
  readonly path: string;
  /** What it is, e.g. `Cargo.lock`. */
  readonly form: string;
  readonly components: number;
}

export interface Inventory {
  readonly sbom: Sbom;
  readonly issues: readonly Issue[];
  readonly sources: readonly InventorySource[];
}

/**
 * Package databases, lock files, installed Python packages and node_modules, Java archives and
 * programs of Go below `path`. What came with a package of the host is that package's, and counts
 * once. `path` is how people call the place; the port knows where it is.
 */
export async function inventoryOf(
  port: FilePort,
  path: string,
  options: Partial<InventoryOptions> = {},
): Promise<Inventory> {
  const host = await readHostPackages(port);
  const walk = new Walk(port, host);
  await walk.run();
  const parts = [...host.parts, ...walk.parts];
  const about = aboutOf(path, host, options);
  const sbom = inventoryOfParts(parts, about);
  const issues = [
    ...walk.issues,
    ...parts.flatMap(({ source, issues: found }) =>
      found.map((issue) => ({ ...issue, path: `${source}#${issue.path}` })),
    ),
  ];
  const incomplete = walk.issues.length > 0 ? ({ completeness: 'incomplete' } as const) : {};
  const sources = parts.map(({ source, form, components }) => ({
    path: source,
    form,
    components: components.length,
  }));
  return { sbom: { ...sbom, ...incomplete }, issues, sources };
}

/** A host is named by its distribution, everything else by its folder. */
function aboutOf(
  path: string,
  { distribution, parts }: HostPackages,
  options: Partial<InventoryOptions>,
): InventoryOptions {
  if (distribution !== null && parts.length > 0) {
    const { id, versionId, cpeName } = distribution;
    return {
      name: id,
      version: versionId,
      type: 'operating-system',
      ...(cpeName === undefined ? {} : { cpes: [cpeName] }),
      ...options,
    };
  }
  const name = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  return { name: name === '' || name === '.' ? 'folder' : name, ...options };
}

/** Of a host: what is no file, and what other systems keep on it. */
const NOT_OF_THE_HOST = new Set([
  'proc',
  'sys',
  'dev',
  'run',
  'var/run',
  'var/lib/docker',
  'var/lib/containers',
  'var/lib/containerd',
]);
const NEVER = new Set(['.git', '.hg', '.svn', 'lost+found', 'node_modules']);
const NODE_LOCKS = /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml)$/;

class Walk {
  readonly #port: FilePort;
  readonly #host: HostPackages;
  readonly #found: Parts[] = [];
  readonly #python = new Map<string, string[]>();
  readonly #read = new Set<string>();
  readonly issues: Issue[] = [];
  #entries = 0;

  constructor(port: FilePort, host: HostPackages) {
    this.#port = port;
    this.#host = host;
    for (const { source } of host.parts) this.#read.add(source);
  }

  get parts(): readonly Parts[] {
    return this.#found;
  }

  async run(): Promise<void> {
    const work = [{ folder: '', depth: 0 }];
    for (let next = work.pop(); next !== undefined; next = work.pop()) {
      const { folder, depth } = next;
      const entries = await this.#port.list(folder);
      if (entries === null) {
        this.#find('inventory-unread', folder, folder === '' ? 'The folder' : folder);
        continue;
      }
      this.#entries += entries.length;
      if (this.#entries > LIMITS.inventory.walkEntries) {
        this.#find('inventory-size', folder, `More than ${LIMITS.inventory.walkEntries} entries`);
        break;
      }
      const files = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
      for (const name of files) await this.#file(folder, name, files);
      const folders = entries.filter(({ kind }) => kind === 'folder').map(({ name }) => name);
      if (folders.includes('node_modules') && !files.some((name) => NODE_LOCKS.test(name))) {
        await this.#nodeModules(folder);
      }
      if (depth >= LIMITS.inventory.folderDepth) {
        if (folders.length > 0)
          this.#find('inventory-size', folder, `${folder} is nested too deep`);
        continue;
      }
      for (const name of folders) {
        const inner = below(folder, name);
        if (!NEVER.has(name) && !this.#isOutside(inner))
          work.push({ folder: inner, depth: depth + 1 });
      }
    }
    await this.#pythonPackages();
  }

  #isOutside(folder: string): boolean {
    return this.#host.distribution !== null && NOT_OF_THE_HOST.has(folder);
  }

  async #file(folder: string, name: string, siblings: readonly string[]): Promise<void> {
    const path = below(folder, name);
    if (this.#read.has(path) || this.#host.owned.has(path)) return;
    // A package may bring lock files of its own tests along: nothing of them is installed.
    const brought = /(?:^|\/)(?:site|dist)-packages\//.test(path);
    if (lockReaderOf(name) !== undefined && !brought) await this.#lock(folder, path, siblings);
    else if (isPythonMetadata(path)) {
      const place = path.replace(/\/?[^/]+\.(?:dist|egg)-info(?:\/[^/]+)?$/, '');
      this.#python.set(place, [...(this.#python.get(place) ?? []), path]);
    } else if (isJavaArchive(name)) await this.#archive(path);
    else if (!name.includes('.') || /\.(?:bin|exe)$/.test(name)) await this.#program(path);
  }

  async #lock(folder: string, path: string, siblings: readonly string[]): Promise<void> {
    const reader = lockReaderOf(path);
    const bytes = await this.#bytes(path, LIMITS.inventory.fileBytes);
    if (reader === undefined || bytes === null) return;
    const beside = new Map<string, Uint8Array>();
    for (const name of reader.beside.filter((each) => siblings.includes(each))) {
      const other = await this.#port.read(below(folder, name), LIMITS.inventory.fileBytes);
      if (other !== null) beside.set(name, other);
    }
    const around: Surroundings = { beside: (name) => beside.get(name) };
    this.#take(reader.read({ path, bytes }, around));
  }

  async #nodeModules(folder: string): Promise<void> {
    if (this.#host.owned.has(below(folder, 'node_modules'))) return;
    const parts = await readNodeModules(this.#port, folder);
    if (parts.components.length > 1) this.#take(parts);
  }

  async #archive(path: string): Promise<void> {
    const { inflate } = this.#port;
    if (inflate === undefined) return;
    const bytes = await this.#bytes(path, LIMITS.inventory.archiveBytes);
    if (bytes === null) return;
    const list = new PartsList(path, 'Java archive');
    addJavaArchive(path, bytes, inflate, list);
    this.#take(list.done());
  }

  async #program(path: string): Promise<void> {
    if ((await this.#port.executable?.(path)) !== true) return;
    const bytes = await this.#port.read(path, LIMITS.inventory.memberBytes);
    if (bytes === null || !isElf(bytes)) return;
    const list = new PartsList(path, 'Go build information');
    if (addGoBinary(path, bytes, list)) this.#take(list.done());
  }

  /** The packages of one folder need each other. */
  async #pythonPackages(): Promise<void> {
    for (const [folder, paths] of this.#python) {
      const list = new PartsList(folder, 'Python packages');
      const refs = new Map<string, string>();
      const needs: { ref: string; needs: readonly string[]; path: string }[] = [];
      for (const path of paths) {
        const bytes = await this.#bytes(path, LIMITS.inventory.manifestBytes);
        const added = bytes === null ? null : addPythonPackage(path, bytes, list);
        if (added === null) continue;
        refs.set(added.name, added.ref);
        needs.push({ ref: added.ref, needs: added.needs, path });
      }
      for (const { ref, needs: wanted, path } of needs) {
        list.stated(ref);
        for (const name of wanted) {
          const target = refs.get(name.toLowerCase().replace(/[-_.]+/g, '-'));
          if (target !== undefined) list.relate(ref, target, path);
        }
      }
      this.#take(list.done());
    }
  }

  async #bytes(path: string, most: number): Promise<Uint8Array | null> {
    const bytes = await this.#port.read(path, most);
    if (bytes === null) this.#find('inventory-unread', path, path);
    return bytes;
  }

  #take(parts: Parts): void {
    if (parts.components.length > 0 || parts.issues.length > 0) this.#found.push(parts);
  }

  #find(code: 'inventory-unread' | 'inventory-size', path: string, detail: string): void {
    if (this.issues.length < LIMITS.shape.issues) {
      this.issues.push(inventoryIssue(code, path, detail));
    }
  }
}
