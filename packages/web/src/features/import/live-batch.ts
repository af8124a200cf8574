import { imports, type ImportBatchView } from "@mainstay/contract/import";
import { useEffect } from "react";
import { addressOf } from "../../lib/call.ts";
import { answerKey, queryClient, useAnswer } from "../../lib/query.ts";

const working = new Set<ImportBatchView["status"]>(["checking", "committing", "undoing"]);

export const isWorking = (batch: ImportBatchView): boolean => working.has(batch.status);

/** Puts a newer state of a batch in place; events carry no sample rows, so those stay. */
export const keepBatch = (batch: ImportBatchView): void => {
  queryClient.setQueryData<ImportBatchView>(
    answerKey(imports.get, { params: { importId: batch.id } }),
    (known) =>
      known && batch.sample.length === 0
        ? { ...batch, sample: known.sample, header: known.header }
        : batch,
  );
};

/**
 * A batch that follows its job by server-sent events; asks every two seconds as well, so that a proxy that holds
 * events back does no harm.
 */
export const useLiveBatch = (importId: string) => {
  const found = useAnswer(
    imports.get,
    { params: { importId } },
    { refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? 2_000 : false) },
  );
  const follow = found.data !== undefined && isWorking(found.data);
  useEffect(() => {
    if (!follow || typeof EventSource === "undefined") return;
    const source = new EventSource(addressOf(imports.events, { importId }));
    source.addEventListener("batch", (event) => {
      const batch = JSON.parse((event as MessageEvent<string>).data) as ImportBatchView;
      keepBatch(batch);
      if (!isWorking(batch)) source.close();
    });
    // The browser would connect again and again after the end; asking takes over.
    source.onerror = () => source.close();
    return () => source.close();
  }, [follow, importId]);
  return found;
};
