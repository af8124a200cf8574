import { accounts } from "@mainstay/contract/account";
import { accountPage } from "@mainstay/contract/account-page";
import {
  type AccountTeamView,
  accountTeams,
  type TeamMemberView,
} from "@mainstay/contract/account-team";
import { handovers } from "@mainstay/contract/handover";
import {
  type MainSeat,
  type MemberSeat,
  memberSeats,
} from "@mainstay/domain/account-team/team-seat";
import { Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";

export const staleAfterTeam = [accountTeams.get, accountPage.get, accounts.get, accounts.list];

interface Draft {
  userId: string;
  seat: MemberSeat;
  sinceOn: string;
  note?: string;
}

/** Add somebody to the team, or change what they do on it. */
export const MemberDialog = ({
  accountId,
  member,
  onClose,
}: {
  accountId: string;
  member: TeamMemberView | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { workspace } = useSession();
  const [form] = Form.useForm<Draft>();
  const told = (words: string) => ({
    refresh: staleAfterTeam,
    onSuccess: () => {
      onClose();
      notice.done(words);
    },
  });
  const add = useAct(accountTeams.add, told(t("accountTeam.added")));
  const change = useAct(accountTeams.change, told(t("accountTeam.changed")));
  const save = ({ userId, note = "", ...rest }: Draft) => {
    if (member === null) add.mutate({ params: { accountId }, body: { userId, note, ...rest } });
    else
      change.mutate({
        params: { memberId: member.id },
        body: { note, ...rest },
        ifMatch: member.version,
      });
  };
  return (
    <Modal
      open
      title={t(member === null ? "accountTeam.addTitle" : "accountTeam.editTitle")}
      okText={t("app.save")}
      okButtonProps={{ loading: add.isPending || change.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={420}
    >
      {member === null && <p className="muted">{t("accountTeam.addWhy")}</p>}
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          userId: member?.user.id,
          seat: member?.seat ?? "technical_expert",
          sinceOn: member?.sinceOn ?? workspace.today,
          note: member?.note,
        }}
        onFinish={save}
      >
        {member === null ? (
          <Form.Item
            name="userId"
            label={t("accountTeam.user")}
            rules={[{ required: true, message: t("accountTeam.userNeeded") }]}
          >
            <UserSelect />
          </Form.Item>
        ) : (
          <p style={{ margin: "8px 0" }}>
            <strong>{member.user.name}</strong>
          </p>
        )}
        <Form.Item name="seat" label={t("accountTeam.seatLabel")}>
          <Select
            options={memberSeats.map((value) => ({ value, label: t(`glossary.seat.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="sinceOn" label={t("accountTeam.sinceOn")}>
          <DayField latest={workspace.today} />
        </Form.Item>
        <Form.Item name="note" label={t("accountTeam.note")}>
          <Input maxLength={300} />
        </Form.Item>
        <FormProblem error={add.error ?? change.error} />
      </Form>
    </Modal>
  );
};

const draftOf: Record<MainSeat, "managerUserId" | "backupUserId" | "sponsorUserId"> = {
  manager: "managerUserId",
  backup: "backupUserId",
  sponsor: "sponsorUserId",
};

/** Change who holds one of the account's own seats; the handover starts by itself. */
export const SeatDialog = ({
  team,
  seat,
  onClose,
}: {
  team: AccountTeamView;
  seat: MainSeat;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const held = team.seats.find((one) => one.seat === seat)?.user ?? null;
  const [userId, setUserId] = useState<string | null>(held?.id ?? null);
  const edit = useAct(accounts.edit, {
    refresh: [...staleAfterTeam, handovers.list],
    onSuccess: () => {
      onClose();
      notice.done(t("accountTeam.seatChanged"));
    },
  });
  return (
    <Modal
      open
      title={t("accountTeam.changeTitle", { seat: t(`glossary.seat.${seat}`) })}
      okText={t("app.save")}
      okButtonProps={{ disabled: userId === (held?.id ?? null), loading: edit.isPending }}
      onOk={() =>
        edit.mutate({
          params: { accountId: team.accountId },
          body: { [draftOf[seat]]: userId },
          ifMatch: team.accountVersion,
        })
      }
      onCancel={onClose}
      width={420}
    >
      <p className="muted">{t("accountTeam.changeWhy")}</p>
      <div style={{ marginTop: 12 }}>
        <UserSelect
          value={userId}
          known={held}
          label={t(`glossary.seat.${seat}`)}
          nobody={t("accountTeam.nobody")}
          onChange={setUserId}
        />
      </div>
      <FormProblem error={edit.error} />
    </Modal>
  );
};
