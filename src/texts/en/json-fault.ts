/** Why a text is no JSON, and where. */
import type { JsonFault, JsonFaultCause } from '#model/values/json-fault.ts';

const causes: Readonly<Record<JsonFaultCause, string>> = {
  curlyQuote:
    'A curly quote stands where JSON needs a straight one ("). Word processors, chats and mail programs put them in.',
  singleQuote: 'A single quote stands where JSON needs a double one ("). JavaScript and Python write it so.',
  backtick: 'A backtick stands where JSON needs a double quote (").',
  trailingComma: 'A comma stands before the end of a list or an object.',
  missingComma: 'A comma is missing before this.',
  missingColon: 'A colon is missing between a field’s name and its value.',
  missingValue: 'A value is missing here.',
  unquotedKey: 'A field’s name stands without double quotes (").',
  pythonWord: 'True, False and None are Python; JSON writes true, false and null.',
  notANumber: 'NaN and Infinity are no numbers in JSON.',
  unknownWord: 'A word stands here without quotes that JSON does not know.',
  badNumber: 'A number is written in a way that JSON does not know.',
  badEscape: 'A backslash stands before something that it cannot stand before.',
  lineEndInText: 'A text goes on over the end of its line; it was probably broken when it was copied.',
  unterminatedText: 'A text has no end: its closing quote (") is missing.',
  unterminated: 'It breaks off: the end is missing.',
  ellipsis: 'Something was left out here and replaced by dots.',
  html: 'It is a web page, not JSON.',
  moreBehind: 'Something else follows where the JSON has ended.',
  unexpected: 'A character stands here that JSON does not allow in this place.',
};

export const jsonFault = {
  causes,
  place: (line: string, column: string, found: string) =>
    found === '' ? `Line ${line}, column ${column}.` : `Line ${line}, column ${column}: ${found}`,
  meaning: ({ cause }: JsonFault) => causes[cause],
};
