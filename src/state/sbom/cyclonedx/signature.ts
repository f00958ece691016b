/** JSON Signature Format (JSF 0.82), as CycloneDX embeds it. Its shape only: nothing is verified. */
import { isJsonObject } from '../../../core/json/value.ts';
import { URI } from '../../../core/shape/form.ts';
import { byMember, object, required } from '../../../core/shape/object.ts';
import { either, list, type Shape, text, word } from '../../../core/shape/shape.ts';

const ALGORITHMS =
  'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 Ed25519 Ed448 HS256 HS384 HS512';

const closed = { closed: true };
const kty = required(word(['EC', 'OKP', 'RSA']));

const publicKey: Shape = byMember(
  'kty',
  {
    EC: object(
      {
        kty,
        crv: required(word(['P-256', 'P-384', 'P-521'])),
        x: required(text()),
        y: required(text()),
      },
      closed,
    ),
    OKP: object({ kty, crv: required(word(['Ed25519', 'Ed448'])), x: required(text()) }, closed),
    RSA: object({ kty, n: required(text()), e: required(text()) }, closed),
  },
  object({ kty }),
);

const signer: Shape = object(
  {
    algorithm: required(
      either([word(ALGORITHMS.split(' ')), text({ form: URI })], {
        says: 'an algorithm of JSF or the URI of another',
      }),
    ),
    keyId: text(),
    publicKey,
    certificatePath: list(text()),
    excludes: list(text()),
    value: required(text()),
  },
  closed,
);

const several = object({ signers: list(signer), chain: list(signer) }, closed);

/** One signature, several (`signers`), or a chain. */
export const SIGNATURE: Shape = (value, walk) => {
  const many = isJsonObject(value) && ('signers' in value || 'chain' in value);
  (many ? several : signer)(value, walk);
};
