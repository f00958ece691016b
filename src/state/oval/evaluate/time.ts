/** Dates and times of the function time_difference (OVAL Definitions Schema, DateTimeFormatEnumeration). */

const CLOCK = '(?:[ T]([0-9]{2}):?([0-9]{2}):?([0-9]{2}))?';
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Forms of a format, with which group is year, month, day. */
const FORMS: Readonly<
  Record<string, readonly (readonly [form: RegExp, year: number, month: number, day: number])[]>
> = {
  year_month_day: [
    [/^([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2}))?$/, 1, 2, 3],
    [new RegExp(`^([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})${CLOCK}$`), 1, 2, 3],
    [new RegExp(`^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})${CLOCK}$`), 1, 2, 3],
  ],
  month_day_year: [
    [new RegExp(`^([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})${CLOCK}$`), 3, 1, 2],
    [new RegExp(`^([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})${CLOCK}$`), 3, 1, 2],
    [new RegExp(`^([A-Za-z]{3,9}),? ([0-9]{1,2}),? ([0-9]{4})${CLOCK}$`), 3, 1, 2],
  ],
  day_month_year: [
    [new RegExp(`^([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})${CLOCK}$`), 3, 2, 1],
    [new RegExp(`^([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})${CLOCK}$`), 3, 2, 1],
  ],
};

/** Seconds between 1601 and 1970, where Windows and Unix begin to count. */
const FILETIME_EPOCH = 11_644_473_600n;

/** Seconds since 1970 (UTC) of a text in a format; null where it is not in it. */
export function secondsOf(given: string, format: string): number | null {
  const text = given.trim();
  if (format === 'seconds_since_epoch') return /^-?[0-9]{1,15}$/.test(text) ? Number(text) : null;
  if (format === 'win_filetime') return filetime(text);
  if (format === 'cim_datetime') return cim(text);
  for (const [form, year, month, day] of FORMS[format] ?? []) {
    const found = form.exec(text);
    if (found === null) continue;
    const named = MONTHS.findIndex((each) => isMonth(each, found[month] ?? '')) + 1;
    const number = named > 0 ? named : Number(found[month]);
    const clock = found.slice(4, 7).map((each) => Number(each ?? 0));
    return utc(Number(found[year]), number, Number(found[day]), clock);
  }
  return null;
}

const isMonth = (month: string, text: string) =>
  text.toLowerCase() === month || text.toLowerCase() === month.slice(0, 3);

function utc(year: number, month: number, day: number, clock: readonly number[]): number | null {
  const [hour = 0, minute = 0, second = 0] = clock;
  if (!(month >= 1 && month <= 12) || hour > 23 || minute > 59 || second > 60) return null;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  if (year < 100) date.setUTCFullYear(year);
  return date.getUTCDate() === day || second === 60 ? date.getTime() / 1000 : null;
}

/** Hundreds of nanoseconds since 1601, decimal or hexadecimal. */
function filetime(text: string): number | null {
  if (!/^(?:0x[0-9A-Fa-f]{1,16}|[0-9]{1,20})$/.test(text)) return null;
  return Number(BigInt(text) / 10_000_000n - FILETIME_EPOCH);
}

/** `yyyymmddHHMMSS.mmmmmmsUUU`, the last the minutes ahead of UTC. */
function cim(text: string): number | null {
  const form =
    /^([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})\.[0-9]{6}([+-][0-9]{3})$/;
  const found = form.exec(text);
  const written = /^([0-9]{4})-([0-9]{2})-([0-9]{2}) ([0-9]{2}):([0-9]{2}):([0-9]{2}):[0-9]{3}$/;
  const [, year, month, day, ...rest] = (found ?? written.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const seconds = utc(year, month, day, rest.slice(0, 3));
  return seconds === null ? null : seconds - (found === null ? 0 : (rest[3] as number) * 60);
}
