/** Object paths (STIX 2.1 §9.7). */

import { excerpt } from './issues.ts';
import type { Lexer } from './lexer.ts';
import type { ObjectPath, PathStep } from './tree.ts';

/** `<object-type>:<property>` and the steps that follow. */
export function parsePath(lexer: Lexer): ObjectPath {
  const at = lexer.start;
  if (lexer.kind !== 'name') {
    lexer.fail('path-form', `An object path should start here, not ${lexer.found()}.`);
  }
  const type = lexer.word;
  lexer.next();
  if (!lexer.take('symbol', ':')) {
    lexer.fail(
      'path-form',
      `A colon should follow the object type ${excerpt(type)}, not ${lexer.found()}.`,
    );
  }
  lexer.count();
  const steps: PathStep[] = [parseKey(lexer)];
  for (;;) {
    if (lexer.take('symbol', '.')) steps.push(parseKey(lexer));
    else if (lexer.take('symbol', '[')) steps.push(parseIndex(lexer));
    else break;
  }
  refuseBareNumber(lexer);
  return { kind: 'path', at, type, steps };
}

/** `.5` after a path is read as a number: a step that starts with a digit needs apostrophes. */
function refuseBareNumber(lexer: Lexer): void {
  if (lexer.kind !== 'float' || !lexer.word.startsWith('.')) return;
  lexer.fail(
    'path-quotes',
    `Put the property name ${excerpt(lexer.word.slice(1))} into apostrophes.`,
  );
}

/** §9.7: a name with a hyphen or a full stop stands in apostrophes; so does a keyword. */
function parseKey(lexer: Lexer): PathStep {
  lexer.count();
  const name = lexer.word;
  if (lexer.kind === 'string') {
    if (name === '') lexer.note('path-empty-key', 'warning', 'No property has an empty name.');
  } else if (lexer.kind !== 'name' || name.includes('-')) {
    if (lexer.kind === 'name' || lexer.kind === 'keyword' || lexer.kind === 'integer') {
      lexer.fail('path-quotes', `Put the property name ${excerpt(name)} into apostrophes.`);
    }
    lexer.fail('path-form', `A property name should stand here, not ${lexer.found()}.`);
  }
  lexer.next();
  return { kind: 'key', name };
}

/** §9.7.2: an integer from 0 on, or `*`. */
function parseIndex(lexer: Lexer): PathStep {
  lexer.count();
  const step = indexStep(lexer);
  lexer.next();
  if (!lexer.take('symbol', ']')) {
    lexer.fail('unclosed', `] should close the list index, not ${lexer.found()}.`);
  }
  return step;
}

function indexStep(lexer: Lexer): PathStep {
  if (lexer.is('symbol', '*')) return { kind: 'any' };
  const index = Number(lexer.word);
  if (lexer.kind !== 'integer' || lexer.word.startsWith('-') || !Number.isSafeInteger(index)) {
    lexer.fail('path-index', `A list index is 0, 1 … or *, not ${lexer.found()}.`);
  }
  return { kind: 'index', index };
}
