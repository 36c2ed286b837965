/** The few pages that the gateway itself draws: those a person sees when the app cannot be shown to them. */
import type { FastifyReply } from 'fastify';

interface Page {
  readonly status: number;
  readonly heading: string;
  readonly text: string;
  readonly link: { readonly to: string; readonly text: string };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

export function sendPage(reply: FastifyReply, { status, heading, text, link }: Page): FastifyReply {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(heading)} · Cascade</title>
<h1>${escaped(heading)}</h1>
<p>${escaped(text)}</p>
<p><a href="${escaped(link.to)}">${escaped(link.text)}</a></p>
</html>
`;
  return reply.code(status).type('text/html; charset=utf-8').send(html);
}
