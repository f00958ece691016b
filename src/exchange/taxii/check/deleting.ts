/** DELETE (TAXII 2.1 §5.7). Comes last: it takes away what the other checks look at. */
import { parseMediaType, TAXII_21 } from '../../../core/media-type.ts';
import { ask, type Bench, type Checks, difference, keyOfVersion, once } from './bench.ts';
import { type Exchange, listOf } from './probe.ts';
import type { TestObject } from './samples.ts';
import { fail, pass, type Verdict, verdict } from './verdict.ts';

/** The version in the middle, and all of the object. */
function versioned(bench: Bench): { readonly id: string; readonly versions: readonly string[] } {
  const all = bench.samples.envelopes.flat();
  const id = all[0]?.id ?? '';
  const versions = all.filter((object) => object.id === id).map(({ modified }) => String(modified));
  return { id, versions: versions.sort() };
}

/** An object with one version. */
function single(bench: Bench): TestObject {
  return bench.samples.envelopes[1]?.[1] as TestObject;
}

function removeMiddle(bench: Bench): Promise<Exchange> {
  const { id, versions } = versioned(bench);
  return once(bench, 'delete version', () =>
    ask(bench, ['objects', id], [['match[version]', versions[1] ?? '']], { method: 'DELETE' }),
  );
}

function removeSingle(bench: Bench): Promise<Exchange> {
  const { id } = single(bench);
  return once(bench, 'delete object', () => ask(bench, ['objects', id], [], { method: 'DELETE' }));
}

export const DELETE: Checks<'delete'> = {
  async 'delete.version'(bench) {
    const { id, versions } = versioned(bench);
    const deleted = await removeMiddle(bench);
    if (deleted.status !== 200) return fail(`DELETE answers ${deleted.status}`, deleted);
    const answer = await ask(bench, ['objects', id, 'versions']);
    const listed = answer.json?.versions;
    const left = (Array.isArray(listed) ? listed : []).map((one) => keyOfVersion(id, String(one)));
    const expected = [versions[0], versions[2]].map((one) => keyOfVersion(id, String(one)));
    return verdict(difference(expected, left), answer, deleted);
  },
  async 'delete.version-gone'(bench) {
    await removeMiddle(bench);
    const { id, versions } = versioned(bench);
    const answer = await ask(bench, ['objects', id], [['match[version]', versions[1] ?? '']]);
    return verdict(answer.status === 404 ? null : `it answers ${answer.status}`, answer);
  },
  async 'delete.answer'(bench) {
    const deleted = await removeSingle(bench);
    if (deleted.status !== 200) return fail(`it answers ${deleted.status}`, deleted);
    const type = parseMediaType(deleted.headers.get('content-type') ?? '');
    const good =
      type?.essence === 'application/taxii+json' && type.parameters.get('version') === '2.1';
    return verdict(good ? null : `Content-Type is not ${TAXII_21}`, deleted);
  },
  async 'delete.gone'(bench) {
    const deleted = await removeSingle(bench);
    const answer = await ask(bench, ['objects', single(bench).id]);
    return verdict(answer.status === 404 ? null : `it answers ${answer.status}`, answer, deleted);
  },
  'delete.unlisted': unlisted,
  async 'delete.unknown'(bench) {
    const answer = await ask(bench, ['objects', bench.samples.unknownId], [], { method: 'DELETE' });
    return verdict(answer.status === 404 ? null : `it answers ${answer.status}`, answer);
  },
};

async function unlisted(bench: Bench): Promise<Verdict> {
  const deleted = await removeSingle(bench);
  const { id } = single(bench);
  for (const resource of ['objects', 'manifest']) {
    for (const filters of [
      [['match[id]', id]],
      [
        ['match[id]', id],
        ['match[version]', 'all'],
      ],
    ]) {
      const answer = await ask(bench, [resource], filters as [string, string][]);
      const there = listOf(answer, 'objects').some((row) => row.id === id);
      if (there) return fail(`${resource} still names it`, answer, deleted);
    }
  }
  return pass();
}
