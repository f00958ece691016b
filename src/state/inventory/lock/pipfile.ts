/** Pipfile.lock, pipfile-spec 6 (pipenv documentation). */
import { escapeToken } from '../../../core/json/index.ts';
import { memberOf, objectOf, textOf, textsOf } from '../../../core/json/member.ts';
import { isJsonObject, type JsonObject } from '../../../core/json/value.ts';
import { nameKey } from '../../purl/index.ts';
import { shown } from '../issues.ts';
import type { Parts, PartsReader, SourceFile, Surroundings } from '../model.ts';
import type { PartsList } from '../parts.ts';
import { readJsonLock } from './json-lock.ts';
import { onlyDigest } from './python-names.ts';
import { pypiPurl } from './requirements.ts';
import { tomlBeside } from './toml-lock.ts';

export const PIPFILE_LOCK: PartsReader = {
  kind: 'pipfile',
  names: /^pipfile\.lock$/,
  beside: ['Pipfile'],
  read: (file: SourceFile, around: Surroundings): Parts =>
    readJsonLock(file, 'Pipfile.lock', (document, list) => {
      readPipfile(document, list, tomlBeside(around.beside('Pipfile')));
    }),
};

function readPipfile(
  document: JsonObject,
  list: PartsList,
  manifest: JsonObject | undefined,
): void {
  const spec = memberOf(objectOf(document, '_meta'), 'pipfile-spec');
  if (spec !== 6) {
    list.find('inventory-version', '/_meta/pipfile-spec', `${shown(String(spec))} is not 6`);
  }
  // What both sections have is needed to run; a category of its own is read like `develop`.
  const sections = Object.keys(document).filter((name) => name !== '_meta' && name !== 'default');
  for (const section of ['default', ...sections]) {
    for (const [name, entry] of Object.entries(objectOf(document, section) ?? {})) {
      const path = `/${escapeToken(section)}/${escapeToken(name)}`;
      if (!isJsonObject(entry)) list.find('inventory-entry', path, 'No object');
      else if (section === 'default' || !list.has(list.refOf(nameKey('pep503', name)))) {
        addPackage(name, entry, section !== 'default', path, list);
      }
    }
  }
  if (manifest === undefined) return;
  const asked = ['packages', 'dev-packages'].flatMap((each) =>
    Object.keys(objectOf(manifest, each) ?? {}),
  );
  list.direct(asked.map((name) => list.refOf(nameKey('pep503', name))));
}

function addPackage(
  name: string,
  entry: JsonObject,
  development: boolean,
  path: string,
  list: PartsList,
): void {
  const said = textOf(entry, 'version');
  const version = said?.startsWith('==') ? said.replace(/^={2,3}/, '') : undefined;
  const git = textOf(entry, 'git');
  const place =
    git === undefined
      ? textOf(entry, 'file')
      : `git+${git.replace(/^git\+/, '')}@${textOf(entry, 'ref') ?? ''}`;
  const local = memberOf(entry, 'editable') === true || textOf(entry, 'path') !== undefined;
  if (version === undefined && place === undefined && !local) {
    list.find('inventory-unpinned', path, shown(`${name} ${said ?? ''}`.trim()));
  }
  list.add({
    key: nameKey('pep503', name),
    path,
    name,
    version,
    purl: pypiPurl(name, version, place),
    hashes: onlyDigest(textsOf(entry, 'hashes')),
    development,
  });
}
