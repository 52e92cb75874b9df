import { fieldNames, type SomeFields, storyFields } from '../../../contract/story.ts';
import type { JsonRecord } from '../reading/json.ts';
import type { Report } from '../reading/report.ts';
import { parseLeniently, tellNoPlace } from './lenient.ts';

/** The fields of a story in the contract's own shapes; what is no field, or does not fit one, is reported. */
export function readFields(value: JsonRecord, report: Report): SomeFields {
  const fields: Record<string, unknown> = {};
  for (const name of fieldNames.filter(each => Object.hasOwn(value, each))) {
    const parsed = parseLeniently(storyFields[name].schema, value[name], name, report);
    const words = JSON.stringify(value[name]);
    if (parsed.success) fields[name] = parsed.data;
    else if (name === 'embargo') {
      // It may never fall away: one that cannot be read holds until someone releases it.
      fields[name] = { until: null };
      report.repaired(`The embargo ${words} cannot be read; the story is held until it is released.`, name);
    } else report.leftOut(`${name}: ${words}`, 'it does not fit the field');
  }
  tellNoPlace(
    Object.entries(value).filter(([name]) => !Object.hasOwn(storyFields, name)),
    report,
  );
  return fields satisfies Record<string, unknown> as SomeFields;
}
