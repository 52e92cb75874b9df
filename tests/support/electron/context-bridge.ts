/**
 * Electron's contextBridge, between the two worlds of a real page: values cross as structured clones, functions and
 * promises as stand-ins for themselves. Runs in both worlds from its own source, and uses nothing from outside itself.
 */

/** One world's side of the bridge. */
export interface WorldBridge {
  /** Makes an object of this world a frozen property of the other's window. */
  expose(key: string, api: unknown): void;
}

/**
 * @param channel a name that only the two worlds know: events of the document by that name are the bridge
 */
export function joinWorlds(channel: string, side: 'page' | 'preload'): WorldBridge {
  type Lent = (...words: unknown[]) => unknown;
  interface Carried {
    readonly kind: 'value' | 'function' | 'promise' | 'list' | 'object' | 'error';
    readonly value: unknown;
  }
  // The page may replace what is in its window later: what the bridge works with is taken now.
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const Message = CustomEvent;
  const apply = Reflect.apply;
  const lent = new Map<number, Lent>();
  const awaited = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  let count = 0;
  let answer: Carried | null = null;
  const other = side === 'page' ? 'preload' : 'page';

  const tell = (what: string, detail: unknown): void => {
    apply(dispatchEvent, document, [new Message(`${channel}:${other}:${what}`, { detail })]);
  };
  const hear = <Detail>(what: string, listener: (detail: Detail) => void): void => {
    const take = (event: Event): void => {
      if (event instanceof Message) listener(event.detail);
    };
    apply(addEventListener, document, [`${channel}:${side}:${what}`, take]);
  };

  const pack = (value: unknown): Carried => {
    if (typeof value === 'function') {
      const id = ++count;
      lent.set(id, (...words) => apply(value, undefined, words));
      return { kind: 'function', value: id };
    }
    if (value instanceof Promise) {
      const id = ++count;
      value.then(
        result => tell('settled', { id, result: pack(result), failed: false }),
        error => tell('settled', { id, result: pack(error), failed: true }),
      );
      return { kind: 'promise', value: id };
    }
    if (value instanceof Error) return { kind: 'error', value: value.message };
    if (Array.isArray(value)) return { kind: 'list', value: value.map(pack) };
    if (typeof value === 'object' && value !== null) {
      const prototype = Object.getPrototypeOf(value);
      if (prototype === Object.prototype || prototype === null)
        return { kind: 'object', value: Object.entries(value).map(([key, each]) => [key, pack(each)]) };
    }
    // Throws for a symbol, as Electron does, and for anything else that no clone can be made of.
    return { kind: 'value', value: structuredClone(value) };
  };

  const unpack = ({ kind, value }: Carried): unknown => {
    switch (kind) {
      case 'function':
        return (...words: unknown[]) => {
          answer = null;
          tell('call', { id: value, words: words.map(pack) });
          const given = answer as Carried | null;
          if (given === null) throw new Error('The other side of the bridge has gone.');
          const result = unpack(given);
          if (given.kind === 'error') throw result;
          return result;
        };
      case 'promise':
        return new Promise((resolve, reject) => awaited.set(Number(value), { resolve, reject }));
      case 'error':
        return new Error(String(value));
      case 'list':
        return (value as Carried[]).map(unpack);
      case 'object':
        return Object.fromEntries((value as [string, Carried][]).map(([key, each]) => [key, unpack(each)]));
      case 'value':
        return value;
    }
  };

  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) freeze(each);
    return Object.freeze(value);
  };

  hear<{ id: number; words: Carried[] }>('call', ({ id, words }) => {
    let result: Carried;
    try {
      result = pack(lent.get(id)?.(...words.map(unpack)));
    } catch (error) {
      result = { kind: 'error', value: error instanceof Error ? error.message : String(error) };
    }
    tell('answer', result);
  });
  hear<Carried>('answer', given => {
    answer = given;
  });
  hear<{ id: number; result: Carried; failed: boolean }>('settled', ({ id, result, failed }) => {
    const waiting = awaited.get(id);
    awaited.delete(id);
    if (failed) waiting?.reject(unpack(result));
    else waiting?.resolve(unpack(result));
  });
  hear<{ key: string; api: Carried }>('expose', ({ key, api }) => {
    if (Object.hasOwn(window, key)) {
      tell('answer', { kind: 'error', value: `window.${key} is there already.` });
      return;
    }
    Object.defineProperty(window, key, { value: freeze(unpack(api)), enumerable: true });
    tell('answer', { kind: 'value', value: undefined });
  });

  return {
    expose(key, api) {
      answer = null;
      tell('expose', { key, api: pack(api) });
      const given = answer as Carried | null;
      if (given?.kind !== 'value')
        throw new Error(`contextBridge: ${given ? String(given.value) : 'the page has no other world.'}`);
    },
  };
}
