/** The start: a search box, the flows opened last, and the demo's flows where there are any. */
import { useQuery } from '@tanstack/react-query';
import { demoFlowsOptions } from '#api/config-query.ts';
import { useConfig } from '#api/use-config.ts';
import { useFailure } from '#api/use-failure.ts';
import { ChooseFile } from '#features/open-file/choose-file.tsx';
import { DropCover } from '#features/open-file/drop-cover.tsx';
import { useOpenFile } from '#features/open-file/use-open-file.ts';
import { ProblemNotice } from '#features/problem/problem-notice.tsx';
import { SearchBox } from '#features/search/search-box.tsx';
import { useTitle } from '#ui/use-title.ts';
import { useViewer } from '#ui/viewer.tsx';
import { DemoList } from './demo-list.tsx';
import { RecentList } from './recent-list.tsx';

export function HomePage() {
  const { catalogue } = useViewer();
  const texts = catalogue.home;
  useTitle(texts.tabTitle);
  const { open, over, problem } = useOpenFile();
  const demo = useConfig()?.mode === 'demo';
  return (
    <div className="mx-auto max-w-[712px] pt-[74px] max-md:pt-6">
      <h1 className="text-[28px] leading-tight font-semibold tracking-[-0.015em] max-sm:text-[23px]">{texts.title}</h1>
      <p className="mt-1.5 text-ink2">{texts.intro}</p>
      <div className="mt-5">
        <SearchBox size="page" focused />
      </div>
      <p className="mt-2.5 flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-[13px] text-ink3">
        {texts.dropHint} <ChooseFile size="small" text={texts.choose} onFile={open} />
      </p>
      {problem !== null && (
        <p role="alert" className="mt-2 text-[13px] font-medium text-bad">
          {problem}
        </p>
      )}
      <RecentList />
      {demo && <Demo />}
      {over && <DropCover />}
    </div>
  );
}

/** Last on the page, so that nothing moves when it comes. */
function Demo() {
  const query = useQuery(demoFlowsOptions());
  const { error, retrying } = useFailure(query);
  if (error !== null) {
    return (
      <div className="mt-10">
        <ProblemNotice error={error} retrying={retrying} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  const flows = query.data ?? [];
  return flows.length === 0 ? null : <DemoList flows={flows} />;
}
