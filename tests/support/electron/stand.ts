import { EventEmitter } from 'node:events';

/**
 * What may stand in for a class of Electron's: any of its members; an emitter's come from an emitter. A member that
 * Electron may leave out is undefined, so that asking for it is no error.
 */
export type Part<Whole> = {
  readonly [Key in keyof Omit<Whole, keyof NodeJS.EventEmitter>]?: Whole[Key] | undefined;
};

/**
 * Lets an object that has some of a class of Electron's stand where the whole is expected. What it has is typed by
 * the class; what it has not is an error the moment it is asked for, and so is a property that is made up.
 */
export function standFor<Whole extends object>(name: string, part: Part<Whole>, base: object = {}): Whole {
  Object.defineProperties(base, Object.getOwnPropertyDescriptors(part));
  const stand = new Proxy(base, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol' || asked.has(key))
        return Reflect.get(target, key, receiver);
      throw new TypeError(`The stand-in's ${name} has no ${key}.`);
    },
    set(target, key, value, receiver) {
      // Emitters keep their listeners in properties of their own.
      if (key in target || String(key).startsWith('_')) return Reflect.set(target, key, value, receiver);
      throw new TypeError(`The stand-in's ${name} has no ${String(key)} to set.`);
    },
  });
  // The proxy answers for the whole: with what is there, or with an error.
  return stand as Whole;
}

/** What the language itself asks of any object that is awaited, printed or cloned. */
const asked: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'constructor',
  'asymmetricMatch',
  'nodeType',
  '$$typeof',
]);

/** An emitter that refuses a listener for an event that never comes. */
export class StrictEmitter extends EventEmitter {
  constructor(name: string, events: readonly string[]) {
    super();
    const known = new Set(events);
    const refuse = (event: string | symbol): void => {
      if (typeof event === 'string' && !known.has(event))
        throw new TypeError(`The stand-in's ${name} has no event '${event}'.`);
    };
    this.on('newListener', refuse);
  }
}

/** What a listener calls to keep Electron from going on. */
export interface Preventable {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

/** @returns an event with these details, and whether a listener prevented what it announces */
export function preventable<Details extends object>(details: Details): Details & Preventable {
  let prevented = false;
  return Object.defineProperties(
    {
      ...details,
      preventDefault() {
        prevented = true;
      },
    },
    { defaultPrevented: { get: () => prevented } },
  ) as Details & Preventable;
}
