/** What is said of each failure: its title, what it means, and what a person can do about it. */
import type { Format } from '../format.ts';
import { jsonFault } from './json-fault.ts';

/** `next` is null where the buttons beside it say it all. */
interface FailureText {
  readonly title: string;
  readonly meaning: string;
  readonly next: string | null;
}

const runner = 'whoever runs Cascade here';

export const errors = {
  problem: {
    'not-found': {
      title: 'Routee knows no flow with this ID.',
      meaning: 'The ID may be cut off or mistyped, belong to another Routee account, or be the ID of a single message.',
      next: 'Check the ID against where you have it from: it is the one called trackingId in the answer to sending.',
    },
    'bad-request': {
      title: 'This is not a request that Cascade can make.',
      meaning: 'Something in it has the wrong form: an ID has 1 to 128 letters, digits, hyphens and underscores.',
      next: 'Check the ID, or change what is searched for.',
    },
    'refused-by-routee': {
      title: 'Routee refused the request.',
      meaning: 'It found something wrong with it; its own words are below.',
      next: 'Check the ID, or change the range or the filters of the search.',
    },
    'not-allowed': {
      title: 'You may not do this here.',
      meaning: 'Cascade knows who you are, and its rules do not let you see this.',
      next: `Ask ${runner} if you need it.`,
    },
    taken: {
      title: 'Somebody else was first, or there is no room for more.',
      meaning: 'What is there already stays as it is; nothing was overwritten.',
      next: 'Look at what is there now, then decide.',
    },
    'sign-in': {
      title: 'You are not signed in.',
      meaning: 'You have not signed in yet, or it was too long ago.',
      next: 'Sign in; you will come back to this page.',
    },
    'credentials-refused': {
      title: 'Routee does not accept the credentials of this installation.',
      meaning: 'They are missing, wrong or withdrawn, so nobody can read flows here.',
      next: `Tell ${runner}: the application ID and secret must be checked.`,
    },
    'role-missing': {
      title: 'The Routee account may not read this flow.',
      meaning: 'Its credentials are right, but they are not allowed to read failover flows, or not this one.',
      next: `Tell ${runner}: Routee has to give the application the failover role.`,
    },
    'rate-limited': {
      title: 'Routee asks to wait: too many requests.',
      meaning: 'The account has asked for more than Routee allows in a short time. Nothing is wrong with the flow.',
      next: null,
    },
    'upstream-down': {
      title: 'Routee cannot be reached.',
      meaning: 'It did not answer, broke off, or said that it is not available. This says nothing about the message.',
      next: `Try again in a moment. If it lasts, see whether Routee reports a disturbance, and tell ${runner}.`,
    },
    'upstream-slow': {
      title: 'Routee did not answer in time.',
      meaning: 'It was asked and waited for. This says nothing about the message.',
      next: 'Try again in a moment.',
    },
    'upstream-error': {
      title: 'Routee failed.',
      meaning: 'It answered with an error of its own. This says nothing about the message.',
      next: 'Try again in a moment. If it lasts, report it to Routee with the code and the request ID below.',
    },
    'upstream-unreadable': {
      title: 'The answer cannot be read.',
      meaning:
        'What came back is no JSON: empty, cut off, or a web page of something between Cascade and Routee, such as a proxy.',
      next: `Try again. If it stays so, give ${runner} the request ID and what was received.`,
    },
    'too-large': {
      title: 'The answer is too large.',
      meaning: 'Routee sent more than Cascade takes in at once.',
      next: 'Search for a shorter range, or report the request ID.',
    },
    internal: {
      title: 'Cascade’s own server failed.',
      meaning: 'This is an error of Cascade, not of Routee, and it says nothing about the message.',
      next: `Try again. If it happens once more, give ${runner} the request ID: its log says more under it.`,
    },
  } satisfies Record<string, FailureText>,

  offline: {
    title: 'Cascade’s server does not answer.',
    meaning: 'It may be restarting, or this computer has lost its connection to it.',
    next: 'Check the network. Cascade keeps asking by itself.',
  } as FailureText,
  noNetwork: {
    title: 'This computer is offline.',
    meaning: 'Its browser has no network, so Cascade’s server cannot be asked. This says nothing about the message.',
    next: 'Connect to a network. Cascade keeps asking by itself.',
  } as FailureText,
  timeout: {
    title: 'Cascade’s server did not answer in time.',
    meaning: 'It was waited for, and nothing came.',
    next: 'Try again in a moment.',
  } as FailureText,
  signInEnded: {
    title: 'The sign-in has ended.',
    meaning:
      'A sign-in page answered in place of Cascade: the session of your proxy is over, or this network wants a sign-in of its own.',
    next: 'Reload the page to sign in; until then nothing new comes.',
    reload: 'Reload',
  },
  unreadable: {
    title: 'The answer did not come from Cascade.',
    meaning:
      'Something between this browser and Cascade’s server answered instead: a proxy or a page to sign in to the network.',
    next: `Reload the page. If it stays so, show ${runner} what was received.`,
  } as FailureText,
  program: {
    title: 'Something in Cascade failed.',
    meaning: 'This is an error of Cascade; the details are below.',
    next: 'Try again. If it happens once more, report it with the details.',
  } as FailureText,

  retry: 'Try again',
  retrying: 'Trying again…',
  retryIn: (duration: string) => `Try again in ${duration}`,
  signIn: 'Sign in',
  searchAgain: 'Look for another flow',
  lastGood: (clock: string) => `What is shown below is as of ${clock}.`,
  requestId: 'Request ID',
  copyRequestId: 'Copy request ID',
  trackingId: 'Tracking ID',
  routee: 'Routee says',
  routeeCode: (status: string, code: string) => `${code} (status ${status})`,
  routeeStatus: (status: string) => `status ${status}`,
  detail: 'Details',
  status: (status: string) => `Status ${status}`,
  received: 'What was received',
  receivedEmpty: 'Nothing: the answer was empty.',
  receivedMasked: 'Recipients and texts in it are masked.',

  refusal: {
    next: 'The text itself stands below, as it came.',
    notJson: {
      title: 'This cannot be read as JSON.',
      ...jsonFault,
    },
    several: {
      title: 'There are several records in it. Which one?',
      meaning: (count: number, format: Format) =>
        `It holds ${format.number(count)} records. Each is read here, in this browser.`,
      list: 'Records found',
      open: (id: string) => `Open ${id}`,
      noId: 'record without an ID',
      at: (place: string) => `under ${place}`,
      line: (line: string) => `line ${line}`,
      more: (left: string) => `and ${left} more, not listed here`,
    },
    empty: { title: 'There is nothing in it.', meaning: 'The text is empty, so there is no record to show.' },
    notAnObject: {
      title: 'This is JSON, but no record of a flow.',
      meaning: {
        null: 'It holds nothing but null.',
        list: 'It is a list; a record is a single object with a list called messages.',
        text: 'It is a single text.',
        number: 'It is a single number.',
        boolean: 'It is a single true or false.',
      },
    },
    errorBody: {
      title: 'This is an error message of Routee’s, not a record.',
      meaning: (code: string | null, message: string | null) =>
        `Routee says: ${message ?? 'nothing more'}${code === null ? '' : ` (${code})`}`,
    },
    searchPage: {
      title: 'This is a page of search results, not one record.',
      meaning: (count: number, format: Format) =>
        `It holds ${format.number(count)} ${format.plural(count, { one: 'flow', other: 'flows' })}. Open one of them by its trackingId.`,
    },
    sendRequest: {
      title: 'This is about sending a flow, not about what became of it.',
      meaning:
        'It lists the steps to try. The record of what happened is found by the trackingId that sending answered.',
    },
    noMessages: {
      title: 'This is JSON, but no record of a flow.',
      absent: (keys: string) => `A record has a list called messages; this has ${keys}.`,
      absentEmpty: 'A record has a list called messages; this object is empty.',
      wrong: (found: string) => `Its messages should be a list, and are ${found}.`,
      found: {
        null: 'null',
        list: 'a list',
        object: 'an object',
        text: 'a text',
        number: 'a number',
        boolean: 'true or false',
      },
    },
  },
};
