/** Rules on documents, each a function to sentences about what breaks it. */
import { posix } from 'node:path';
import { anchors, fences, headings, links } from './markdown.ts';

/** Reads a file of the repository; null when it is not there. A folder is the empty text. */
export type Read = (path: string) => string | null;

/** Links of one document that lead nowhere inside the repository. */
export function deadLinks(path: string, read: Read): string[] {
  const text = read(path) ?? '';
  return links(text)
    .filter((link) => !/^[a-z][a-z0-9+.-]*:/i.test(link) && leadsNowhere(path, link, read))
    .map((link) => `${path}: ${link} leads nowhere`);
}

function leadsNowhere(path: string, link: string, read: Read): boolean {
  const [file = '', anchor] = decodeURI(link).split('#');
  const target = file === '' ? path : posix.join(posix.dirname(path), file);
  if (target.startsWith('../') || target.startsWith('/')) return true;
  const text = read(target);
  if (text === null) return true;
  return anchor !== undefined && target.endsWith('.md') && !anchors(text).has(anchor);
}

/** Where a translation lags behind: the levels of its headings and its code are the original's. */
export function lags(original: string, translation: string): string[] {
  const found: string[] = [];
  const levels = (text: string) => headings(text).map(({ level }) => '#'.repeat(level));
  if (levels(original).join() !== levels(translation).join()) {
    found.push(
      `headings differ: ${levels(original).join(' ')} and ${levels(translation).join(' ')}`,
    );
  }
  const [blocks, translated] = [commands(original), commands(translation)];
  for (const block of blocks) if (!translated.includes(block)) found.push(`missing: ${block}`);
  for (const block of translated) if (!blocks.includes(block)) found.push(`outdated: ${block}`);
  return found;
}

/** What a reader pastes; comments may be in his language. */
function commands(text: string): string[] {
  return fences(text)
    .filter(({ info }) => ['sh', 'ts', 'js', 'json', 'toml'].includes(info[0] ?? ''))
    .map(({ body }) => body.replace(/^\s*(?:#|\/\/).*\n?/gm, '').trim());
}
