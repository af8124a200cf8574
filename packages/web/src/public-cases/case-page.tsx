/** @jsxImportSource preact */
import { LoadingState } from "../public/link-state.tsx";
import { PageFrame } from "../public/page-frame.tsx";
import { usePageLocale } from "../public/page-locale.ts";

export const CasePage = ({ token }: { token: string }) => {
  const { locale, speak } = usePageLocale(null);
  return (
    <PageFrame locale={locale} speak={speak} company="" title={token}>
      <LoadingState locale={locale} />
    </PageFrame>
  );
};
