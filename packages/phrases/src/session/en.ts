import type { WordsLike } from "../words-like.ts";
import type { sessionZh } from "./zh.ts";

export const sessionEn: WordsLike<typeof sessionZh> = {
  signIn: "Sign in",
  signInTitle: "Sign in to {{workspace}}",
  email: "Email",
  password: "Password",
  forgot: "Forgot the password? Ask your administrator for a new link.",
  signedOutHint: "You will come back to where you were.",
  invitation: "Accept the invitation",
  invitationLead: "Welcome to {{workspace}}, {{name}}. Please choose a password.",
  name: "Name",
  newPassword: "New password",
  passwordHint: "At least 10 characters; no common password.",
  join: "Set password and sign in",
  linkMissing: "This link is incomplete",
  linkMissingWhy: "Copy the whole link from the invitation and open it again.",
  linkInvalid: "This link is no longer valid",
  linkInvalidWhy: "It was used already or has expired. Ask your administrator for a new one.",
  emailNeeded: "Please enter the email address",
  passwordNeeded: "Please enter a password",
  nameNeeded: "Please enter the name",
  adminLead: "Create an administrator of {{workspace}}.",
  toSignIn: "Sign in",
};
