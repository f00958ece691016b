/**
 * One object in two specification versions (TAXII 2.1 §3.4.1). Comes after all other reading,
 * because it puts a second object of one id and version into the collection.
 */
import { ask, type Bench, type Check, difference, once, since } from './bench.ts';
import { listOf } from './probe.ts';
import { post, seedPlace } from './seed.ts';
import { pass, skip, type Verdict, verdict } from './verdict.ts';
import { walk } from './walk.ts';

type FormChecks = Readonly<
  Record<'filter.spec-version-default' | 'filter.spec-version-former', Check>
>;

export const FORMS: FormChecks = {
  async 'filter.spec-version-default'(bench) {
    if (!bench.writes) return severalForms(bench);
    const posted = await postFormer(bench);
    const answer = await ask(bench, ['objects'], [['match[id]', bench.samples.spec20.id]]);
    const forms = listOf(answer, 'objects').map(({ spec_version }) => spec_version ?? '2.0');
    const latest = forms.length === 1 && forms[0] === '2.1';
    const problem = latest ? null : `given in ${forms.join(', ') || 'no form'}`;
    return verdict(problem, answer, posted.answer);
  },
  async 'filter.spec-version-former'(bench) {
    const { answer, final } = await postFormer(bench);
    const refused = answer.status !== 202 || Number(final?.json?.failure_count) > 0;
    if (refused) return pass('the server takes no STIX 2.0 here', final ?? answer);
    const former = await ask(
      bench,
      ['objects'],
      [
        ['match[id]', bench.samples.spec20.id],
        ['match[spec_version]', '2.0'],
      ],
    );
    const given = listOf(former, 'objects');
    const good = given.length === 1 && given[0]?.spec_version === undefined;
    return verdict(good ? null : 'it was reported as stored and is not given', former, answer);
  },
};

function postFormer(bench: Bench) {
  return once(bench, 'post 2.0', () => post(seedPlace(bench), [bench.samples.spec20]));
}

/** Without writing: no object may come in two forms. */
async function severalForms(bench: Bench): Promise<Verdict> {
  const world = await bench.world();
  if (world.known.length === 0) return skip('the collection is empty');
  const { pages } = await walk(bench, world, { path: ['objects'], filters: since(world) });
  const ids = pages.flatMap((page) => listOf(page, 'objects')).map(({ id }) => String(id));
  return verdict(difference(ids, ids), ...pages.slice(0, 1));
}
