/** The top of every page: where one is, the search, and the viewer's own settings. */
import { Link, NavLink, useLocation } from 'react-router';
import { useConfig } from '#api/use-config.ts';
import { SearchBox } from '#features/search/search-box.tsx';
import { Badge } from '#ui/badge.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { MaskToggle } from './mask-toggle.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import { ZoneMenu } from './zone-menu.tsx';

export function Header() {
  const { catalogue } = useViewer();
  const { pathname } = useLocation();
  const texts = catalogue.app;
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-panel print:hidden">
      <div className="mx-auto flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 px-6 py-2 max-md:px-4 max-sm:gap-x-2 max-sm:px-3">
        <Link to="/" className="flex items-center gap-2 rounded text-[15px] font-semibold">
          <Logo />
          <span className="max-sm:sr-only">{texts.name}</span>
        </Link>
        {pathname !== '/' && pathname !== '/search' && (
          <div className="min-w-0 max-w-[520px] flex-[4] max-lg:order-last max-lg:max-w-none max-lg:basis-full">
            <SearchBox size="header" />
          </div>
        )}
        <nav
          aria-label={texts.navigation}
          className="flex flex-wrap gap-1 max-sm:order-last max-sm:basis-full max-sm:gap-0"
        >
          <Page to="/" on={pathname === '/' || pathname.startsWith('/flows')} text={texts.nav.home} />
          <Page to="/explore" on={pathname.startsWith('/explore')} text={texts.nav.explore} />
          <Page to="/lookup" on={pathname === '/lookup'} text={texts.nav.lookup} />
          <Page to="/open" on={pathname === '/open'} text={texts.nav.open} />
        </nav>
        {/* Takes the room that is left, so that nothing moves when the badge comes. */}
        <div className="min-w-0 flex-1 basis-12 text-right">
          <DemoBadge />
        </div>
        <div className="flex items-center gap-1.5 max-sm:gap-1">
          <ZoneMenu />
          <MaskToggle />
          <SettingsMenu />
        </div>
      </div>
    </header>
  );
}

interface PageProps {
  readonly to: string;
  readonly on: boolean;
  readonly text: string;
}

function Page({ to, on, text }: PageProps) {
  return (
    <NavLink
      to={to}
      aria-current={on ? 'page' : undefined}
      className={`rounded-md px-2.5 py-1.5 hover:bg-line2 ${on ? 'bg-line2 font-medium text-ink' : 'text-ink2'}`}
    >
      {text}
    </NavLink>
  );
}

function DemoBadge() {
  const { catalogue } = useViewer();
  if (useConfig()?.mode !== 'demo') return null;
  return (
    <Badge tone="warn" title={catalogue.app.demo}>
      <span className="max-lg:hidden">{catalogue.app.demo}</span>
      <span className="lg:hidden">{catalogue.app.demoShort}</span>
    </Badge>
  );
}

/** The same as public/icon.svg, without a request for it. */
function Logo() {
  return (
    <svg aria-hidden="true" width="22" height="22" viewBox="0 0 32 32" className="forced-color-adjust-none">
      <rect x="2" y="5" width="15" height="6" rx="3" fill="#7360f2" />
      <rect x="9" y="13" width="15" height="6" rx="3" fill="#0b8aa8" />
      <rect x="16" y="21" width="14" height="6" rx="3" fill="#12a150" />
    </svg>
  );
}
