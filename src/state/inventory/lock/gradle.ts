/** gradle.lockfile (Gradle User Manual, "Locking versions"): `group:name:version=configurations`. */
import { LIMITS } from '../../../core/limits.ts';
import { shown } from '../issues.ts';
import type { Parts, PartsReader, SourceFile } from '../model.ts';
import { noParts, PartsList } from '../parts.ts';
import { baseName, linesOf, textOfBytes } from '../text.ts';

export const GRADLE_LOCK: PartsReader = {
  kind: 'gradle',
  names: /^(?:buildscript-|settings-|.+-)?gradle\.lockfile$|^[^.]*\.lockfile$/,
  beside: [],
  read: readGradle,
};

function readGradle(file: SourceFile): Parts {
  const text = textOfBytes(file.bytes);
  if (text === null) return noParts(file.path, 'gradle.lockfile', 'inventory-size', 'The file');
  const list = new PartsList(file.path, 'gradle.lockfile');
  // Plugins of the build itself are never part of what is built.
  const build = /^(?:buildscript|settings)-/.test(baseName(file.path));
  for (const { text: line, number } of linesOf(text)) {
    const path = `line:${number}`;
    const said = line.trim();
    if (said === '' || said.startsWith('#') || said.startsWith('empty=')) continue;
    if (said.length > LIMITS.inventory.manifestBytes) {
      list.find('inventory-size', path, `A line of ${said.length} characters`);
      continue;
    }
    const equals = said.indexOf('=');
    // Before Gradle 7 there was one file for each configuration, and nothing behind the version.
    const coordinates = equals < 0 ? said : said.slice(0, equals);
    const configurations = equals < 0 ? [] : said.slice(equals + 1).split(',');
    const [group = '', name = '', version = '', ...more] = coordinates.split(':');
    if (group === '' || name === '' || version === '' || more.length > 0) {
      list.find('inventory-entry', path, shown(said));
      continue;
    }
    list.add({
      key: coordinates,
      path,
      group,
      name,
      version,
      purl: { type: 'maven', namespace: group, name, version },
      development: build || (configurations.length > 0 && configurations.every(isForTests)),
    });
  }
  return list.done();
}

/** Configurations of tests and of what checks the sources; the rest may be shipped. */
function isForTests(configuration: string): boolean {
  return /^test|[a-z]Test[A-Z]|Test(?:Compile|Runtime)|^(?:checkstyle|pmd|spotbugs|jacoco)|[aA]nnotationProcessor$/.test(
    configuration.trim(),
  );
}
