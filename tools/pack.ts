/**
 * Two artefacts of one tree: `cybex-VERSION.tgz` for npm, a library that brings one small
 * package, and `cybex-VERSION.tar.gz`, a hub that starts where no registry is. `npm run pack [FOLDER]`.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isProgram } from './document.ts';
import { inlinePackage } from './pack/inline.ts';
import {
  archiveManifest,
  INLINED,
  libraryManifest,
  type ProjectManifest,
} from './pack/manifest.ts';
import { copyProduction, type LockFile } from './pack/production.ts';
import { asTheyRun, copyFiles, copyTree } from './pack/tree.ts';
import { reachableTypes } from './pack/types.ts';
import { ROOT } from './tables.ts';

const PAPERS = [
  'LICENSE',
  'README.md',
  'README.ja.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'SECURITY.md',
];

/** The documents that somebody with the library alone can use. */
const OF_A_LIBRARY = /^docs\/(errors|libraries|guide\/(check|match|score))\.md$/;

const TABLE = /(\.table|\/conformance|\/divergences|\/issues)\.d\.ts$/;

export interface Packed {
  /** For `npm install FILE`. */
  readonly library: string;
  /** For `tar xzf FILE`. */
  readonly archive: string;
}

/** Packs what is built. Throws with what a command said when one fails. */
export function pack(folder: string): Packed {
  mkdirSync(folder, { recursive: true });
  const project = readJson<ProjectManifest>('package.json');
  const stage = mkdtempSync(join(tmpdir(), 'cybex-pack-'));
  try {
    return {
      library: packLibrary(project, stage, folder),
      archive: packArchive(project, stage, folder),
    };
  } finally {
    rmSync(stage, { recursive: true });
  }
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as T;
}

/**
 * Every module; of the types what the exports lead to, since nobody can meet the others; their maps
 * and the sources that these point to for the libraries, which people read in their editors; no map
 * of the modules, no pictures.
 */
function packLibrary(project: ProjectManifest, stage: string, folder: string): string {
  const root = join(stage, 'library');
  const types = reachableTypes(
    ROOT,
    typeEntries(project, () => true),
  );
  const read = reachableTypes(
    ROOT,
    typeEntries(project, (subpath) => subpath !== './hub'),
    1,
  );
  // Nobody reads a table of a thousand lines to learn what a function takes.
  const isRead = (path: string) => read.has(path) && !TABLE.test(path);
  copyTree(ROOT, root, 'dist/src', (path) => {
    if (path.endsWith('.d.ts.map')) return isRead(path.slice(0, -'.map'.length));
    return path.endsWith('.js') || types.has(path);
  });
  copyTree(ROOT, root, 'src', (path) => isRead(`dist/${path.replace(/\.ts$/, '.d.ts')}`));
  asTheyRun(root, 'dist/src', 'short');
  for (const name of INLINED) inlinePackage(ROOT, root, name);
  copyFiles(ROOT, root, [...PAPERS, 'bin', 'data']);
  copyTree(ROOT, root, 'docs', (path) => OF_A_LIBRARY.test(path));
  writeManifest(root, libraryManifest(project));
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', stage], root);
  return moveTo(folder, stage, `${project.name}-${project.version}.tgz`);
}

function typeEntries({ exports }: ProjectManifest, wanted: (subpath: string) => boolean): string[] {
  return Object.entries(exports).flatMap(([subpath, entry]) =>
    typeof entry === 'string' || !wanted(subpath) ? [] : [entry.types],
  );
}

function packArchive(project: ProjectManifest, stage: string, folder: string): string {
  const name = `${project.name}-${project.version}`;
  const root = join(stage, name);
  copyTree(ROOT, root, 'dist/src', (path) => path.endsWith('.js'));
  asTheyRun(root, 'dist/src', 'plain');
  copyFiles(ROOT, root, [...PAPERS, 'bin', 'data', 'docs', 'deploy', 'fixtures']);
  writeManifest(root, archiveManifest(project));
  copyFileSync(join(ROOT, 'bin/cybex.js'), join(root, 'bin/cybex'));
  copyProduction(readJson<LockFile>('package-lock.json'), ROOT, root);
  const options = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner'];
  run('tar', ['-czf', `${name}.tar.gz`, ...options, name], stage);
  return moveTo(folder, stage, `${name}.tar.gz`);
}

function writeManifest(root: string, manifest: object): void {
  writeFileSync(join(root, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function moveTo(folder: string, stage: string, name: string): string {
  const target = join(resolve(folder), name);
  // Copied first where the temporary folder lies on another file system.
  copyFiles(stage, resolve(folder), [name]);
  return target;
}

function run(command: string, options: readonly string[], cwd: string): void {
  const { status, error, stderr } = spawnSync(command, options, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${options.join(' ')}: ${error?.message ?? stderr}`);
}

if (isProgram(import.meta.url)) {
  const { library, archive } = pack(process.argv[2] ?? join(ROOT, 'dist/pack'));
  process.stdout.write(`${library}\n${archive}\n`);
}
