interface Page<T> {
  items: T[];
  next_page_token?: string;
  unreachable?: string[];
}

/**
 * The items of a list, page after page as they are needed: `for await (const vm of client.iterateVms())`.
 * Each loop starts from the beginning.
 */
export class Items<T> implements AsyncIterable<T> {
  /** What did not answer in the last loop, so that the list may be incomplete. */
  unreachable: string[] = [];

  constructor(private readonly fetchPage: (pageToken?: string) => Promise<Page<T>>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    this.unreachable = [];
    let token: string | undefined;
    do {
      const page = await this.fetchPage(token);
      this.unreachable.push(...(page.unreachable ?? []));
      yield* page.items;
      token = page.next_page_token;
    } while (token !== undefined);
  }

  /** All of them. */
  async all(): Promise<T[]> {
    const all: T[] = [];
    for await (const item of this) {
      all.push(item);
    }
    return all;
  }
}
