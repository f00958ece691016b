/** Codecs that are known by their signs and loaded with the first delivery in their format. */
import type { Codec, FormatSign } from './codec.ts';

/** A house knows many formats and meets few of them: what is never met costs no memory. */
export function codecOnDemand(sign: FormatSign, load: () => Promise<Codec>): Codec {
  return {
    ...sign,
    async *records(source, options) {
      const codec = await load();
      yield* codec.records(source, options);
    },
  };
}
