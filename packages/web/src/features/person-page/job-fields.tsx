import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { SuperiorSelect } from "../../components/superior-select.tsx";

/** What a form on a job holds. */
export interface JobWords {
  accountId?: string | null;
  title?: string | null;
  department?: string | null;
  workPhone?: string | null;
  workEmail?: string | null;
  startsOn?: IsoDay | null;
  endsOn?: IsoDay | null;
  reportsToId?: string | null;
}

const orNull = (text: string | null | undefined) => (text?.trim() ? text.trim() : null);

/** The words of the form as the wire wants them. */
export const jobDraftOf = (words: JobWords) => ({
  title: orNull(words.title),
  department: orNull(words.department),
  workPhone: orNull(words.workPhone),
  workEmail: orNull(words.workEmail),
  reportsToId: words.reportsToId ?? null,
});

/** Title, department, superior, phone and mail of a job at the account. */
export const JobFields = ({ accountId, personId }: { accountId: string; personId: string }) => {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="title" label={t("person.jobTitle")}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="department" label={t("person.department")}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="reportsToId" label={t("person.reportsTo")}>
        <SuperiorSelect accountId={accountId} notPersonId={personId} />
      </Form.Item>
      <Form.Item name="workPhone" label={t("person.workPhone")}>
        <Input maxLength={40} inputMode="tel" />
      </Form.Item>
      <Form.Item name="workEmail" label={t("person.workEmail")}>
        <Input maxLength={200} inputMode="email" />
      </Form.Item>
    </>
  );
};
