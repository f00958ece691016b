/** FIRST's JSON schemas for CVSS, as CSAF refers to them. */
import { isJsonObject, type JsonValue } from '../../../core/json/index.ts';
import { CVSS_2_MEMBERS, CVSS_3_MEMBERS, CVSS_4_MEMBERS } from './cvss.table.ts';
import { number, object, oneOf, partOf, text } from './shapes.ts';
import type { Check, Walk } from './walk.ts';

type Members = typeof CVSS_2_MEMBERS;

const METRIC_2 =
  'AV:[NAL]|AC:[LMH]|Au:[MSN]|[CIA]:[NPC]|E:(?:U|POC|F|H|ND)|RL:(?:OF|TF|W|U|ND)|RC:(?:UC|UR|C|ND)|CDP:(?:N|L|LM|MH|H|ND)|TD:(?:N|L|M|H|ND)|[CIA]R:(?:L|M|H|ND)';
const METRIC_3 =
  'AV:[NALP]|AC:[LH]|PR:[NLH]|UI:[NR]|S:[UC]|[CIA]:[NLH]|E:[XUPFH]|RL:[XOTWU]|RC:[XURC]|[CIA]R:[XLMH]|MAV:[XNALP]|MAC:[XLH]|MPR:[XNLH]|MUI:[XNR]|MS:[XUC]|M[CIA]:[XNLH]';

/** Every metric of a vector is matched alone: the whole would repeat a choice. */
const EACH_2 = new RegExp(`^(?:${METRIC_2})$`);
const EACH_3 = new RegExp(`^(?:${METRIC_3})$`);
const WHOLE_4 =
  /^CVSS:4[.]0\/AV:[NALP]\/AC:[LH]\/AT:[NP]\/PR:[NLH]\/UI:[NPA]\/VC:[HLN]\/VI:[HLN]\/VA:[HLN]\/SC:[HLN]\/SI:[HLN]\/SA:[HLN](\/E:[XAPU])?(\/CR:[XHML])?(\/IR:[XHML])?(\/AR:[XHML])?(\/MAV:[XNALP])?(\/MAC:[XLH])?(\/MAT:[XNP])?(\/MPR:[XNLH])?(\/MUI:[XNPA])?(\/MVC:[XNLH])?(\/MVI:[XNLH])?(\/MVA:[XNLH])?(\/MSC:[XNLH])?(\/MSI:[XNLHS])?(\/MSA:[XNLHS])?(\/S:[XNP])?(\/AU:[XNY])?(\/R:[XAUI])?(\/V:[XDC])?(\/RE:[XLMH])?(\/U:(X|Clear|Green|Amber|Red))?$/;

const isVector2 = (vector: string) => vector.split('/').every((metric) => EACH_2.test(metric));
const isVector3 = (version: string) => (vector: string) =>
  vector.startsWith(`CVSS:${version}/`) &&
  vector
    .slice(`CVSS:${version}/`.length)
    .split('/')
    .every((metric) => EACH_3.test(metric));
const isVector4 = (vector: string) => WHOLE_4.test(vector);

function membersOf(table: Members, isVector: (vector: string) => boolean, versions: string[]) {
  const members: Record<string, Check> = {};
  for (const [name, kind] of Object.entries(table)) {
    if (kind === 'score') members[name] = number(0, 10);
    else if (kind === 'vector') members[name] = text({ pattern: isVector, form: 'a CVSS vector' });
    else members[name] = oneOf(...(name === 'version' ? versions : kind));
  }
  return members;
}

export const cvss2 = partOf(
  'cvss',
  object(membersOf(CVSS_2_MEMBERS, isVector2, ['2.0']), {
    required: ['version', 'vectorString', 'baseScore'],
    open: true,
  }),
);

const REQUIRED = ['version', 'vectorString', 'baseScore', 'baseSeverity'] as const;

function cvss3Of(version: string): Check {
  return object(membersOf(CVSS_3_MEMBERS, isVector3(version), [version]), {
    required: REQUIRED,
    open: true,
  });
}

const CVSS_3_0 = cvss3Of('3.0');
const CVSS_3_1 = cvss3Of('3.1');

/** `oneOf` of 3.0 and 3.1: the version says which; without one the newer is asked. */
export const cvss3 = partOf('cvss', (value, walk) => {
  const version = isJsonObject(value) ? value.version : undefined;
  (version === '3.0' ? CVSS_3_0 : CVSS_3_1)(value, walk);
});

const CVSS_4 = object(membersOf(CVSS_4_MEMBERS, isVector4, ['4.0']), { required: REQUIRED });

export const cvss4 = partOf('cvss', (value, walk) => {
  CVSS_4(value, walk);
  checkSeverity4(value, walk);
});

const SEVERITIES_4: readonly (readonly [string, number, number])[] = [
  ['NONE', 0, 0],
  ['LOW', 0.1, 3.9],
  ['MEDIUM', 4, 6.9],
  ['HIGH', 7, 8.9],
  ['CRITICAL', 9, 10],
];

/** The `anyOf` of the 4.0 schema: each severity has its scores, in steps of a tenth. */
function checkSeverity4(value: JsonValue, walk: Walk): void {
  if (!isJsonObject(value)) return;
  const { baseScore, baseSeverity } = value;
  if (typeof baseScore !== 'number' || typeof baseSeverity !== 'string') return;
  const row = SEVERITIES_4.find(([name]) => name === baseSeverity);
  if (row === undefined) return;
  const [, low, high] = row;
  const stepped = baseSeverity === 'HIGH' || Math.round(baseScore * 10) / 10 === baseScore;
  if (baseScore < low || baseScore > high || !stepped) {
    const range = `${baseSeverity} is from ${low} to ${high} in steps of 0.1`;
    walk.fault('csaf-schema-number', `The baseScore ${baseScore} is no ${range}.`);
  }
}
