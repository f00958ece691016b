/** Conversions whose result is a bundle of STIX 2.1. */
import type { JsonObject, JsonValue } from '../../core/json/value.ts';
import { uuidV5 } from '../../core/uuid.ts';
import { checkBundle } from '../../event/stix/index.ts';
import { projectCsaf } from '../csaf-stix/index.ts';
import { projectCve } from '../cve-stix/index.ts';
import { projectOsv } from '../osv-stix/index.ts';
import type { Projection, ProjectionContext } from '../projection/index.ts';
import {
  CONVERT_NAMESPACE,
  type Conversion,
  type Converted,
  type ConvertOptions,
  TARGET_FORMATS,
} from './conversion.ts';
import { timesOf } from './dates.ts';

type Project = (document: JsonValue, context: ProjectionContext) => Projection;

function bundled(project: Project): Conversion['run'] {
  return (document: JsonObject, options: ConvertOptions): Converted => {
    const times = timesOf(document);
    const namespace = options.namespace ?? CONVERT_NAMESPACE;
    const { objects, losses } = project(document, {
      namespace,
      created: options.now ?? times.created,
      now: options.now ?? times.modified,
      createdBy: options.createdBy,
    });
    const name = objects.map(({ id }) => id).join(' ');
    const id = `bundle--${uuidV5(namespace, name)}`;
    const bundle = objects.length === 0 ? { type: 'bundle', id } : { type: 'bundle', id, objects };
    return {
      format: TARGET_FORMATS.stix,
      output: JSON.stringify(bundle, null, 2),
      losses,
      // Ids of version 5 are ours on purpose: the same source gives the same objects.
      issues: checkBundle(bundle).filter(({ severity }) => severity === 'error'),
    };
  };
}

export const TO_STIX: readonly Conversion[] = [
  { from: ['cve'], to: 'stix', run: bundled(projectCve) },
  { from: ['csaf-2.0', 'csaf-2.1'], to: 'stix', run: bundled(projectCsaf) },
  { from: ['osv'], to: 'stix', run: bundled(projectOsv) },
];
