import type { ErrorComponentProps } from "@tanstack/react-router";
import { useRouter } from "@tanstack/react-router";
import { ErrorState } from "../../components/error-state.tsx";
import { isProblem } from "../../lib/problem.ts";
import { NotFoundScreen } from "./not-found-screen.tsx";

/** What stands in place of a screen that could not be shown. */
export const FailureScreen = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  if (isProblem(error) && error.status === 404) return <NotFoundScreen />;
  return (
    <ErrorState
      error={error}
      isScreen
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
};
