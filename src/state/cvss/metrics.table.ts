/**
 * Metrics and codes of their values, in the order of the vector strings. They stand apart from
 * their names (titles-v*.table.ts), so that who only scores does not carry those.
 */
import { type MetricSet, metricGroup } from './metric.ts';

/** Guide §2.4. */
export const METRICS_V2: MetricSet = {
  version: '2.0',
  prefix: '',
  notDefined: 'ND',
  metrics: [
    ...metricGroup('base', 'AV:N,A,L AC:L,M,H Au:N,S,M C:C,P,N I:C,P,N A:C,P,N'),
    ...metricGroup('temporal', 'E:H,F,POC,U RL:U,W,TF,OF RC:C,UR,UC'),
    ...metricGroup('environmental', 'CDP:H,MH,LM,L,N TD:H,M,L,N CR:H,M,L IR:H,M,L AR:H,M,L'),
  ],
};

/** 3.0 §6 and 3.1 §6: the same. */
const METRICS_V3 = [
  ...metricGroup('base', 'AV:N,A,L,P AC:L,H PR:N,L,H UI:N,R S:C,U C:H,L,N I:H,L,N A:H,L,N'),
  ...metricGroup('temporal', 'E:H,F,P,U RL:U,W,T,O RC:C,R,U'),
  ...metricGroup('environmental', 'CR:H,M,L IR:H,M,L AR:H,M,L'),
  ...metricGroup('environmental', 'MAV:N,A,L,P MAC:L,H MPR:N,L,H MUI:N,R MS:C,U'),
  ...metricGroup('environmental', 'MC:H,L,N MI:H,L,N MA:H,L,N'),
];

export const METRICS_V30: MetricSet = {
  version: '3.0',
  prefix: 'CVSS:3.0/',
  notDefined: 'X',
  metrics: METRICS_V3,
};

export const METRICS_V31: MetricSet = {
  version: '3.1',
  prefix: 'CVSS:3.1/',
  notDefined: 'X',
  metrics: METRICS_V3,
};

/** §7, table 23. */
export const METRICS_V4: MetricSet = {
  version: '4.0',
  prefix: 'CVSS:4.0/',
  notDefined: 'X',
  metrics: [
    ...metricGroup('base', 'AV:N,A,L,P AC:L,H AT:N,P PR:N,L,H UI:N,P,A'),
    ...metricGroup('base', 'VC:H,L,N VI:H,L,N VA:H,L,N SC:H,L,N SI:H,L,N SA:H,L,N'),
    ...metricGroup('threat', 'E:A,P,U'),
    ...metricGroup('environmental', 'CR:H,M,L IR:H,M,L AR:H,M,L'),
    ...metricGroup('environmental', 'MAV:N,A,L,P MAC:L,H MAT:N,P MPR:N,L,H MUI:N,P,A'),
    ...metricGroup('environmental', 'MVC:H,L,N MVI:H,L,N MVA:H,L,N MSC:H,L,N'),
    ...metricGroup('environmental', 'MSI:S,H,L,N MSA:S,H,L,N'),
    ...metricGroup('supplemental', 'S:P,N AU:Y,N R:A,U,I V:D,C RE:L,M,H U:Red,Amber,Green,Clear'),
  ],
};
