/** What is seen when everything else failed. It needs no provider, no network and no catalogue but the one at hand. */
import { underBase } from '#contract/base-path.ts';
import { en } from '#texts/en.ts';

export function RootFailure({ error }: { readonly error: Error }) {
  const texts = en.app.crash;
  return (
    <main role="alert" className="mx-auto max-w-[640px] px-6 py-16">
      <h1 className="text-[20px] font-semibold">{texts.page}</h1>
      <p className="mt-2">{texts.root}</p>
      <p className="mt-4 flex flex-wrap gap-2">
        <button
          type="button"
          className="min-h-8 cursor-pointer rounded-[7px] border border-line bg-panel px-3"
          onClick={() => location.reload()}
        >
          {texts.reload}
        </button>
        {/* Not a link of the router's, which may be what failed. */}
        <a
          href={underBase('/')}
          className="inline-flex min-h-8 items-center rounded-[7px] border border-line bg-panel px-3"
        >
          {texts.start}
        </a>
      </p>
      <details className="mt-4">
        <summary>{texts.details}</summary>
        <pre className="mt-1 max-h-80 overflow-auto text-[12px] whitespace-pre-wrap">
          {error.stack ?? error.message}
        </pre>
      </details>
    </main>
  );
}

/** In the place of a header that could not be drawn: the ways to the pages. */
export function HeaderFailure() {
  const { nav, navigation, name } = en.app;
  return (
    <header className="border-b border-line bg-panel print:hidden">
      <nav aria-label={navigation} className="mx-auto flex min-h-14 items-center gap-4 px-6">
        <a href={underBase('/')} className="font-semibold">
          {name}
        </a>
        <a href={underBase('/explore')}>{nav.explore}</a>
        <a href={underBase('/open')}>{nav.open}</a>
      </nav>
    </header>
  );
}
