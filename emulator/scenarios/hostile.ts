/** Text that must be shown as text: markup, direction overrides, dangerous addresses, formulas, very long bodies. */

import { jsonText } from '../http/answers.ts';
import { type RecordOptions, record, sms, viber } from '../records/record-builder.ts';
import { jsonScenario, recordScenario, type Scenario } from './scenario.ts';

function scenario(
  [slug, trackingId, title, description]: readonly [string, string, string, string],
  flow: RecordOptions,
): Scenario {
  return recordScenario({ slug, trackingId, title, description, group: 'Odd records', flow });
}

const script = '<script>window.hacked = true</script><img src=x onerror="window.hacked = true">';
const rightToLeft = '\u202Egnp.ecioovni\u202C \u2066isolated\u2069 \u200Bzero\u200Dwidth\uFEFF';
const sentence = 'The quick brown fox jumps over the lazy dog. ';

/** Deeper than anyone nests, not deeper than parsers go. */
const nested = (depth: number) => `${'{"in":'.repeat(depth)}1${'}'.repeat(depth)}`;

export const hostile: readonly Scenario[] = [
  scenario(
    [
      'hostile-markup',
      '21c871c4-d7d2-4f7d-8e58-f41178d93986',
      'Markup in every text',
      'HTML and scripts in text, sender, label, operator, reason and button.',
    ],
    {
      steps: [
        viber({
          at: 0.1,
          until: 1,
          status: 'FAILED',
          detail: '<b>System Failure</b>',
          price: 0,
          from: '<i>Brand</i>',
          label: script,
          body: {
            text: script,
            action: { caption: '"><svg onload=alert(1)>', targetUrl: 'https://example.com/"><script>' },
          },
        }),
        sms({ at: 1.4, body: `${script} &amp; &lt;b&gt; \${7*7} {{7*7}}`, operator: '</td><h1>Operator</h1>' }),
      ],
      originatingService: '<script>document.title="hacked"</script>',
    },
  ),
  scenario(
    [
      'hostile-directions',
      '51740940-d4ef-4ab6-af30-f08bc7ec7dee',
      'Text that turns around',
      'Right-to-left overrides, isolates, zero-width and control characters.',
    ],
    {
      steps: [
        viber({
          at: 0.1,
          from: `Brand ${rightToLeft}`,
          body: {
            text: `${rightToLeft}\u0000\u0007\u001B[31mred\u001B[0m`,
            viberFile: { fileName: `invoice\u202Efdp.exe`, fileType: 'pdf', fileUrl: 'https://example.com/a.exe' },
          },
        }),
      ],
    },
  ),
  scenario(
    [
      'hostile-addresses',
      '626513a2-d659-4c73-98f3-b53df1e13df1',
      'Addresses that must not be links',
      'javascript:, data:, file: and other addresses where http is expected.',
    ],
    {
      steps: [
        viber({
          at: 0.1,
          until: 1,
          status: 'FAILED',
          price: 0,
          body: {
            text: 'Do not click.',
            imageUrl: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
            action: { caption: 'Click', targetUrl: 'javascript:alert(document.cookie)' },
            viberFile: { fileName: '../../etc/passwd', fileType: 'exe', fileUrl: 'file:///etc/passwd' },
            viberVideo: {
              videoUrl: ' JaVaScRiPt:alert(1)',
              videoThumbnail: 'data:text/html,<script>alert(1)</script>',
              fileSize: 1e9,
              duration: -3,
            },
          },
          inboundUrl: 'vbscript:msgbox(1)',
        }),
        viber({
          at: 1.4,
          body: {
            imageUrl: 'https://user:secret@example.com:8443/a.png',
            action: { caption: 'routee.net', targetUrl: 'https://www.routee.net.example.org/login' },
          },
        }),
      ],
    },
  ),
  scenario(
    [
      'hostile-formulas',
      'f55df3fc-9b16-412e-9253-08363e3c1bce',
      'Spreadsheet formulas',
      'Texts that a spreadsheet would take for formulas.',
    ],
    {
      steps: [
        sms({
          at: 0.2,
          from: '=1+1',
          label: '@SUM(A1:A9)',
          operator: "-2+3+cmd|' /C calc'!A0",
          body: '=HYPERLINK("https://example.com","Click")',
        }),
      ],
      applicationId: '+cmd',
    },
  ),
  scenario(
    [
      'hostile-long-body',
      '98648841-d568-4ecc-92ee-2a7ea2869a4f',
      'A body of one megabyte',
      'One SMS whose text is a million characters long.',
    ],
    {
      steps: [sms({ at: 0.2, body: sentence.repeat(Math.ceil(1_048_576 / sentence.length)).slice(0, 1_048_576) })],
    },
  ),
  scenario(
    [
      'hostile-long-words',
      '9ea6a4e4-e3ff-4978-9f0c-23d4abc8a524',
      'Words without an end',
      'Long values without a space where short ones are expected.',
    ],
    {
      steps: [
        sms({
          at: 0.2,
          from: 'B'.repeat(400),
          operator: 'O'.repeat(300),
          label: 'L'.repeat(350),
          body: 'W'.repeat(2_000),
          to: `+30${'6'.repeat(200)}`,
        }),
      ],
      originatingService: 'S'.repeat(300),
      applicationId: '5'.repeat(300),
    },
  ),
  jsonScenario({
    slug: 'hostile-keys',
    title: 'Keys of special meaning',
    group: 'Odd records',
    trackingId: 'd695af0b-8b25-4427-8173-093d33b9a72b',
    description:
      'Fields named __proto__, constructor and toString, with the same key twice, and 200 levels of nesting.',
    text: () => {
      const text = jsonText(record({ trackingId: 'd695af0b-8b25-4427-8173-093d33b9a72b', steps: [sms({ at: 0.2 })] }));
      const keys = `"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":"no","hasOwnProperty":1,"":"empty","a.b[0]":"dots","twice":1,"twice":2`;
      return `{${keys},"deep":${nested(200)},${text.slice(1)}`;
    },
  }),
];
