import { errorCodes, type ErrorCode } from "@mainstay/contract/error/error-codes";
import type { ImportBatchView, RejectionView } from "@mainstay/contract/import";
import { errorWords } from "@mainstay/phrases/error/error-words";
import { rejectionWords } from "@mainstay/phrases/import/rejection-words";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../lib/preferences.ts";

/** Words for what only data names: columns, refused rows, why a job stopped. */
export const useImportWords = () => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  return {
    field: (field: string): string => t(`import.fields.${field}` as "import.fields.account"),
    rejection: (row: RejectionView): string => rejectionWords(locale, row.code, row.params),
    failure: (failure: NonNullable<ImportBatchView["failure"]>): string => {
      const { obstacle } = failure.params;
      if (typeof obstacle === "string") {
        return t(`import.undo.obstacles.${obstacle}` as "import.undo.obstacles.person");
      }
      const code = failure.code in errorCodes ? (failure.code as ErrorCode) : "server.failed";
      return errorWords(code, locale, failure.params);
    },
  };
};
