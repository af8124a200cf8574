import { accountPage } from "@mainstay/contract/account-page";
import type { PositionView } from "@mainstay/contract/person";
import { people } from "@mainstay/contract/person";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { call } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { refreshKept } from "../../lib/optimistic.ts";
import { useAct } from "../../lib/query.ts";

/** A person has left this job; the job stays in the history and can be taken back. */
export const EndJobDialog = ({
  position,
  today,
  onClose,
}: {
  position: PositionView;
  today: IsoDay;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [endsOn, setEndsOn] = useState<IsoDay>(today);
  const stale = [people.list, accountPage.get];
  const params = { positionId: position.id };
  const end = useAct(people.edit, {
    refresh: stale,
    onSuccess: () => {
      onClose();
      notice.done(t("person.ended"), () => {
        void call(people.edit, { params, body: { endsOn: null } })
          .then(() => refreshKept(...stale))
          .catch(notice.refused);
      });
    },
  });
  return (
    <Modal
      open
      title={t("person.endTitle", { name: position.name })}
      okText={t("person.end")}
      okButtonProps={{ loading: end.isPending }}
      onOk={() => end.mutate({ params, body: { endsOn } })}
      onCancel={onClose}
      width={380}
    >
      <DayField
        label={t("person.endsOn")}
        value={endsOn}
        onChange={(day) => setEndsOn(day ?? today)}
      />
      <FormProblem error={end.error} />
    </Modal>
  );
};
