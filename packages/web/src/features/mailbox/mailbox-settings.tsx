import { CaseFormBlock } from "./case-form-block.tsx";
import { HookBlock } from "./hook-block.tsx";
import { MailboxBlock } from "./mailbox-block.tsx";

/** 服务邮箱: the ways by which customers reach us without signing in. */
export const MailboxSettings = () => (
  <>
    <MailboxBlock />
    <HookBlock />
    <CaseFormBlock />
  </>
);
