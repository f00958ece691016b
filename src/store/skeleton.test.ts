import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeSkeleton, encodeSkeleton } from './skeleton.ts';

const gap = fc.uint8Array({ maxLength: 300 });

test('what is encoded comes back', () => {
  fc.assert(
    fc.property(fc.array(gap, { maxLength: 200 }), fc.option(gap), (gaps, closing) => {
      const skeleton = closing === null ? { gaps } : { gaps, closing };
      const decoded = decodeSkeleton(encodeSkeleton(skeleton));
      assert.deepEqual(
        decoded.gaps.map((each) => [...each]),
        gaps.map((each) => [...each]),
      );
      assert.deepEqual(decoded.closing && [...decoded.closing], closing ? [...closing] : undefined);
      assert.equal(decoded.closing === undefined, closing === null);
    }),
  );
});

test('a cut or lengthened skeleton is reported, not read past its end', () => {
  const whole = encodeSkeleton({ gaps: [Buffer.from(',\n'), Buffer.alloc(400)] });
  for (let end = 0; end < whole.length; end++) {
    assert.throws(() => decodeSkeleton(whole.subarray(0, end)), { code: 'internal' });
  }
  assert.throws(() => decodeSkeleton(Buffer.concat([whole, Buffer.from('x')])), {
    code: 'internal',
  });
});
