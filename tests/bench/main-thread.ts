import type { Page } from '@playwright/test';
import { z } from 'zod';

/** What one key costs the page's main thread, in milliseconds of the processor's time. */
export interface KeyWork {
  /** From the key to the end of the frame that shows it: script, style, layout, paint. */
  readonly toFrame: number;
  /** From there to the next key: what was put off, and what a pause in typing starts. */
  readonly after: number;
  /** The longest piece of that: whoever types on meanwhile waits so long at most. */
  readonly longestAfter: number;
}

const TraceEvent = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z.object({
    src_func: z.string().optional(),
    data: z.object({ type: z.string().optional() }).optional(),
  }),
});
type TraceEvent = z.infer<typeof TraceEvent>;

/** Tasks of the page's main thread, and the events of its user among them, as Chromium itself recorded them. */
interface Recording {
  readonly tasks: readonly TraceEvent[];
  readonly events: (type: 'keydown' | 'click') => readonly TraceEvent[];
}

async function record(page: Page, work: () => Promise<void>): Promise<Recording> {
  const client = await page.context().newCDPSession(page);
  const all: TraceEvent[] = [];
  client.on('Tracing.dataCollected', ({ value }) => {
    for (const each of value) {
      const event = TraceEvent.safeParse(each);
      if (event.success) all.push(event.data);
    }
  });
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] },
  });
  await work();
  const complete = new Promise(done => client.once('Tracing.tracingComplete', done));
  await client.send('Tracing.end');
  await complete;
  await client.detach();
  all.sort((a, b) => a.ts - b.ts);
  const dispatches = all.filter(event => event.name === 'EventDispatch');
  return {
    tasks: all.filter(
      ({ name, pid, tid }) =>
        name === 'ThreadControllerImpl::RunTask' && pid === dispatches[0]?.pid && tid === dispatches[0].tid,
    ),
    events: type => dispatches.filter(event => event.args.data?.type === type),
  };
}

const milliseconds = (tasks: readonly TraceEvent[]): readonly number[] =>
  tasks.map(task => task.tdur / 1_000);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const holds = (task: TraceEvent, event: TraceEvent): boolean =>
  task.ts <= event.ts && event.ts <= task.ts + task.dur;

/** What each key costs while somebody is `typing`. */
export async function keyWork(page: Page, typing: () => Promise<void>): Promise<readonly KeyWork[]> {
  const { tasks, events } = await record(page, typing);
  const starts = events('keydown').map(key => tasks.findIndex(task => holds(task, key)));
  return starts.map((start, index) => {
    const own = tasks.slice(start, starts[index + 1]);
    // Without one, the frame that shows the key is the next key's too, and the next key pays for it.
    const frame = own.findIndex(task => task.args.src_func === 'ScheduledActionSendBeginMainFrame');
    const after = milliseconds(own.slice(frame + 1));
    return {
      toFrame: sum(milliseconds(own.slice(0, frame + 1))),
      after: sum(after),
      longestAfter: Math.max(0, ...after),
    };
  });
}

/** What everything from a click on costs, in milliseconds of the processor's time. */
export async function clickWork(page: Page, clicking: () => Promise<void>): Promise<number> {
  const { tasks, events } = await record(page, clicking);
  const [click] = events('click');
  return sum(milliseconds(click ? tasks.slice(tasks.findIndex(task => holds(task, click))) : []));
}
