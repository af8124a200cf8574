import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, nothing } from "./endpoint/wire.ts";
import { localeShape } from "./session.ts";

const params = z.object({ personId: id });
const query = z.object({ locale: localeShape.optional() });
const one = {
  method: "GET" as const,
  allow: "subject_packet.make" as const,
  params,
  query,
  response: nothing,
};

/** Everything held about a person (PIPL Article 45), other persons redacted; each making is recorded. */
export const subjectPackets = {
  json: endpoint({
    ...one,
    id: "subjectPackets.json",
    path: "/people/:personId/subject-packet.json",
    summary: "Everything held about the person, for machines",
    download: "application/json",
  }),
  html: endpoint({
    ...one,
    id: "subjectPackets.html",
    path: "/people/:personId/subject-packet.html",
    summary: "Everything held about the person, to read and print",
    download: "text/html",
  }),
  pdf: endpoint({
    ...one,
    id: "subjectPackets.pdf",
    path: "/people/:personId/subject-packet.pdf",
    summary: "Everything held about the person, as PDF",
    download: "application/pdf",
  }),
};
