/**
 * Checking CSAF documents against schema and mandatory tests, beside JSON.parse in the same run.
 * `--peers` measures @secvisogram/csaf-validator-lib on the same 2.0 documents, when the folder in
 * CYBEX_NODE_PEERS has it.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkCsaf } from '../src/state/csaf/index.ts';
import { median } from './load.ts';
import type { Report } from './report.ts';

export interface CsafBenchOptions {
  readonly rounds: number;
  /** Also 150 MB. */
  readonly large: boolean;
  readonly peers: boolean;
}

/** Products, vulnerabilities, references of a vulnerability. */
const SIZES: readonly (readonly [name: string, products: number, flaws: number, each: number])[] = [
  ['100 KB', 200, 20, 50],
  ['4 MB', 2_000, 200, 400],
  ['150 MB', 60_000, 6_000, 600],
];

export async function benchCsaf(options: CsafBenchOptions, report: Report): Promise<void> {
  const peer = options.peers ? await validatorLib() : null;
  for (const [name, products, flaws, each] of SIZES) {
    if (name === '150 MB' && !options.large) continue;
    const bytes = Buffer.from(JSON.stringify(advisory(products, flaws, each)));
    // Small documents are checked often in a round: one alone would measure the compiler.
    const times = Math.max(1, Math.round(8e6 / bytes.length));
    const megabytes = (bytes.length * times) / 1e6;
    const parse: number[] = [];
    const check: number[] = [];
    const beside: number[] = [];
    let faults = 0;
    for (let round = 0; round < options.rounds; round++) {
      parse.push(megabytes / (await seconds(times, () => JSON.parse(bytes.toString('utf8')))));
      check.push(
        megabytes /
          (await seconds(times, () => {
            const { valid } = checkCsaf(bytes, { tests: ['basic'] });
            if (!valid) throw new Error('the generated document is valid');
          })),
      );
      if (peer === null || name === '150 MB') continue;
      beside.push(
        megabytes /
          (await seconds(times, async () => {
            faults = await peer(JSON.parse(bytes.toString('utf8')));
          })),
      );
    }
    report.figures(`csaf ${name}`, [
      { name: 'JSON.parse', value: median(parse), unit: 'MB/CPU s', spread: parse },
      { name: 'schema and mandatory', value: median(check), unit: 'MB/CPU s', spread: check },
    ]);
    if (beside.length === 0) continue;
    report.figures(`csaf ${name}`, [
      { name: 'csaf-validator-lib', value: median(beside), unit: 'MB/CPU s', spread: beside },
      { name: 'its errors', value: faults, unit: '' },
      { name: 'ratio', value: median(check) / median(beside), unit: '' },
      // What no checker that reads the text can pass.
      { name: 'ratio of JSON.parse alone', value: median(parse) / median(beside), unit: '' },
    ]);
  }
}

async function seconds(times: number, work: () => unknown): Promise<number> {
  const began = process.cpuUsage();
  for (let i = 0; i < times; i++) await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

/** Errors that the peer finds with its schema and mandatory tests; null when it is not there. */
async function validatorLib(): Promise<((document: unknown) => Promise<number>) | null> {
  const folder = process.env.CYBEX_NODE_PEERS;
  if (folder === undefined) {
    process.stdout.write('csaf-validator-lib: set CYBEX_NODE_PEERS to a folder that has it\n');
    return null;
  }
  const require = createRequire(join(folder, 'package.json'));
  const load = async (name: string) =>
    import(pathToFileURL(require.resolve(`@secvisogram/csaf-validator-lib/${name}`)).href);
  const { default: validate } = await load('validate.js');
  const tests = Object.values(await load('basic.js'));
  return async (document) => {
    const { tests: results } = await validate(tests, document);
    return results.reduce(
      (sum: number, { errors }: { errors: unknown[] }) => sum + errors.length,
      0,
    );
  };
}

/** A valid advisory of 2.0: one vendor has 50 products, a vulnerability touches `each` of them. */
function advisory(products: number, flaws: number, each: number): unknown {
  const ids = Array.from({ length: products }, (_, i) => `CSAFPID-${`${i}`.padStart(8, '0')}`);
  const vendors = Array.from({ length: Math.ceil(products / 50) }, (_, v) => vendor(v, ids));
  const date = '2024-01-24T10:00:00.000Z';
  return {
    document: {
      category: 'csaf_base',
      csaf_version: '2.0',
      lang: 'en',
      publisher: { category: 'vendor', name: 'Example', namespace: 'https://example.com' },
      title: 'A generated advisory',
      tracking: {
        current_release_date: date,
        id: 'EX-1',
        initial_release_date: date,
        revision_history: [{ date, number: '1', summary: 'Initial version.' }],
        status: 'final',
        version: '1',
      },
    },
    product_tree: { branches: vendors },
    vulnerabilities: Array.from({ length: flaws }, (_, i) => flaw(i, each, ids)),
  };
}

function vendor(number: number, ids: readonly string[]): unknown {
  const own = ids.slice(number * 50, number * 50 + 50);
  return {
    branches: own.map((id, i) => ({
      branches: [
        {
          category: 'product_version',
          name: `1.${i}`,
          product: {
            name: `Example ${number} Product ${i} 1.${i}`,
            product_id: id,
            product_identification_helper: {
              cpe: `cpe:2.3:a:example_${number}:product_${i}:1.${i}:*:*:*:*:*:*:*`,
              purl: `pkg:generic/example-${number}/product-${i}@1.${i}`,
            },
          },
        },
      ],
      category: 'product_name',
      name: `Product ${i}`,
    })),
    category: 'vendor',
    name: `Example ${number}`,
  };
}

function flaw(number: number, each: number, ids: readonly string[]): unknown {
  const some = new Set<string>();
  for (let i = 0; i < each; i++) some.add(ids[(number * 7 + i) % ids.length] as string);
  const touched = [...some];
  const affected = touched.slice(0, touched.length / 2);
  return {
    cve: `CVE-2024-${10_000 + number}`,
    notes: [{ category: 'description', text: 'A flaw in how input is handled. '.repeat(4) }],
    product_status: { fixed: touched.slice(touched.length / 2), known_affected: affected },
    remediations: [{ category: 'vendor_fix', details: 'Update.', product_ids: affected }],
    scores: [
      {
        cvss_v3: {
          baseScore: 9.8,
          baseSeverity: 'CRITICAL',
          vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
          version: '3.1',
        },
        products: affected,
      },
    ],
    title: `Flaw ${number}`,
  };
}
