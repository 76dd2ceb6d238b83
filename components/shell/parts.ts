/** What the bar over a page opens, as one script: see `Later`. */
export { SignOutDialog } from "@/components/shell/sign-out-dialog";
export { UserMenu } from "@/components/shell/user-menu";
