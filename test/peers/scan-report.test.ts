/**
 * Reports before independent validators: CycloneDX before the library of the CycloneDX project
 * (`npm run peers -- cyclonedx`), SARIF before sarif-multitool, which CYBEX_SARIF_MULTITOOL names.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { toCycloneDx, toSarif } from '../../src/state/exposure-report/index.ts';
import { component, fullReport } from '../../src/state/exposure-report/report.test.fixture.ts';
import { findPeers } from '../../tools/python-peers.ts';

const MULTITOOL = process.env.CYBEX_SARIF_MULTITOOL;

/** The full report, with every component of its findings in the SBOM. */
function whole() {
  const report = fullReport();
  const strange = component("=cmd|'/c calc'!A1", { name: 'strange' });
  const components = [...report.sbom.components, strange];
  return { ...report, sbom: { ...report.sbom, components } };
}

function written<T>(document: object, read: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cybex-report-'));
  try {
    const file = join(folder, 'report.sarif');
    writeFileSync(file, JSON.stringify(document));
    return read(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const VALIDATE = `
import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(open(sys.argv[1]).read())
print('valid' if fault is None else str(fault)[:2000])
`;

test('CycloneDX 1.6 is valid for the library of its project', (t) => {
  const peers = findPeers('cyclonedx');
  if (peers === null) return t.skip('not installed: npm run peers -- cyclonedx');
  const said = written(toCycloneDx(whole()), (file) =>
    spawnSync(peers.program('python'), ['-c', VALIDATE, file], { encoding: 'utf8' }),
  );
  assert.equal(said.stdout.trim(), 'valid', said.stderr);
});

test('SARIF 2.1.0 has no error for the validator of its authors', (t) => {
  if (MULTITOOL === undefined) {
    return t.skip('sarif-multitool is not named: CYBEX_SARIF_MULTITOOL=/path/to/Sarif.Multitool');
  }
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  const placeOf = () => ({ line: 3, column: 5 });
  const said = written(toSarif(whole(), { placeOf }), (file) =>
    spawnSync(MULTITOOL, ['validate', file], { encoding: 'utf8', env }),
  );
  assert.match(said.stdout, /Analysis completed successfully/, said.stdout + said.stderr);
  assert.doesNotMatch(said.stdout, /: error /);
});
