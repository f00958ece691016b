/** A queue between work that reports and an answer that streams the reports. */

export interface Lines<T> {
  put(line: T): void;
  end(): void;
  fail(error: unknown): void;
  read(): AsyncGenerator<T>;
}

export function lines<T>(): Lines<T> {
  const queue: T[] = [];
  let ended = false;
  let failure: unknown = null;
  let wake = () => {};
  const close = (error: unknown = null) => {
    ended = true;
    failure = error;
    wake();
  };
  async function* read(): AsyncGenerator<T> {
    for (;;) {
      for (let line = queue.shift(); line !== undefined; line = queue.shift()) yield line;
      if (ended) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure !== null) throw failure;
  }
  return {
    put(line) {
      queue.push(line);
      wake();
    },
    end: () => close(),
    fail: (error) => close(error),
    read,
  };
}
