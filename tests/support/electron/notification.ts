import {
  checkOptions,
  isBoolean,
  isListOf,
  isObjectOf,
  isOneOf,
  isText,
  type OptionChecks,
} from './options.ts';
import { demandReady } from './program.ts';
import { StrictEmitter, standFor } from './stand.ts';

type Options = Electron.NotificationConstructorOptions;

const optionChecks: OptionChecks<Options> = {
  id: isText,
  groupId: isText,
  groupTitle: isText,
  title: isText,
  subtitle: isText,
  body: isText,
  silent: isBoolean,
  icon: isText,
  hasReply: isBoolean,
  timeoutType: isOneOf('default', 'never'),
  replyPlaceholder: isText,
  sound: isText,
  urgency: isOneOf('normal', 'critical', 'low'),
  actions: isListOf(
    isObjectOf<Electron.NotificationAction>({ type: isOneOf('button', 'selection'), text: isText }),
  ),
  closeButtonText: isText,
  toastXml: isText,
};

const events = ['show', 'click', 'close', 'reply', 'action', 'failed'];

/** Its functions are the prototype's: a test may put one of its own in their place, as in Electron itself. */
class StandInNotification
  extends StrictEmitter
  implements Pick<Electron.Notification, 'title' | 'body' | 'silent' | 'show' | 'close'>
{
  title: string;
  body: string;
  silent: boolean;

  constructor({ title = '', body = '', silent = false }: Options) {
    super('Notification', events);
    this.title = title;
    this.body = body;
    this.silent = silent;
  }

  /** There is no system that shows it: what it would have shown is said on standard error. */
  show(): void {
    process.stderr.write(`notification.show ${this.title}: ${this.body}\n`);
    this.emit('show');
  }

  close(): void {
    this.emit('close');
  }
}

const makeNotification = function Notification(options: Options = {}): Electron.Notification {
  demandReady('new Notification()');
  checkOptions('new Notification', options, optionChecks);
  return standFor<Electron.Notification>('Notification', {}, new StandInNotification(options));
};
makeNotification.prototype = StandInNotification.prototype;

export const Notification = standFor<typeof Electron.Notification>(
  'Notification',
  { isSupported: () => true },
  makeNotification,
);
