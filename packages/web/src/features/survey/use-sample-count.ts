import { type SampleCount, type SamplingShape, surveys } from "@mainstay/contract/survey";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call } from "../../lib/call.ts";

const restMs = 350;

/** Who a rule would ask today, asked of the server once the reader has stopped changing it. */
export const useSampleCount = (rule: SamplingShape, isWanted: boolean): SampleCount | undefined => {
  const [settled, setSettled] = useState(rule);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(rule), restMs);
    return () => clearTimeout(timer);
  }, [rule]);
  const { data } = useQuery({
    queryKey: [surveys.countSample.id, settled],
    queryFn: ({ signal }) => call(surveys.countSample, { body: settled, signal }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  return data;
};
