/** The result of a test over what its object was found to be (OVAL Results Schema, TestType). */
import type { OvalCollected, OvalItem } from '../characteristics.ts';
import type { OvalDocument, OvalState, OvalTest } from '../model.ts';
import type { OvalResult } from '../words.ts';
import { type Comparison, itemSatisfies } from './state.ts';
import { byCheck, byExistence, byOperator } from './truth.ts';

/** The item that was tested, and what came of it. */
export interface OvalTestedItem {
  readonly item: string;
  readonly result: OvalResult;
}

export interface OvalTestResult {
  readonly result: OvalResult;
  readonly items: readonly OvalTestedItem[];
  /** Why a result is an error, unknown or not evaluated. */
  readonly messages: readonly string[];
}

/** Types that are evaluated; any other is not evaluated (by component and local name). */
export const EVALUATED: ReadonlySet<string> = new Set([
  'linux.dpkginfo_test',
  'linux.rpminfo_test',
  'independent.textfilecontent54_test',
  'independent.family_test',
  'unix.uname_test',
  'unix.file_test',
  'independent.variable_test',
  'independent.environmentvariable_test',
  'independent.environmentvariable58_test',
  'independent.unknown_test',
]);

/** Evaluates a test; `collected` is null where its object was not collected. */
export function evaluateTest(
  test: OvalTest,
  collected: OvalCollected | null,
  document: OvalDocument,
  how: Omit<Comparison, 'tell'>,
): OvalTestResult {
  const type = `${test.component}.${test.name}`;
  if (!EVALUATED.has(type)) {
    return { result: 'not evaluated', items: [], messages: [`${test.name} is not evaluated.`] };
  }
  if (test.name === 'unknown_test') return { result: 'unknown', items: [], messages: [] };
  if (collected === null) {
    return { result: 'unknown', items: [], messages: [`${test.object} was not collected.`] };
  }
  const messages = new Set<string>(collected.messages);
  const tell = (reason: string) => {
    if (messages.size < MESSAGES) messages.add(reason);
  };
  const states = test.states.map((id) => document.states.get(id));
  const items = collected.items.map((item) => ({
    item: item.id,
    status: item.status,
    result: itemResult(item, states, test, { ...how, tell }),
  }));
  const result = byFlag(test, collected, items);
  const tested = items.map(({ item, result: each }) => ({ item, result: each }));
  return { result, items: tested, messages: [...messages] };
}

/** Reasons kept of one test. */
const MESSAGES = 20;

type Tested = OvalTestedItem & Pick<OvalItem, 'status'>;

/** One item over all states of the test; without a state there is nothing to evaluate. */
function itemResult(
  item: OvalItem,
  states: readonly (OvalState | undefined)[],
  { stateOperator }: OvalTest,
  how: Comparison,
): OvalResult {
  if (states.length === 0) return 'not evaluated';
  if (item.status === 'error') return 'error';
  if (item.status === 'not collected') return 'unknown';
  if (item.status === 'does not exist') return 'false';
  const results = states.map((state) =>
    state === undefined ? 'error' : itemSatisfies(item, state, how),
  );
  return byOperator(stateOperator, results);
}

/** FlagEnumeration: the flag decides, or leaves it to the checks of existence and state. */
function byFlag(test: OvalTest, { flag }: OvalCollected, items: readonly Tested[]): OvalResult {
  switch (flag) {
    case 'error':
      return 'error';
    case 'not collected':
      return 'unknown';
    case 'not applicable':
      return 'not applicable';
    case 'does not exist':
      return test.checkExistence === 'none_exist' || test.checkExistence === 'any_exist'
        ? 'true'
        : 'false';
    case 'incomplete':
      return incomplete(test, items);
    default:
      return complete(test, items);
  }
}

function checked({ check }: OvalTest, items: readonly Tested[]): OvalResult {
  // CheckEnumeration: items that do not exist are not among those that must satisfy the state.
  const there = items.filter(({ status }) => status !== 'does not exist');
  if (there.length === 0) return 'true';
  return byCheck(
    check,
    there.map(({ result }) => result),
  );
}

function complete(test: OvalTest, items: readonly Tested[]): OvalResult {
  // TestType: items that do not exist have no say in whether all exist.
  const statuses = items.map(({ status }) => status).filter((each) => each !== 'does not exist');
  const existence = byExistence(test.checkExistence, statuses);
  return existence === 'true' && test.states.length > 0 ? checked(test, items) : existence;
}

/** There may be more items than were found: only what more of them cannot change is a result. */
function incomplete(test: OvalTest, items: readonly Tested[]): OvalResult {
  const exist = items.filter(({ status }) => status === 'exists').length;
  const { checkExistence } = test;
  if (checkExistence === 'none_exist') return exist > 0 ? 'false' : 'unknown';
  if (checkExistence === 'only_one_exists') return exist > 1 ? 'false' : 'unknown';
  const enough =
    checkExistence === 'any_exist' || (checkExistence === 'at_least_one_exists' && exist > 0);
  if (!enough) return 'unknown';
  if (test.states.length === 0) return 'true';
  const result = checked(test, items);
  if (result === 'false') return 'false';
  return result === 'true' && test.check === 'at least one' && exist > 0 ? 'true' : 'unknown';
}
