import type { z } from 'zod';
import { WiredeskError } from '../../../contract/failure.ts';
import type { Report } from '../reading/report.ts';

/** More than anyone would read are told by their number. */
const mostTold = 200;

/** Reports members that the contract has no place for. */
export function tellNoPlace(members: readonly (readonly [string, unknown])[], report: Report): void {
  const reason = 'there is no place for it';
  for (const [name, value] of members.slice(0, mostTold))
    report.leftOut(`${name}: ${JSON.stringify(value)}`, reason);
  if (members.length > mostTold) report.leftOut(`${members.length - mostTold} members more`, reason);
}

/**
 * What a schema makes of a value without the members that it has no place for, each reported: a file of a later
 * version that has something more still reads.
 * @param where what the value is, for the report
 */
export function parseLeniently<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: string,
  report: Report,
): z.ZodSafeParseResult<z.output<Schema>> {
  const strict = schema.safeParse(value);
  const unknown = (strict.error?.issues ?? []).flatMap(issue =>
    issue.code === 'unrecognized_keys' ? issue.keys.map(name => ({ path: issue.path, name })) : [],
  );
  if (unknown.length === 0) return strict;
  const known = structuredClone(value);
  const told = unknown.map(({ path, name }) => {
    const owner = path.reduce(memberOf, known);
    const left = memberOf(owner, name);
    if (isOwner(owner)) Reflect.deleteProperty(owner, name);
    return [[where, ...path, name].map(String).join('.'), left] as const;
  });
  tellNoPlace(told, report);
  return schema.safeParse(known);
}

/** @throws WiredeskError 'unreadable' that begins with `refusal` and names the place that does not fit */
export function parseOrRefuse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  refusal: string,
  where: string,
  report: Report,
): z.output<Schema> {
  const parsed = parseLeniently(schema, value, where, report);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join('.') || 'its top level';
  throw new WiredeskError('unreadable', `${refusal}: ${place}: ${issue?.message ?? 'unknown reason'}.`);
}

function memberOf(owner: unknown, name: PropertyKey): unknown {
  return isOwner(owner) && Object.hasOwn(owner, name) ? Reflect.get(owner, name) : undefined;
}

function isOwner(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
