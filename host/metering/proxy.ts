import { NotImplementedError } from '../runtime/ports';
import { type CallPrice, priceOf } from './costs';

/** Any class whose objects a script gets from a service. */
type ApiClass = abstract new (...args: never[]) => object;
/** The name Google gives the class, and ours that stands for it. */
export type NamedClass = readonly [name: string, api: ApiClass];

/** One member of one class, looked up once per run. */
export interface ServiceCall {
  /** "Range.getValues". */
  readonly kind: string;
  readonly owner: string;
  readonly price: CallPrice;
}

/** What stands between a script and a service. */
export interface CallGate {
  /** Before the call takes effect; throws to refuse it. */
  enter(call: ServiceCall): void;
  /** After it took effect, with the number of cells it carried; throws to fail it late. */
  leave(call: ServiceCall, cells: number): void;
  /** What the script catches in place of an error of the host. */
  translate(error: unknown): unknown;
}

const RAW = Symbol('raw');
const WALL = Symbol('wall');
type Wrapped = { readonly [RAW]: object; readonly [WALL]: Membrane };
type StandIn = new (raw: object, wall: Membrane) => Wrapped;

/** Made once for all runs, by the prototype and by the name under which a script knows it. */
const made = new Map<string, WeakMap<object, StandIn>>();
type Method = (this: object, ...args: unknown[]) => unknown;

/** Read by JavaScript itself or by a printing function, never meant as a service's member. */
const NOT_MEMBERS = new Set([
  'then',
  'toJSON',
  'constructor',
  'asymmetricMatch',
  'nodeType',
  'tagName',
  '$$typeof',
  'inspect',
  'length',
]);

/**
 * The wall between a script and the host's objects: the script holds stand-ins whose methods count, price
 * and, when told to, fail each call. A member that the host lacks throws NotImplementedError by its name.
 *
 * One stand-in prototype is made per class, with a real Proxy only behind it for members that are
 * missing: so a call costs a closure and not a trap. A stand-in knows its own wall, so all runs share the prototypes.
 */
export class Membrane {
  private readonly names = new Map<object, string>();
  private readonly standIns = new Map<object, StandIn | null>();

  constructor(
    readonly gate: CallGate,
    classes: Iterable<NamedClass>,
  ) {
    for (const [name, api] of classes) this.names.set(api.prototype as object, name);
  }

  /** The script's view of what a service returned: stand-ins for API objects, also inside arrays. */
  wrap(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return this.wrapArray(value);
    const own = Object.getPrototypeOf(value) as object | null;
    if (own === null) return value;
    let standIn = this.standIns.get(own);
    if (standIn === undefined) {
      standIn = this.define(own, value);
      this.standIns.set(own, standIn);
    }
    return standIn === null ? value : new standIn(value, this);
  }

  private wrapArray(values: unknown[]): unknown[] {
    let copy: unknown[] | undefined;
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (typeof value !== 'object' || value === null) continue;
      const wrapped = this.wrap(value);
      if (wrapped === value) continue;
      copy ??= values.slice();
      copy[i] = wrapped;
    }
    return copy ?? values;
  }

  private define(own: object, sample: object): StandIn | null {
    const name = this.nameOf(own);
    if (name === undefined) return null;
    const known = made.get(name) ?? new WeakMap<object, StandIn>();
    made.set(name, known);
    const standIn = known.get(own) ?? standInFor(name, own, sample);
    known.set(own, standIn);
    return standIn;
  }

  private nameOf(own: object): string | undefined {
    for (let at: object | null = own; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
      const name = this.names.get(at);
      if (name !== undefined) return name;
    }
    return undefined;
  }
}

function standInFor(name: string, own: object, sample: object): StandIn {
  const Holder = class {
    // Fields, so that the Proxy behind the prototype is not asked about the assignments.
    readonly [RAW]: object;
    readonly [WALL]: Membrane;
    constructor(raw: object, wall: Membrane) {
      this[RAW] = raw;
      this[WALL] = wall;
    }
  };
  const prototype = Holder.prototype as object;
  Object.setPrototypeOf(prototype, missingMembers(name));
  const add = (key: string, value: PropertyDescriptor) =>
    Object.defineProperty(prototype, key, { enumerable: false, configurable: true, ...value });
  add('toString', { value: () => name });
  for (const key of Object.keys(sample)) {
    if (/^[A-Z]/.test(key)) add(key, { get: constants(key), enumerable: true });
  }
  for (let at: object | null = own; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (key === 'constructor' || key.startsWith('_') || Object.hasOwn(prototype, key)) continue;
      if (descriptor.get && /^[A-Z]/.test(key)) add(key, { get: constants(key), enumerable: true });
      else if (typeof descriptor.value === 'function') {
        add(key, { value: method(name, key, descriptor.value as Method) });
      }
    }
  }
  return Holder;
}

function missingMembers(name: string): object {
  return new Proxy(Object.create(null) as object, {
    get(_target, key, receiver: Wrapped) {
      if (typeof key === 'symbol' || NOT_MEMBERS.has(key)) return undefined;
      if (key in Object.prototype) return Reflect.get(Object.prototype, key, receiver) as unknown;
      throw receiver[WALL].gate.translate(new NotImplementedError(`${name}.${key}`));
    },
  });
}

function method(owner: string, key: string, body: Method): Method {
  const call: ServiceCall = { kind: `${owner}.${key}`, owner, price: priceOf(owner, key) };
  return function (this: object, ...args: unknown[]): unknown {
    const { [RAW]: raw, [WALL]: wall } = (this ?? {}) as Partial<Wrapped>;
    if (raw === undefined || wall === undefined) {
      throw new TypeError(`${call.kind} was called without its object`);
    }
    const { gate } = wall;
    let entered = false;
    try {
      gate.enter(call);
      entered = true;
      for (let i = 0; i < args.length; i++) args[i] = unwrap(args[i]);
      const result = body.apply(raw, args);
      entered = false;
      gate.leave(call, Math.max(cellsOf(result), cellsOf(args[0])));
      return result === raw ? this : wall.wrap(result);
    } catch (error) {
      let failure = error;
      if (entered) {
        try {
          gate.leave(call, 0);
        } catch (late) {
          failure = late;
        }
      }
      throw gate.translate(failure);
    }
  };
}

/** The host's object behind a stand-in; arrays and option objects are looked into one level at a time. */
function unwrap(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const raw = (value as Partial<Wrapped>)[RAW];
  if (raw !== undefined) return raw;
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    for (let i = 0; i < value.length; i++) {
      const item = value[i];
      if (typeof item !== 'object' || item === null) continue;
      const bare = unwrap(item);
      if (bare === item) continue;
      copy ??= value.slice();
      copy[i] = bare;
    }
    return copy ?? value;
  }
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return value;
  let copy: Record<string, unknown> | undefined;
  for (const [key, item] of Object.entries(value)) {
    const bare = unwrap(item);
    if (bare === item) continue;
    copy ??= { ...value };
    copy[key] = bare;
  }
  return copy ?? value;
}

function constants(key: string): (this: Wrapped) => unknown {
  return function () {
    return (this[RAW] as Record<string, unknown>)[key];
  };
}

/** Cells of a rectangle; anything else that is no rectangle counts as one. */
function cellsOf(value: unknown): number {
  if (!Array.isArray(value)) return 1;
  const first: unknown = value[0];
  return Array.isArray(first) ? value.length * first.length : 1;
}
