/** For an address that leads nowhere. */
import { Link } from 'react-router';
import { buttonLooks } from '#ui/button.tsx';
import { useTitle } from '#ui/use-title.ts';
import { useViewer } from '#ui/viewer.tsx';

export function NotFoundPage() {
  const texts = useViewer().catalogue.home.notFound;
  useTitle(texts.tabTitle);
  return (
    <div className="mx-auto max-w-[712px] pt-[74px] max-md:pt-6">
      <h1 className="text-[28px] leading-tight font-semibold tracking-[-0.015em] max-sm:text-[23px]">{texts.title}</h1>
      <p className="mt-1.5 text-ink2">{texts.text}</p>
      <Link to="/" className={`${buttonLooks()} mt-4`}>
        {texts.home}
      </Link>
    </div>
  );
}
