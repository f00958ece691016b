/**
 * What `cybex sbom make` writes, held against the validators of others: cyclonedx-python-lib and
 * spdx-tools. CYBEX_PYTHON names an interpreter that has them; where they are absent this says so.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { filePortOf } from '../../src/cli/file-port.ts';
import { inventoryOf } from '../../src/state/inventory/index.ts';
import { writeCycloneDx, writeSpdx } from '../../src/state/sbom/index.ts';

const PYTHON = process.env.CYBEX_PYTHON ?? 'python3';
const SAID = {
  uuid: '3e671687-395b-41f5-a30f-a58921a69b79',
  created: '2026-11-21T00:00:00Z',
  tool: { name: 'cybex', version: '0.1.0' },
};
const CYCLONEDX = `
import sys
from cyclonedx.validation.json import JsonStrictValidator
from cyclonedx.schema import SchemaVersion
fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(open(sys.argv[1]).read())
print('valid' if fault is None else fault)
`;
const SPDX = `
import sys
from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document
faults = validate_full_spdx_document(parse_file(sys.argv[1]))
print('valid' if not faults else faults[:3])
`;

for (const [name, module, program, write] of [
  ['CycloneDX 1.6', 'jsonschema, cyclonedx.validation.json', CYCLONEDX, writeCycloneDx],
  ['SPDX 2.3', 'spdx_tools.spdx', SPDX, writeSpdx],
] as const) {
  test(`${name} of this repository passes an independent validator`, async (t) => {
    const there = spawnSync(PYTHON, ['-c', `import ${module}`]);
    if (there.status !== 0) return t.skip(`${PYTHON} has no ${module}: set CYBEX_PYTHON`);
    const root = join(import.meta.dirname, '../../..');
    const { sbom } = await inventoryOf(await filePortOf(root), root);
    const folder = mkdtempSync(join(tmpdir(), 'cybex-sbom-'));
    try {
      const file = join(folder, name === 'SPDX 2.3' ? 'made.spdx.json' : 'made.cdx.json');
      writeFileSync(file, JSON.stringify(write(sbom, SAID)));
      const { stdout, stderr } = spawnSync(PYTHON, ['-c', program, file], { encoding: 'utf8' });
      assert.equal(stdout.trim(), 'valid', stderr);
      t.diagnostic(`${sbom.components.length} components`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
