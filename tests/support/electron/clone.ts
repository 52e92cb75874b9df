/**
 * Structured clones as text, for a line that carries only text. Both functions also run in the page, from their own
 * source: they use nothing from outside themselves.
 */

/** @throws DataCloneError where a value cannot be cloned */
export function packClone(value: unknown): string {
  const nodes: unknown[] = [];
  const seen = new Map<object, number>();
  const bytesOf = (buffer: ArrayBuffer): string => {
    const bytes = new Uint8Array(buffer);
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(text);
  };
  const nodeOf = (found: object): unknown => {
    if (Array.isArray(found)) return ['array', found.map(pack)];
    if (found instanceof Date) return ['date', found.getTime()];
    if (found instanceof RegExp) return ['pattern', found.source, found.flags];
    if (found instanceof Map) return ['map', [...found].map(([key, each]) => [pack(key), pack(each)])];
    if (found instanceof Set) return ['set', [...found].map(pack)];
    if (found instanceof ArrayBuffer) return ['bytes', bytesOf(found)];
    if (ArrayBuffer.isView(found)) {
      const { buffer, byteOffset, byteLength } = found;
      return [
        'view',
        found.constructor.name,
        bytesOf(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer),
      ];
    }
    if (found instanceof Error) return ['error', found.name, found.message];
    const prototype = Object.getPrototypeOf(found);
    if (prototype === Object.prototype || prototype === null)
      return ['object', Object.entries(found).map(([key, each]) => [key, pack(each)])];
    throw new DOMException(`${found.constructor.name} cannot be carried by the stand-in.`, 'DataCloneError');
  };
  const pack = (found: unknown): unknown => {
    if (found === null || typeof found === 'string' || typeof found === 'boolean') return found;
    if (typeof found === 'number')
      return Number.isFinite(found) && !Object.is(found, -0)
        ? found
        : ['number', Object.is(found, -0) ? '-0' : String(found)];
    if (typeof found === 'bigint') return ['bigint', String(found)];
    if (typeof found !== 'object') return ['undefined'];
    const known = seen.get(found);
    if (known !== undefined) return ['node', known];
    const at = nodes.push(null) - 1;
    seen.set(found, at);
    nodes[at] = nodeOf(found);
    return ['node', at];
  };
  // The platform's own clone decides what may cross, runs getters and drops prototypes.
  const root = pack(structuredClone(value));
  return JSON.stringify({ root, nodes });
}

/** What `packClone` packed. */
export function unpackClone(text: string): unknown {
  const { root, nodes } = JSON.parse(text);
  const made = new Map<number, unknown>();
  const bytesOf = (packed: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(packed), each => each.charCodeAt(0));
  const node = (at: number): unknown => {
    if (made.has(at)) return made.get(at);
    const [kind, first, second] = nodes[at];
    const keep = <Made>(value: Made): Made => {
      made.set(at, value);
      return value;
    };
    switch (kind) {
      case 'array': {
        const list = keep<unknown[]>([]);
        for (const each of first) list.push(unpack(each));
        return list;
      }
      case 'date':
        return keep(new Date(first));
      case 'pattern':
        return keep(new RegExp(first, second));
      case 'map': {
        const map = keep(new Map<unknown, unknown>());
        for (const [key, each] of first) map.set(unpack(key), unpack(each));
        return map;
      }
      case 'set': {
        const set = keep(new Set<unknown>());
        for (const each of first) set.add(unpack(each));
        return set;
      }
      case 'bytes':
        return keep(bytesOf(first).buffer);
      case 'view': {
        const views: readonly (new (buffer: ArrayBuffer) => ArrayBufferView)[] = [
          Int8Array,
          Uint8ClampedArray,
          Int16Array,
          Uint16Array,
          Int32Array,
          Uint32Array,
          Float32Array,
          Float64Array,
          BigInt64Array,
          BigUint64Array,
          DataView,
        ];
        // Node's Buffer arrives as what it is made of.
        const View = views.find(each => each.name === first) ?? Uint8Array;
        return keep(new View(bytesOf(second).buffer));
      }
      case 'error':
        return keep(Object.assign(new Error(second), { name: first }));
      default: {
        const object = keep<Record<string, unknown>>({});
        // Not an assignment: a key may be '__proto__'.
        for (const [key, each] of first)
          Object.defineProperty(object, key, {
            value: unpack(each),
            writable: true,
            enumerable: true,
            configurable: true,
          });
        return object;
      }
    }
  };
  const unpack = (packed: unknown): unknown => {
    if (!Array.isArray(packed)) return packed;
    const [kind, value] = packed;
    switch (kind) {
      case 'node':
        return node(value);
      case 'number':
        return Number(value);
      case 'bigint':
        return BigInt(value);
      default:
        return undefined;
    }
  };
  return unpack(root);
}
