/**
 * The operations that are built so far (the contract has more; they appear with their parts). A
 * file of operations, and the libraries below it, is loaded when one of them is first asked for:
 * `cybex rpc` answers at once, and a hub at rest does not hold every standard in memory.
 */
import { z } from 'zod';
import type { Operation } from './operation.ts';
import { operation } from './operation.ts';

/** A file of operations: their names, in the order in which `ops` lists them. */
interface OperationFile {
  readonly ops: readonly string[];
  readonly load: () => Promise<readonly Operation[]>;
}

export const OPERATION_FILES: readonly OperationFile[] = [
  {
    ops: ['jcs.canonicalize'],
    load: async () => (await import('./text-operations.ts')).TEXT_OPERATIONS,
  },
  {
    ops: ['check'],
    load: async () => (await import('./check-operations.ts')).CHECK_OPERATIONS,
  },
  {
    ops: ['stix.parse', 'stix.id', 'stix.pattern.check', 'stix.pattern.format'],
    load: async () => (await import('./stix-operations.ts')).STIX_OPERATIONS,
  },
  {
    ops: ['stix.pattern.match', 'stix.pattern.equivalent'],
    load: async () => (await import('./pattern-operations.ts')).PATTERN_OPERATIONS,
  },
  {
    ops: ['convert'],
    load: async () => (await import('./convert-operations.ts')).CONVERT_OPERATIONS,
  },
  {
    ops: ['csaf.check'],
    load: async () => (await import('./csaf-operations.ts')).CSAF_OPERATIONS,
  },
  {
    ops: ['policy.decide'],
    load: async () => (await import('./policy-operations.ts')).POLICY_OPERATIONS,
  },
  {
    ops: ['cpe.parse', 'cpe.match', 'cpe.applies'],
    load: async () => (await import('./cpe-operations.ts')).CPE_OPERATIONS,
  },
  {
    ops: ['purl.parse', 'purl.build', 'purl.validate'],
    load: async () => (await import('./purl-operations.ts')).PURL_OPERATIONS,
  },
  {
    ops: ['sbom.read'],
    load: async () => (await import('./sbom-operations.ts')).SBOM_OPERATIONS,
  },
  {
    ops: ['scan'],
    load: async () => (await import('./scan-operations.ts')).SCAN_OPERATIONS,
  },
  {
    ops: ['vers.compare', 'vers.contains', 'vers.parse', 'vers.fromNative'],
    load: async () => (await import('./vers-operations.ts')).VERS_OPERATIONS,
  },
  {
    ops: ['vex.status'],
    load: async () => (await import('./vex-operations.ts')).VEX_OPERATIONS,
  },
  {
    ops: ['cvss.score', 'cvss.explain', 'cwss.score', 'ssvc.decide'],
    load: async () => (await import('./score-operations.ts')).SCORE_OPERATIONS,
  },
  {
    ops: ['cve.status'],
    load: async () => (await import('./cve-operations.ts')).CVE_OPERATIONS,
  },
];

const list: Operation = operation({
  op: 'ops',
  args: z.looseObject({}),
  result: z.object({
    operations: z.array(z.object({ op: z.string(), args: z.unknown(), result: z.unknown() })),
  }),
  run: async () => ({ operations: await described() }),
});

async function described() {
  const loaded = await Promise.all(OPERATION_FILES.map(({ load }) => load()));
  return [list, ...loaded.flat()].map(({ op, args, result }) => ({
    op,
    args: z.toJSONSchema(args, { unrepresentable: 'any', io: 'input' }),
    result: z.toJSONSchema(result, { unrepresentable: 'any' }),
  }));
}

const LOADED = new Map<string, Operation>([[list.op, list]]);
const FILE_OF = new Map(OPERATION_FILES.flatMap((file) => file.ops.map((op) => [op, file])));

export const OPERATION_NAMES: readonly string[] = [list.op, ...FILE_OF.keys()];

/** An operation, at once where its file is loaded; null where there is none of this name. */
export function operationNamed(op: string): Operation | Promise<Operation> | null {
  const loaded = LOADED.get(op);
  if (loaded !== undefined) return loaded;
  const file = FILE_OF.get(op);
  return file === undefined ? null : loadOperation(file, op);
}

async function loadOperation(file: OperationFile, op: string): Promise<Operation> {
  for (const row of await file.load()) LOADED.set(row.op, row);
  const loaded = LOADED.get(op);
  if (loaded === undefined) throw new Error(`The file of ${op} does not have it.`);
  return loaded;
}
