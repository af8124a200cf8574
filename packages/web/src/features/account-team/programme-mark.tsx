import { accountTeams } from "@mainstay/contract/account-team";
import { Link } from "@tanstack/react-router";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";

/** Says under an account's name that it is in the key-account programme, or nominated; nothing otherwise. */
export const ProgrammeMark = ({ accountId }: { accountId: string }) => {
  const { t } = useTranslation();
  const found = useAnswer(accountTeams.get, { params: { accountId } }, { staleTime: 60_000 });
  const membership = found.data?.programme;
  if (!membership) return null;
  return (
    <Link to="/programme">
      <Tag>{t(`accountTeam.programme.${membership.status}`)}</Tag>
    </Link>
  );
};
